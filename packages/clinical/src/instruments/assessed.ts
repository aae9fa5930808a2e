import { fieldsOf } from './not-answered.ts';
import { readInstant } from '../time/london.ts';
import { precisionOf, spanOf } from '../time/partial-date.ts';
import { londonDate } from '../time/london.ts';
import type { Instant, PartialDate } from '../time/types.ts';

/** Part of every input, because a score describes the day of its assessment. */
export interface Assessed {
  /** When the person was assessed, not when it was saved. */
  readonly assessedAt?: Instant | null;
}

/** Part of the input of a result that may have been reached on another day. */
export interface Reached extends Assessed {
  /** The day on which the result was reached, if somebody gave one. */
  readonly on?: PartialDate | null;
  /** The day of each part with its own: as a person gave it, or as in the record it was taken from. */
  readonly times?: Readonly<Record<string, PartialDate>> | null;
  /** When the last answer was typed. An assessment may take days; a day after both is in the future. */
  readonly enteredAt?: Instant | null;
}

/** The instant for the result; empty if none, or no valid instant, was given. */
export function assessedIn(given: Readonly<Record<string, unknown>>): { readonly assessedAt?: Instant } {
  const at = given['assessedAt'];
  return typeof at === 'string' && readInstant(at) !== null ? { assessedAt: at } : {};
}

/**
 * The day of a result that rests on one part: as a person gave it (`dayField`), or as that part was recorded.
 * Without such a day it is the instant of the assessment. An old total never gets the instant at which somebody
 * typed or imported it.
 */
export function reachedIn(
  given: Readonly<Record<string, unknown>>,
  part: string,
  dayField = 'on',
): {
  readonly assessedAt?: Instant;
  readonly reachedOn?: PartialDate;
} {
  const on = dayIn(given, part, dayField);
  return on === null ? assessedIn(given) : { reachedOn: on };
}

/**
 * The flag of a day in the future: `impossible-on`. [P] Nobody assesses on a day after writing it down, so such a
 * day is a slip. A result with it would stand before all true ones.
 */
export function slipIn(
  given: Readonly<Record<string, unknown>>,
  part: string,
  dayField = 'on',
): readonly string[] {
  return isStillToCome(given, dayIn(given, part, dayField)) ? [`impossible-${dayField}`] : [];
}

/** Whether a day lies wholly after the assessment and after its last typed answer. */
function isStillToCome(given: Readonly<Record<string, unknown>>, day: PartialDate | null): boolean {
  const moments = [given['assessedAt'], given['enteredAt']].flatMap((at) =>
    typeof at === 'string' && readInstant(at) !== null ? [londonDate(at)] : [],
  );
  const first = spanOf(day)?.from;
  return first !== undefined && moments.length > 0 && moments.every((known) => first > known);
}

function dayIn(given: Readonly<Record<string, unknown>>, part: string, dayField: string): PartialDate | null {
  return dateIn(given[dayField]) ?? dateIn(fieldsOf(given['times'])[part]);
}

/** A date as far as it is known; `null` if the value is not a date. */
export function dateIn(value: unknown): PartialDate | null {
  return typeof value === 'string' && precisionOf(value) !== null ? value : null;
}
