import type { PlanLine } from '@ehch/clinical/care-plan';

/** With whom it must not be shared, in the words of whoever recorded it. */
export function objectionWords({ fields: { words } }: PlanLine<'sharing'>): string {
  return words ?? 'with whom is not recorded';
}
