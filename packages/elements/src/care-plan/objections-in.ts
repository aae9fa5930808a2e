import type { CarePlan, PlanLine } from '@ehch/clinical/care-plan';
import { bodyIn } from './body-in.ts';

/** What the resident objects to in the sharing of the record. */
export function objectionsIn(plan: CarePlan): readonly PlanLine<'sharing'>[] {
  return (bodyIn(plan)?.sharing ?? []).filter(({ fields }) => fields.basis === 'objection');
}

/** With whom it must not be shared, in the words of whoever recorded it. */
export function objectionWords({ fields: { words } }: PlanLine<'sharing'>): string {
  return words ?? 'with whom is not recorded';
}
