import { spanOf, type PartialDate } from '@ehch/clinical/time';
import type { PatientRecord } from '../record.ts';

/** Whether a day lies before today for certain. "2026" has not passed in that year. */
export function hasPassed(day: PartialDate | null, { today }: PatientRecord): boolean {
  const span = spanOf(day);
  return span !== null && span.to < today;
}
