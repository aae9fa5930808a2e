import type { OutboxEntry } from '@ehch/store';
import { clamped, longestBackOff } from './back-off.ts';

/**
 * Until when each entry waits. Times that an earlier engine wrote, or this one before its clock was set back, may lie a
 * year ahead: they are believed only as far as the longest back-off. Times that this engine has just written hold.
 */
export class WaitingTimes {
  readonly #leastMs: number;
  #seenAt: number;
  /** The waiting times as they were found. `null`: they are to be taken from the next list. */
  #found: ReadonlyMap<number, number> | null = null;

  /** @param leastMs a wait that no start cuts short, in milliseconds */
  constructor(now: number, leastMs: number) {
    this.#seenAt = now;
    this.#leastMs = leastMs;
  }

  /** @returns whether the clock was set back since the last look */
  look(now: number, entries: readonly OutboxEntry[]): boolean {
    const isSetBack = now < this.#seenAt;
    this.#seenAt = now;
    if (isSetBack || this.#found === null) {
      this.#foundAt = now;
      this.#found = new Map(entries.map(({ n, notBefore }) => [n, notBefore]));
    }
    return isSetBack;
  }

  dueAt({ n, notBefore, operation }: OutboxEntry): number {
    if (this.#found?.get(n) !== notBefore) return notBefore;
    const longestMs = Math.max(longestBackOff(operation?.class ?? 'clinical'), this.#leastMs);
    return clamped(notBefore, this.#foundAt, longestMs);
  }

  #foundAt = 0;
}
