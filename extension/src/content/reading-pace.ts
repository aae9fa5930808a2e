/** Waits this many times the cost of the last reading: 5 ms in a second while nobody is there, 50 ms with a person. */
const SHARE = { nobody: 200, somebody: 20 } as const;
/** A burst of changes is read once. With a person on screen it stays below 100 ms, the limit for clearing them. */
const BURST_MS = { nobody: 100, somebody: 40 } as const;
/** A page without mutations is read again this often, because a change of style sheet is no mutation. */
const SANITY_MS = 1000;

type Presence = keyof typeof SHARE;

/** Plans the next reading of a page: soon after a change, but never so often that the host page slows down. */
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
    // An earlier plan stands. A later one would let a busy page put its own reading off for ever.
    if (at >= this.#nextAt) return;
    clearTimeout(this.#next);
    this.#nextAt = at;
    this.#next = setTimeout(this.#look, waitMs);
  }
}
