/** Of the main thread's time, full readings may take this much: 5 ms in a second while nobody is there, else 50. */
const SHARE = { nobody: 200, somebody: 20 } as const;
/** A burst of changes is read once. Below the 100 ms in which a person who went must be cleared. */
const BURST_MS = { nobody: 100, somebody: 40 } as const;
/** A page that says nothing by itself is read again this often: a change of style is no mutation. */
const SANITY_MS = 1000;

type Presence = keyof typeof SHARE;

/** Says when a page is read next: soon after a change, but never so often that the host page would feel it. */
export class ReadingPace {
  readonly #look: () => void;
  #next: ReturnType<typeof setTimeout> | undefined;
  #nextAt = Infinity;
  #costMs = 0;

  constructor(look: () => void) {
    this.#look = look;
  }

  /** Runs one reading, and remembers how long it took. */
  measure<T>(read: () => T): T {
    const before = performance.now();
    try {
      return read();
    } finally {
      this.#costMs = performance.now() - before;
    }
  }

  afterChange(presence: Presence): void {
    this.#plan(BURST_MS[presence], presence);
  }

  withoutChange(presence: Presence): void {
    this.#plan(SANITY_MS, presence);
  }

  stop(): void {
    clearTimeout(this.#next);
    this.#nextAt = Infinity;
  }

  #plan(afterMs: number, presence: Presence): void {
    const waitMs = Math.max(afterMs, this.#costMs * SHARE[presence]);
    const at = performance.now() + waitMs;
    if (at >= this.#nextAt) return;
    clearTimeout(this.#next);
    this.#nextAt = at;
    this.#next = setTimeout(this.#look, waitMs);
  }
}
