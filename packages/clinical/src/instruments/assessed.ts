import { readInstant } from '../time/london.ts';
import type { Instant } from '../time/types.ts';

/** Part of every input: the score of a day means that day. */
export interface Assessed {
  /** When the person was assessed, not when it was saved. */
  readonly assessedAt?: Instant | null;
}

/** The moment for the result; nothing where none was given, or what was given is no moment. */
export function assessedIn(given: Readonly<Record<string, unknown>>): { readonly assessedAt?: Instant } {
  const at = given['assessedAt'];
  return typeof at === 'string' && readInstant(at) !== null ? { assessedAt: at } : {};
}
