import { fieldsOf } from './not-answered.ts';
import { readInstant } from '../time/london.ts';
import { precisionOf, spanOf } from '../time/partial-date.ts';
import { londonDate } from '../time/london.ts';
import type { Instant, PartialDate } from '../time/types.ts';

/** Part of every input: the score of a day means that day. */
export interface Assessed {
  /** When the person was assessed, not when it was saved. */
  readonly assessedAt?: Instant | null;
}

/** Part of the input of what may have been reached on another day. */
export interface Reached extends Assessed {
  /** The day on which it was reached, where somebody says so. */
  readonly on?: PartialDate | null;
  /** The day of each part that has one of its own: as somebody says it, or as it has in the record it was taken over from. */
  readonly times?: Readonly<Record<string, PartialDate>> | null;
  /** When the last of it was typed. An assessment may take days, and what is later than both is still to come. */
  readonly enteredAt?: Instant | null;
}

/** The moment for the result; nothing where none was given, or what was given is no moment. */
export function assessedIn(given: Readonly<Record<string, unknown>>): { readonly assessedAt?: Instant } {
  const at = given['assessedAt'];
  return typeof at === 'string' && readInstant(at) !== null ? { assessedAt: at } : {};
}

/**
 * The day of a result that rests on one part, else the moment: as somebody says it (`dayField`), or as that part was
 * recorded. An old total never carries the moment at which it was typed or taken over.
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
 * The flag of a day that is still to come: `impossible-on`. [P] Nobody judges or weighs on a day after they wrote it down, so
 * that such a day is a slip, and what carries it would stand before all that is true.
 */
export function slipIn(
  given: Readonly<Record<string, unknown>>,
  part: string,
  dayField = 'on',
): readonly string[] {
  return isStillToCome(given, dayIn(given, part, dayField)) ? [`impossible-${dayField}`] : [];
}

/** Whether a day lies wholly after the assessment and after all that was typed of it. */
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

/** A date as far as it is known; `null` for what is none. */
export function dateIn(value: unknown): PartialDate | null {
  return typeof value === 'string' && precisionOf(value) !== null ? value : null;
}
