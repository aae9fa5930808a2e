import { addDays } from '../time/civil-date.ts';
import { spanOf } from '../time/partial-date.ts';
import type { CivilDate, PartialDate } from '../time/types.ts';
import type { Since } from './glance-question.ts';

/** [P] If nobody knows when the reader last looked, changes of the last four weeks count. */
export const USUAL_DAYS = 28;

/** The time from which changes are told. A last look that is unreadable or in the future counts as not known. */
export function sinceOf(lastLook: PartialDate | null, today: CivilDate): Since {
  const span = spanOf(lastLook);
  return lastLook === null || span === null || span.from > today
    ? { from: addDays(today, -USUAL_DAYS), known: false }
    : { from: lastLook, known: true };
}

/** Whether a date can lie in that time. The day of the last look counts: the change may have come after the look. */
export function isSince(on: PartialDate, { from }: Since): boolean {
  const [fact, start] = [spanOf(on), spanOf(from)];
  return fact !== null && start !== null && fact.to >= start.from;
}
