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

  /** Ends the present wait of an entry at a moment, if that is sooner. A wait that begins later holds. */
  end({ n, notBefore }: OutboxEntry, at: number): void {
    this.#ended.set(n, { of: notBefore, at });
  }

  /** Whether an earlier engine wrote the wait of an entry, or this one before its clock was set back. */
  isFound({ n, notBefore }: OutboxEntry): boolean {
    return this.#found?.get(n) === notBefore;
  }

  dueAt(entry: OutboxEntry): number {
    const ended = this.#ended.get(entry.n);
    const due = this.#believed(entry);
    return ended?.of === entry.notBefore ? Math.min(due, ended.at) : due;
  }

  #believed(entry: OutboxEntry): number {
    const { notBefore, operation } = entry;
    if (!this.isFound(entry)) return notBefore;
    const longestMs = Math.max(longestBackOff(operation?.class ?? 'clinical'), this.#leastMs);
    return clamped(notBefore, this.#foundAt, longestMs);
  }

  #foundAt = 0;
  readonly #ended = new Map<number, { readonly of: number; readonly at: number }>();
}
