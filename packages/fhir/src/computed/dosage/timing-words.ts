import { formatDateTime, formatNumber } from '@ehch/clinical/display';
import { precisionOf } from '@ehch/clinical/time';
import { conceptWords } from '../../coding.ts';
import type { Range } from '../../readers/r4/datatypes.ts';
import type { Timing } from '../../readers/r4/dosage.ts';
import { amountWords, periodUnit, rangeWords, unitOf } from '../../amount-words.ts';
import { isSaid } from '../../said-already.ts';
import { ABBREVIATIONS, DAYS, MOMENTS } from './timing-codes.ts';

type Repeat = NonNullable<Timing['repeat']>;

/** One part of a timing. `null`: it cannot be put into words. Empty: the timing does not state it. */
type Part = string | null;

/**
 * When a medicine is taken, in plain English parts: how often, on which days, at what time of day, for how
 * long. `null` when any part cannot be put into words, because half a timing would be another instruction.
 */
export function timingParts(timing: Timing | undefined): readonly string[] | null {
  if (timing === undefined) return [];
  const { repeat = {}, code, event } = timing;
  const often = [howOften(repeat), days(repeat), times(repeat), moments(repeat)];
  const parts: readonly Part[] = [spaced(often), each(repeat), bounds(repeat), total(repeat), events(event)];
  if (parts.includes(null)) return null;
  const said = parts.filter((part) => part !== null && part !== '').map(String);
  const coded = codeWords(code);
  // A code beside the parts may say more than they do: "before theatre only".
  return coded === null || isSaid(coded, said.join(' ')) ? said : [coded, ...said];
}

// A text that the prescriber wrote comes before the standard words of the code.
function codeWords(code: Timing['code']): string | null {
  const known = code?.coding
    ?.map((coding) => ABBREVIATIONS.get(coding.code ?? ''))
    .find((abbreviation) => abbreviation !== undefined);
  return code?.text === undefined ? (known ?? conceptWords(code, new Set())) : conceptWords(code, new Set());
}

/**
 * How often: "twice a day", "every 4 to 6 hours". `null`: a period without a unit, or a unit that is no time.
 */
function howOften({ frequency, frequencyMax, period, periodMax, periodUnit: unitCode }: Repeat): Part {
  const often = frequency ?? frequencyMax;
  if (period === undefined && periodMax === undefined && unitCode === undefined)
    return often === undefined ? '' : timesWord(frequency, frequencyMax);
  const unit = periodUnit(unitCode);
  const shortest = period ?? periodMax;
  if (shortest === undefined || unit === null) return null;
  const isOnce = (frequency ?? 1) === 1 && (frequencyMax ?? 1) === 1;
  const isOne = shortest === 1 && (periodMax ?? 1) === 1;
  if (isOne && isOnce && (unit === 'hour' || unit === 'minute')) return `every ${unit}`;
  if (isOne)
    return `${timesWord(frequency ?? (frequencyMax === undefined ? 1 : undefined), frequencyMax)} ${article(unit)}`;
  const span = `${spread(period, periodMax)} ${unit}s`;
  if (!isOnce) return `${timesWord(frequency, frequencyMax)} every ${span}`;
  return span === '2 days' ? 'every other day' : `every ${span}`;
}

function timesWord(times: number | undefined, most: number | undefined): string {
  if (times === undefined || (most !== undefined && most !== times)) return `${spread(times, most)} times`;
  const word = ['no times', 'once', 'twice', 'three times', 'four times', 'five times', 'six times'][times];
  return word ?? `${formatNumber(times)} times`;
}

function total({ count, countMax }: Repeat): Part {
  if (count === undefined && countMax === undefined) return '';
  return count === 1 && countMax === undefined ? 'once only' : `${spread(count, countMax)} times in all`;
}

function days({ dayOfWeek }: Repeat): Part {
  if (dayOfWeek === undefined || dayOfWeek.length === 0) return '';
  const names = dayOfWeek.map((day) => DAYS.find((name) => name.slice(0, 3).toLowerCase() === day));
  return names.includes(undefined) ? null : `on ${andList(names.map((name) => name ?? ''))}`;
}

