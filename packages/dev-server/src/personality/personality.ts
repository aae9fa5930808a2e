import type { Traits } from './traits.ts';

/** The behaviour of a real server, or one fault of it, that a client has to bear. */
export interface Personality {
  /** What is different, in a line for the table of the README. */
  readonly means: string;
  /** Where this was seen or read. */
  readonly source: string;
  /** @param argument what follows the colon of `index-lag:60`; empty without one */
  readonly traits: (argument: string) => Partial<Traits>;
}

/** Reads an argument in seconds. Without one, the usual number. */
export function milliseconds(argument: string, usualSeconds: number): number {
  const seconds = argument === '' ? usualSeconds : Number(argument);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : usualSeconds * 1000;
}
