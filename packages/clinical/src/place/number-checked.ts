import { addDays } from '../time/civil-date.ts';
import type { CivilDate } from '../time/types.ts';
import type { PlaceConfiguration } from './place.ts';

/** [P] Numbers of services change with the financial year at the latest. */
const CHECKED_WITHIN_DAYS = 365;

/** Whether a number was last rung longer ago than the place allows, so that it may be another by now. */
export function isNumberOld(
  checkedOn: CivilDate,
  { thresholds }: Pick<PlaceConfiguration, 'thresholds'>,
  today: CivilDate,
): boolean {
  return addDays(checkedOn, thresholds?.numberCheckedWithinDays ?? CHECKED_WITHIN_DAYS) < today;
}
