/** How often something of a page is looked at. */
interface Pace {
  /** A burst of changes is looked at once, after this many milliseconds. */
  readonly burstMs: number;
  /** A page without mutations is looked at again this often, because a change of style sheet is no mutation. */
  readonly sanityMs: number;
  /** The wait is at least this many times what the last look cost. */
  readonly share: number;
  /** However much a look costs, the next one comes after this long. */
  readonly mostMs: number;
}

/** The whole page takes at most 5 ms of a second, and waits for nobody longer than three. */
export const WHOLE: Pace = { burstMs: 100, sanityMs: 1000, share: 200, mostMs: 3000 };
/** The words of the person on screen: 100 ms is the limit for clearing them, and a look takes less than one. */
export const HELD: Pace = { burstMs: 40, sanityMs: 80, share: 100, mostMs: 80 };
/** The whole page, when something came that may be another banner. */
const CONCERNED: Pace = { burstMs: 40, sanityMs: 40, share: 20, mostMs: 200 };

/** Plans the next look at a page: soon after a change, but never so often that the host page slows down. */
export class ReadingPace {
  readonly #pace: Pace;
  readonly #look: () => void;
  #next: ReturnType<typeof setTimeout> | undefined;
  #nextAt = Infinity;
  #costMs = 0;

  constructor(pace: Pace, look: () => void) {
    this.#pace = pace;
    this.#look = look;
  }

  /** Runs one look, and remembers how long it took. */
  measure<T>(read: () => T): T {
    const before = performance.now();
    try {
      return read();
    } finally {
      this.#costMs = performance.now() - before;
    }
  }

  afterChange(): void {
    this.#plan(this.#pace.burstMs, this.#pace);
  }

  /** The change may have put another person on the page. */
  afterConcern(): void {
    this.#plan(CONCERNED.burstMs, CONCERNED);
  }

  withoutChange(): void {
    this.#plan(this.#pace.sanityMs, this.#pace);
  }

  stop(): void {
    clearTimeout(this.#next);
    this.#nextAt = Infinity;
  }

  #plan(afterMs: number, { share, mostMs }: Pace): void {
    const waitMs = Math.max(afterMs, Math.min(this.#costMs * share, mostMs));
    const at = performance.now() + waitMs;
    // An earlier plan stands. A later one would let a busy page put its own reading off for ever.
    if (at >= this.#nextAt) return;
    clearTimeout(this.#next);
    this.#nextAt = at;
    this.#next = setTimeout(this.#look, waitMs);
  }
}
