/**
 * Records that one tab, or by hand one panel, may ask for in a minute: a page that cycles residents must not fill the
 * audit of a server.
 */
const MOST = 10;
const WITHIN_MS = 60_000;

/** Counts the records that each tab or panel asked for, and says how long the next one has to wait. */
export class LookUpLimit {
  readonly #now: () => number;
  readonly #taken = new Map<number | object, readonly number[]>();

  /** @param now milliseconds of a clock that nobody sets, such as `performance.now` */
  constructor(now: () => number) {
    this.#now = now;
  }

  took(by: number | object): void {
    this.#taken.set(by, [...this.#lately(by), this.#now()]);
  }

  /** Milliseconds until this tab or panel may ask for another record. 0: it may now. */
  waitMs(by: number | object): number {
    const lately = this.#lately(by);
    const [oldest = 0] = lately.slice(-MOST);
    return lately.length < MOST ? 0 : oldest + WITHIN_MS - this.#now();
  }

  forget(by: number | object): void {
    this.#taken.delete(by);
  }

  #lately(by: number | object): readonly number[] {
    const since = this.#now() - WITHIN_MS;
    return (this.#taken.get(by) ?? []).filter((at) => at > since);
  }
}
