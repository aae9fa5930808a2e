import type { Caution } from '@ehch/clinical';
import { formatDate, formatQuantity } from '@ehch/clinical/display';
import type { PartialDate } from '@ehch/clinical/time';
import { firstDate, readDate } from '../../../dates.ts';
import { legible } from '../../../legible.ts';
import { joined, words } from '../../../text.ts';
import type { Age, Range } from '../datatypes.ts';

interface Period {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** A choice of R4 that says when something began or ended. */
export interface WhenFields {
  readonly dateTime?: string | undefined;
  readonly period?: Period | undefined;
  readonly age?: Age | undefined;
  readonly range?: Range | undefined;
  readonly string?: string | undefined;
}

export interface When {
  readonly on: PartialDate | null;
  /** What the date does not say: an age, words, the other end of a period. */
  readonly words: string | null;
  /** It is told by her age. */
  readonly byAge: boolean;
}

/** When something began. */
export function beganWhen(fields: WhenFields, cautions: Set<Caution>): When {
  const on = firstDate([fields.dateTime, fields.period?.start], cautions);
  const end = readDate(fields.period?.end, cautions);
  return when(fields, on, betweenWords(on, end));
}

/** When something ended. */
export function endedWhen(fields: WhenFields, cautions: Set<Caution>): When {
  const end = firstDate([fields.dateTime, fields.period?.end], cautions);
  const start = readDate(fields.period?.start, cautions);
  // The date says all of an end whose beginning is not known.
  return when(fields, end ?? start, start === null ? null : betweenWords(start, end));
}

function when({ age, range, string }: WhenFields, on: PartialDate | null, rest: string | null): When {
  const ages = [ageWords(age), rangeWords(range)];
  return { on, words: joined([rest, ...ages, string], ', '), byAge: ages.some((text) => text !== null) };
}

function betweenWords(start: PartialDate | null, end: PartialDate | null): string | null {
  if (end === null) return null;
  return start === null ? `by ${formatDate(end)}` : `between ${formatDate(start)} and ${formatDate(end)}`;
}

function ageWords(age: Age | undefined): string | null {
  const text = amount(age);
  return text === null ? null : `at ${text}`;
}

function rangeWords(range: Range | undefined): string | null {
  const [low, high] = [amount(range?.low), amount(range?.high)];
  if (low === null && high === null) return null;
  return high === null ? `from ${low}` : low === null ? `up to ${high}` : `between ${low} and ${high}`;
}

/** UCUM's units of time, which senders of an age often give alone. */
const UNITS: Readonly<Record<string, string>> = {
  a: 'years',
  mo: 'months',
  wk: 'weeks',
  d: 'days',
  h: 'hours',
};

function amount(age: Age | undefined): string | null {
  const unit = words(age?.unit) ?? UNITS[age?.code ?? ''] ?? words(age?.code) ?? '';
  if (age?.value === undefined) return joined([age?.comparator, unit]);
  return joined([age.comparator, formatQuantity(legible(age.value), unit)]);
}
