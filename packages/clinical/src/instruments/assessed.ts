import { fieldsOf } from './not-answered.ts';
import { readInstant } from '../time/london.ts';
import { precisionOf } from '../time/partial-date.ts';
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
  /** When each part was recorded that was taken over from the record. */
  readonly times?: Readonly<Record<string, PartialDate>> | null;
}

/** The moment for the result; nothing where none was given, or what was given is no moment. */
export function assessedIn(given: Readonly<Record<string, unknown>>): { readonly assessedAt?: Instant } {
  const at = given['assessedAt'];
  return typeof at === 'string' && readInstant(at) !== null ? { assessedAt: at } : {};
}

/**
 * The day of a result that rests on one part, else the moment: as somebody says it, or as that part was recorded. An old
 * total never carries the moment at which it was typed or taken over.
 */
export function reachedIn(
  given: Readonly<Record<string, unknown>>,
  part: string,
): {
  readonly assessedAt?: Instant;
  readonly reachedOn?: PartialDate;
} {
  const on = dateIn(given['on']) ?? dateIn(fieldsOf(given['times'])[part]);
  return on === null ? assessedIn(given) : { reachedOn: on };
}

/** A date as far as it is known; `null` for what is none. */
export function dateIn(value: unknown): PartialDate | null {
  return typeof value === 'string' && precisionOf(value) !== null ? value : null;
}
