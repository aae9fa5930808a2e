import { addDays } from '../time/civil-date.ts';
import { spanOf } from '../time/partial-date.ts';
import type { CivilDate, PartialDate } from '../time/types.ts';

/** The time from which a reader wants to know the changes. */
export interface Since {
  readonly from: PartialDate;
  /** `false` if nobody knows when the reader last looked. `from` is then the start of the usual span. */
  readonly known: boolean;
  /** Whether a last look was given. One that cannot be read, or lies in the future, is given and not known. */
  readonly given: boolean;
}

/** [P] If nobody knows when the reader last looked, changes of the last four weeks count. */
export const USUAL_DAYS = 28;

/** The time from which changes are told. A last look that is unreadable or in the future counts as not known. */
export function sinceOf(lastLook: PartialDate | null, today: CivilDate): Since {
  const span = spanOf(lastLook);
  return lastLook === null || span === null || span.from > today
    ? { from: addDays(today, -USUAL_DAYS), known: false, given: lastLook !== null }
    : { from: lastLook, known: true, given: true };
}

/** Whether a date can lie in that time. The day of the last look counts: the change may have come after the look. */
export function isSince(on: PartialDate, { from }: Pick<Since, 'from'>): boolean {
  const [fact, start] = [spanOf(on), spanOf(from)];
  return fact !== null && start !== null && fact.to >= start.from;
}
