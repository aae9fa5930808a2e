import type { Timing } from '../readers/r4/dosage.ts';

type Repeat = NonNullable<Timing['repeat']>;

const UNITS: ReadonlyMap<string, string> = new Map([
  ['s', 'second'],
  ['min', 'minute'],
  ['h', 'hour'],
  ['d', 'day'],
  ['wk', 'week'],
  ['mo', 'month'],
  ['a', 'year'],
]);

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const PARTS_OF_DAY = { MORN: 'morning', AFT: 'afternoon', EVE: 'evening' };
const MEALS = { C: 'meals', CM: 'breakfast', CD: 'lunch', CV: 'the evening meal' };

/** R4 event-timing and v3-TimingEvent. */
const MOMENTS: ReadonlyMap<string, string> = new Map([
  ['NOON', 'at noon'],
  ['NIGHT', 'at night'],
  ['PHS', 'after sleep'],
  ['HS', 'at bedtime'],
  ['WAKE', 'on waking'],
  ...Object.entries(PARTS_OF_DAY).flatMap(([code, part]): [string, string][] => [
    [code, `in the ${part}`],
    [`${code}.early`, `in the early ${part}`],
    [`${code}.late`, `in the late ${part}`],
  ]),
  ...Object.entries(MEALS).flatMap(([code, meal]): [string, string][] => [
    [code, `with ${meal}`],
    [`A${code}`, `before ${meal}`],
    [`P${code}`, `after ${meal}`],
  ]),
]);

/** v3-GTSAbbreviation, as Timing.code has them; no Latin reaches the screen (CUI MEDi-024). */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['BID', 'twice a day'],
  ['TID', 'three times a day'],
  ['QID', 'four times a day'],
  ['AM', 'every morning'],
  ['PM', 'every afternoon'],
  ['QD', 'once a day'],
  ['QOD', 'every other day'],
  ['Q1H', 'every hour'],
  ...[2, 3, 4, 6, 8].map((hours): [string, string] => [`Q${hours}H`, `every ${hours} hours`]),
  ['BED', 'at bedtime'],
  ['WK', 'once a week'],
  ['MO', 'once a month'],
]);

/**
 * When a medicine is taken, in plain English. `null` when any part cannot be put into words: half a timing would be
 * another instruction.
 */
export function timingWords(timing: Timing | undefined): string | null {
  if (timing === undefined) return null;
  const code = timing.code?.coding
    ?.map((coding) => ABBREVIATIONS.get(coding.code ?? ''))
    .find((known) => known !== undefined);
  const { repeat } = timing;
  if (repeat === undefined) return timing.code?.text ?? code ?? null;
  const parts = [howOften(repeat), days(repeat), times(repeat), moments(repeat), howLong(repeat)];
  if (parts.includes(null)) return null;
  const said = parts.filter((part) => part !== '').join(' ');
  return said === '' ? (code ?? null) : said;
}

function howOften({
  frequency,
  frequencyMax,
  period,
  periodMax,
  periodUnit,
  count,
  countMax,
}: Repeat): string | null {
  const total = inAll(count, countMax);
  if (period === undefined && periodUnit === undefined) {
    if (frequency === undefined) return total;
    return joinWords(timesWord(frequency, frequencyMax), total);
  }
  const unit = UNITS.get(periodUnit ?? '');
  if (period === undefined || unit === undefined) return null;
  return joinWords(everyWords(frequency ?? 1, frequencyMax, period, periodMax, unit), total);
}

function inAll(count: number | undefined, most: number | undefined): string {
  if (count === undefined) return '';
  if (most !== undefined) return `${count} to ${most} times in all`;
  return count === 1 ? 'once only' : `${count} times in all`;
}

function everyWords(
  frequency: number,
  frequencyMax: number | undefined,
  period: number,
  periodMax: number | undefined,
  unit: string,
): string {
  const span = periodMax === undefined ? `${period}` : `${period} to ${periodMax}`;
  const isOnce = frequency === 1 && frequencyMax === undefined;
  if (period === 1 && periodMax === undefined) {
    if (isOnce && (unit === 'hour' || unit === 'minute')) return `every ${unit}`;
    return `${timesWord(frequency, frequencyMax)} ${unit === 'hour' ? 'an' : 'a'} ${unit}`;
  }
  if (isOnce && period === 2 && periodMax === undefined && unit === 'day') return 'every other day';
  return isOnce ? `every ${span} ${unit}s` : `${timesWord(frequency, frequencyMax)} every ${span} ${unit}s`;
}

function timesWord(times: number, most: number | undefined): string {
  if (most !== undefined && most !== times) return `${times} to ${most} times`;
  return (
    ['no times', 'once', 'twice', 'three times', 'four times', 'five times', 'six times'][times] ??
    `${times} times`
  );
}

function days({ dayOfWeek }: Repeat): string | null {
  if (dayOfWeek === undefined || dayOfWeek.length === 0) return '';
  const names = dayOfWeek.map((day) => DAYS.find((name) => name.slice(0, 3).toLowerCase() === day));
  return names.includes(undefined) ? null : `on ${andList(names.map((name) => name ?? ''))}`;
}

function times({ timeOfDay }: Repeat): string | null {
  if (timeOfDay === undefined || timeOfDay.length === 0) return '';
  const clocks = timeOfDay.map((time) => /^\d{2}:\d{2}/.exec(time)?.[0]);
  return clocks.includes(undefined) ? null : `at ${andList(clocks.map((clock) => clock ?? ''))}`;
}

function moments({ when, offset }: Repeat): string | null {
  if (when === undefined || when.length === 0) return offset === undefined ? '' : null;
  const names = when.map((moment) => MOMENTS.get(moment));
  if (names.includes(undefined)) return null;
  const before = offset === undefined ? '' : `${offset} minutes `;
  // An offset counts from a meal or from sleep; from anything else it would not be English and may not be meant.
  if (offset !== undefined && !when.every((moment) => /^(A|P)(C|HS)/.test(moment))) return null;
  return `${before}${andList(names.map((name) => name ?? ''))}`;
}

function howLong({
  boundsDuration,
  boundsRange,
  duration,
  durationUnit,
  durationMax,
}: Repeat): string | null {
  if (boundsRange !== undefined || durationMax !== undefined) return null;
  const bounds =
    boundsDuration === undefined
      ? ''
      : lasting(boundsDuration.value, boundsDuration.code ?? boundsDuration.unit);
  const each = duration === undefined ? '' : lasting(duration, durationUnit);
  if (bounds === null || each === null) return null;
  return joinWords(each === '' ? '' : `over ${each}`, bounds === '' ? '' : `for ${bounds}`);
}

function lasting(value: number | undefined, unit: string | undefined): string | null {
  const name =
    UNITS.get(unit ?? '') ?? [...UNITS.values()].find((known) => known === unit?.replace(/s$/, ''));
  return value === undefined || name === undefined ? null : `${value} ${name}${value === 1 ? '' : 's'}`;
}

function andList(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

function joinWords(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}
