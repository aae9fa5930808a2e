import { addDays } from '../time/civil-date.ts';
import { spanOf } from '../time/partial-date.ts';
import type { CivilDate, PartialDate } from '../time/types.ts';
import type { Since } from './glance-question.ts';

/** [P] Where nobody knows when the reader last looked, a change counts for four weeks. */
export const USUAL_DAYS = 28;

/** From when changes are told. A last look that cannot be read, or lies in the future, is not known. */
export function sinceOf(lastLook: PartialDate | null, today: CivilDate): Since {
  const span = spanOf(lastLook);
  return lastLook === null || span === null || span.from > today
    ? { from: addDays(today, -USUAL_DAYS), known: false }
    : { from: lastLook, known: true };
}

/** Whether a date can lie in that time. A day on which the reader looked counts: it may have been after the look. */
export function isSince(on: PartialDate, { from }: Since): boolean {
  const [fact, start] = [spanOf(on), spanOf(from)];
  return fact !== null && start !== null && fact.to >= start.from;
}
