import { formatDateWithWeekday, formatTime } from '../display/date.ts';
import type { Stay } from '../resident/identity.ts';
import type { PlanClock } from '../resident/plan.ts';
import type { Nation } from '../place/place.ts';
import { civilDayOf } from '../time/partial-date.ts';
import type { CivilDate } from '../time/types.ts';

/** The seven-working-day clock with its own arithmetic, ready to be printed. */
export interface ClockInWords {
  readonly state: 'met' | 'due' | 'due-today' | 'overdue';
  readonly due: CivilDate;
  /** One sentence: "Plan due Tue 01-Dec-2026: came back Fri 20-Nov-2026 at 22:10, day 1 is Mon 23-Nov-2026." */
  readonly sentence: string;
  /** How it was counted, one step a line. */
  readonly why: readonly string[];
}

const SOURCE =
  'Enhanced Health in Care Homes (NHS England, November 2023) asks for an assessment and a plan within 7 working days of admission or readmission.';

/** [P] The clock in words. No colour and no per cent: a day, and how it was reached. */
export function clockInWords(clock: PlanClock, today: CivilDate): ClockInWords {
  const { from, because, arrived, dayOne, due, met, holidaysUnknown } = clock;
  const state = met ? 'met' : due < today ? 'overdue' : due === today ? 'due-today' : 'due';
  const came = CAME[because][from > today ? 'ahead' : 'past'];
  const when = `${came} ${formatDateWithWeekday(from)}${arrived === undefined ? '' : ` at ${formatTime(arrived)}`}`;
  const maybe = holidaysUnknown ? ', or later' : '';
  return {
    state,
    due,
    sentence: met
      ? `Plan made since the resident ${when}.`
      : `${HEADS[state]} ${formatDateWithWeekday(due)}${maybe}: ${when}, day 1 is ${formatDateWithWeekday(dayOne)}.`,
    why: [
      SOURCE,
      `The resident ${when}. That day is day 0${arrived === undefined ? '' : ', whatever the hour'}.`,
      ...(because === 'returned'
        ? [
            'The return starts the count again. A visit to an emergency department without admission does not.',
          ]
        : []),
      'Working days are Monday to Friday without bank holidays.',
      ...skippedWords(clock.skipped ?? []),
      `Day 1 is ${formatDateWithWeekday(dayOne)}, day 7 is ${formatDateWithWeekday(due)}.`,
      ...(holidaysUnknown ? [unknownWords(clock.holidaysKnownUntil ?? null)] : []),
    ],
  };
}

/** Somebody who is only expected has not come. */
const CAME = {
  admitted: { past: 'came to the home', ahead: 'is to come to the home' },
  returned: { past: 'came back from hospital', ahead: 'is to come back from hospital' },
} as const;

const HEADS = {
  due: 'Plan due',
  'due-today': 'Plan due today,',
  overdue: 'Plan was due',
  met: 'Plan was due',
} as const;

function skippedWords(days: readonly CivilDate[]): readonly string[] {
  if (days.length === 0) return [];
  const list = days.map(formatDateWithWeekday).join(', ');
  return [
    `Not counted, because ${days.length === 1 ? 'it is a bank holiday' : 'they are bank holidays'}: ${list}.`,
  ];
}

/** A list that ends too early is said, because a holiday that is missing makes the day too early. */
function unknownWords(until: CivilDate | null): string {
  return until === null
    ? 'This place has no list of bank holidays, so the day may be later.'
    : `This place knows bank holidays until ${formatDateWithWeekday(until)} only, so the day may be later.`;
}

/**
 * Why no clock runs, as a sentence. `null`: it runs, or nobody here knows why it does not.
 *
 * @param stay where the resident lives; `null`: not known
 * @param nation the place's; `null`: the place file does not say
 */
export function noClockInWords(stay: Stay | null, nation: Nation | null = null): string | null {
  if (nation === null) return 'No clock runs: the place file does not say in which nation this place is.';
  if (nation !== 'england')
    return 'No clock runs: Enhanced Health in Care Homes is for England, and this place is not in England.';
  if (stay === null) return null;
  if (stay.away !== null)
    return 'No clock runs while the resident is away. A return from hospital starts it again.';
  const start = stay.returned?.on ?? stay.since;
  return civilDayOf(start) === null
    ? 'No clock runs: the day on which the resident came, or came back, is not fully known.'
    : null;
}