/** Times of day without seconds. R4 always writes seconds. */
function times({ timeOfDay }: Repeat): Part {
  if (timeOfDay === undefined || timeOfDay.length === 0) return '';
  const clocks = timeOfDay.map((time) => /^\d{2}:\d{2}/.exec(time)?.[0]);
  return clocks.includes(undefined) ? null : `at ${andList(clocks.map((clock) => clock ?? ''))}`;
}

function moments({ when, offset }: Repeat): Part {
  if (when === undefined || when.length === 0) return offset === undefined ? '' : null;
  const names = when.map((moment) => MOMENTS.get(moment));
  if (names.includes(undefined)) return null;
  const before = offset === undefined ? '' : `${minutes(offset)} `;
  // An offset is understood only from a meal or from sleep. From anything else it makes no clear English and
  // may not be meant.
  if (offset !== undefined && !when.every((moment) => /^(A|P)(C|HS)/.test(moment))) return null;
  return `${before}${andList(names.map((name) => name ?? ''))}`;
}

function minutes(offset: number): string {
  return offset === 1 ? '1 minute' : `${formatNumber(offset)} minutes`;
}

/** How long each dose lasts, such as an infusion. */
function each({ duration, durationMax, durationUnit }: Repeat): Part {
  if (duration === undefined && durationMax === undefined) return durationUnit === undefined ? '' : null;
  const unit = periodUnit(durationUnit);
  return unit === null ? null : `over ${lasting(spread(duration, durationMax), unit)}`;
}

/** The start and end of the course, or its length. */
function bounds({ boundsDuration, boundsPeriod, boundsRange }: Repeat): Part {
  if (boundsDuration !== undefined) {
    const unit = periodUnit(boundsDuration.code) ?? periodUnit(boundsDuration.unit);
    const { value, comparator } = boundsDuration;
    if (value === undefined || unit === null) return null;
    if (comparator !== undefined)
      return `for ${amountWords({ value, comparator, unit: value === 1 ? unit : `${unit}s` }) ?? ''}`;
    return `for ${lasting(formatNumber(value), unit)}`;
  }
  if (boundsRange !== undefined) return rangeOfTime(boundsRange);
  const { start, end } = boundsPeriod ?? {};
  return spaced([dated('from', start), dated('until', end)]);
}

function rangeOfTime({ low, high }: Range): Part {
  const named = (quantity: Range['low']) => {
    const unit = periodUnit(quantity?.code) ?? periodUnit(unitOf(quantity));
    if (quantity === undefined || unit === null) return quantity;
    return { ...quantity, unit: quantity.value === 1 ? unit : `${unit}s` };
  };
  const said = rangeWords({ low: named(low), high: named(high) });
  return said === null ? null : `for ${said}`;
}

function events(dates: Timing['event']): Part {
  const there = (dates ?? []).filter((date) => date !== null);
  if (there.some((date) => precisionOf(date) === null)) return null;
  return there.length === 0 ? '' : `on ${andList(there.map((date) => formatDateTime(date)))}`;
}

function dated(word: string, date: string | undefined): Part {
  if (date === undefined) return '';
  return precisionOf(date) === null ? null : `${word} ${formatDateTime(date)}`;
}

/** A number or a range: "4 to 6", "4", "up to 6". */
function spread(least: number | undefined, most: number | undefined): string {
  if (least === undefined) return `up to ${formatNumber(most ?? 0)}`;
  const from = formatNumber(least);
  return most === undefined || most === least ? from : `${from} to ${formatNumber(most)}`;
}

function lasting(number: string, unit: string): string {
  return `${number} ${unit}${number === '1' ? '' : 's'}`;
}

function article(unit: string): string {
  return `${unit === 'hour' ? 'an' : 'a'} ${unit}`;
}

function andList(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

function spaced(parts: readonly Part[]): Part {
  return parts.includes(null) ? null : parts.filter((part) => part !== '').join(' ');
}
