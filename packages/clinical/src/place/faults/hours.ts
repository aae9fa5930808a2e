import { WEEKDAYS, type OpeningHours } from '../opening-hours.ts';
import { refused, warned, type PlaceFault, type PlacePath, type PlaceRule } from './fault.ts';

/** Hours that say what their writer meant. */
export const hoursMakeSense: PlaceRule = ({ contacts, inboxes = [] }) => [
  ...contacts.flatMap(({ hours }, index) => faultsOfHours(['contacts', index, 'hours'], hours)),
  ...contacts.flatMap(({ referrals }, index) =>
    referrals === undefined ? [] : faultsOfHours(['contacts', index, 'referrals'], referrals),
  ),
  ...inboxes.flatMap(({ monitored }, index) => faultsOfHours(['inboxes', index, 'monitored'], monitored)),
];

function faultsOfHours(path: PlacePath, hours: readonly OpeningHours[]): readonly PlaceFault[] {
  if (hours.length === 0)
    return [warned(path, 'There are no hours, so it never counts as open. Write when somebody answers.')];
  return hours.flatMap(({ from, to }, index) => {
    const at = [...path, index];
    const earlier = hours.slice(0, index).findIndex((each) => overlapOf(each, hours[index]) !== null);
    const day = earlier < 0 ? null : overlapOf(hours[earlier], hours[index]);
    const faults = [];
    // The whole day may be written either way.
    if (from === to && from !== '00:00')
      faults.push(refused(at, `It opens and closes at ${from}. For the whole day write 00:00 to 24:00.`));
    else if (to < from && to !== '00:00')
      faults.push(
        warned(
          at,
          `It closes at ${to}, before it opens at ${from}, so it runs over midnight. Check that this is meant.`,
        ),
      );
    if (day !== null)
      faults.push(
        refused(
          at,
          `These hours overlap with line ${earlier + 1} of the same list on ${dayWords(day)}. Leave one of the two.`,
        ),
      );
    return faults;
  });
}

interface DayPart {
  readonly day: string;
  readonly from: number;
  readonly to: number;
}

/** The first day on which two lines of hours overlap; `null`: none. A bank holiday counts as a day of its own. */
function overlapOf(one: OpeningHours | undefined, other: OpeningHours | undefined): string | null {
  if (one === undefined || other === undefined) return null;
  const others = partsOf(other);
  const met = partsOf(one).find((part) =>
    others.some(({ day, from, to }) => day === part.day && from < part.to && part.from < to),
  );
  return met?.day ?? null;
}

const HOLIDAY = 'a bank holiday';
const WEEK = WEEKDAYS.slice(1, 6);
const DAYS: Readonly<Record<string, readonly string[]>> = {
  'working-days': WEEK,
  'every-day': [...WEEKDAYS, HOLIDAY],
  'weekends-and-holidays': ['saturday', 'sunday', HOLIDAY],
};

/** The parts of days that hours take. What runs over midnight from a bank holiday may end on any day, and is left out. */
function partsOf({ days, from, to }: OpeningHours): readonly DayPart[] {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return (DAYS[days] ?? [days]).flatMap((day) => {
    if (end > start) return [{ day, from: start, to: end }];
    const tonight = { day, from: start, to: 1440 };
    const next = WEEKDAYS[(WEEKDAYS.findIndex((each) => each === day) + 1) % 7];
    return day === HOLIDAY || next === undefined || end === 0
      ? [tonight]
      : [tonight, { day: next, from: 0, to: end }];
  });
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function dayWords(day: string): string {
  return day === HOLIDAY ? day : `${day.charAt(0).toUpperCase()}${day.slice(1)}`;
}
