import { spanOf, type PartialDate } from '@ehch/clinical/time';
import type { PatientRecord } from '../record.ts';

/** Whether a date is certainly before today. "2026" has not passed while the year is 2026. */
export function hasPassed(day: PartialDate | null, { today }: PatientRecord): boolean {
  const span = spanOf(day);
  return span !== null && span.to < today;
}
