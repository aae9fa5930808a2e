/** Records that one tab may ask for in a minute: a page that cycles residents must not fill the audit of a server. */
const MOST = 10;
const WITHIN_MS = 60_000;

/** Counts the records that each tab asked for, and says how long the next one has to wait. */
export class LookUpLimit {
  readonly #now: () => number;
  readonly #taken = new Map<number, readonly number[]>();

  /** @param now milliseconds of a clock that nobody sets, such as `performance.now` */
  constructor(now: () => number) {
    this.#now = now;
  }

  took(tab: number): void {
    this.#taken.set(tab, [...this.#lately(tab), this.#now()]);
  }

  /** Milliseconds until this tab may ask for another record. 0: it may now. */
  waitMs(tab: number): number {
    const lately = this.#lately(tab);
    const [oldest = 0] = lately.slice(-MOST);
    return lately.length < MOST ? 0 : oldest + WITHIN_MS - this.#now();
  }

  forget(tab: number): void {
    this.#taken.delete(tab);
  }

  #lately(tab: number): readonly number[] {
    const since = this.#now() - WITHIN_MS;
    return (this.#taken.get(tab) ?? []).filter((at) => at > since);
  }
}
