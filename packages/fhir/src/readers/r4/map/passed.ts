import { precisionOf, readInstant, spanOf, type PartialDate } from '@ehch/clinical/time';
import { readDate } from '../../../dates.ts';
import type { PatientRecord } from '../record.ts';

/** The day and the moment of the reading. */
export type Present = Pick<PatientRecord, 'today'> & { readonly input: Pick<PatientRecord['input'], 'now'> };

/**
 * Whether a date is certainly over. "2026" has not passed while the year is 2026, and a day lasts to its end. A
 * moment has passed at once.
 */
export function hasPassed(day: PartialDate | null, { today, input }: Present): boolean {
  const span = spanOf(day);
  if (day === null || span === null) return false;
  if (precisionOf(day) !== 'moment') return span.to < today;
  const [end, now] = [readInstant(day), readInstant(input.now)];
  return end !== null && now !== null && end < now;
}

/** Whether a period has ended by now. */
export function hasEndedNow(
  item: { readonly period?: { readonly end?: string | undefined } | undefined },
  present: Present,
): boolean {
  return hasPassed(readDate(item.period?.end, new Set()), present);
}
