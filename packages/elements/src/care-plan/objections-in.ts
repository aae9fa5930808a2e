import type { CarePlan, PlanLine } from '@ehch/clinical/care-plan';

/** What the resident objects to in the sharing of the record. */
export function objectionsIn({ objections }: CarePlan): readonly PlanLine<'sharing'>[] {
  return objections.lines;
}

/** With whom it must not be shared, in the words of whoever recorded it. */
export function objectionWords({ fields: { words } }: PlanLine<'sharing'>): string {
  return words ?? 'with whom is not recorded';
}
