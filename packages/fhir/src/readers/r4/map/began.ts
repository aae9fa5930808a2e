import type { Caution } from '@ehch/clinical';
import { formatDate, formatQuantity } from '@ehch/clinical/display';
import type { PartialDate } from '@ehch/clinical/time';
import { byCode } from '../../../by-code.ts';
import { firstDate, readDate } from '../../../dates.ts';
import { legible } from '../../../legible.ts';
import { joined, words } from '../../../text.ts';
import type { Age, Range } from '../datatypes.ts';

interface Period {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** The elements of R4 that state when something began or ended. */
export interface WhenFields {
  readonly dateTime?: string | undefined;
  readonly period?: Period | undefined;
  readonly age?: Age | undefined;
  readonly range?: Range | undefined;
  readonly string?: string | undefined;
}

/** A beginning or an end, as far as it is known. */
export interface When {
  readonly on: PartialDate | null;
  /** What the date leaves out: an age, words, the other end of a period. */
  readonly words: string | null;
  /** The record states the time by the resident's age. */
  readonly byAge: boolean;
}

/** When something began. A period counts from its start. */
export function beganWhen(fields: WhenFields, cautions: Set<Caution>): When {
  const on = firstDate([fields.dateTime, fields.period?.start], cautions);
  const end = readDate(fields.period?.end, cautions);
  return when(fields, on, betweenWords(on, end));
}

/** When something ended. A period counts to its end. */
export function endedWhen(fields: WhenFields, cautions: Set<Caution>): When {
  const end = firstDate([fields.dateTime, fields.period?.end], cautions);
  const start = readDate(fields.period?.start, cautions);
  // If only the end is known, the date says it all.
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

/** UCUM units of time. Senders often state an age with the code alone. */
const UNITS = byCode<string>({
  a: 'years',
  mo: 'months',
  wk: 'weeks',
  d: 'days',
  h: 'hours',
});

function amount(age: Age | undefined): string | null {
  const unit = words(age?.unit) ?? UNITS[age?.code ?? ''] ?? words(age?.code) ?? '';
  if (age?.value === undefined) return joined([age?.comparator, unit]);
  return joined([age.comparator, formatQuantity(legible(age.value), unit)]);
}
