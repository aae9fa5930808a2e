import { formatDate } from '../../display/date.ts';
import { addDays } from '../../time/civil-date.ts';
import { holidaysKnownUntil } from '../opening-hours.ts';
import { refused, warned, type PlaceRule } from './fault.ts';

/** [P] Two months leave time to enter the next year before Christmas. */
const AHEAD_DAYS = 60;

/** A list of bank holidays ends. Beyond its end a closed practice looks open. */
export const holidaysGoOn: PlaceRule = (place, { today }) => {
  const until = holidaysKnownUntil(place);
  const at = ['bankHolidays'] as const;
  if (until === null)
    return [warned(at, 'There is no bank holiday on the list, so nobody knows which days are. Add them.')];
  const last = place.bankHolidays.toSorted().at(-1) ?? '';
  if (place.bankHolidaysUntil !== undefined && place.bankHolidaysUntil < last)
    return [
      refused(
        ['bankHolidaysUntil'],
        `The list goes on after this day, to ${formatDate(last)}. Correct one of the two.`,
      ),
    ];
  if (until < today)
    return [
      warned(at, `The list of bank holidays ended on ${formatDate(until)}. Add those that came since.`),
    ];
  const ahead = place.thresholds?.holidaysKnownAheadDays ?? AHEAD_DAYS;
  if (until < addDays(today, ahead))
    return [
      warned(at, `The list of bank holidays ends on ${formatDate(until)}. Add those of the next year.`),
    ];
  return [];
};
