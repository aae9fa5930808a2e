import { documentElement } from './native.ts';

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
/** The words of the person on screen: 100 ms is the limit for clearing them, and a frame has to fit into it as well. */
export const HELD: Pace = { burstMs: 0, sanityMs: 68, share: 500, mostMs: 68 };
/** The whole page, when something came that may be another banner. */
const CONCERNED: Pace = { burstMs: 40, sanityMs: 40, share: 20, mostMs: 200 };
/** A page that is not drawn meanwhile, because the machine is busy or the frame is out of sight, is looked at then. */
const FRAME_MS = 20;
/** So little earlier is no new plan: a timer costs more than a small look. */
const HARDLY_MS = 1;

/** Plans the next look at a page: soon after a change, but never so often that the host page slows down. */
export class ReadingPace {
  readonly #pace: Pace;
  readonly #look: () => void;
  #next: ReturnType<typeof setTimeout> | undefined;
  #nextAt = Infinity;
  /** Is told of an element once the browser has laid out its page, and before it draws it. */
  readonly #drawn = new IntersectionObserver(() => this.#look());
  #isChanged = false;
  #costMs = 0;
  #lastAt = -Infinity;

  /** `look` stops the pace before it plans anew. */
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
      this.#lastAt = performance.now();
      this.#costMs = this.#lastAt - before;
    }
  }

  afterChange(): void {
    // The plan for the first change of a burst is never later than one for the next.
    if (this.#isChanged) return;
    this.#isChanged = true;
    this.#plan(this.#pace.burstMs, this.#pace);
  }

  /** The change may have put another person on the page. */
  afterConcern(): void {
    this.#isChanged = true;
    this.#plan(CONCERNED.burstMs, CONCERNED);
  }

  withoutChange(): void {
    this.#plan(this.#pace.sanityMs, this.#pace);
  }

  stop(): void {
    clearTimeout(this.#next);
    this.#drawn.disconnect();
    this.#isChanged = false;
    this.#nextAt = Infinity;
  }

  #plan(afterMs: number, { share, mostMs }: Pace): void {
    const now = performance.now();
    const rest = this.#lastAt + Math.min(this.#costMs * share, mostMs) - now;
    const waitMs = Math.max(afterMs, rest);
    // An earlier plan stands. A later one would let a busy page put its own reading off for ever.
    if (now + waitMs > this.#nextAt - HARDLY_MS) return;
    clearTimeout(this.#next);
    this.#nextAt = now + waitMs;
    this.#next = setTimeout(() => (this.#isChanged ? this.#afterFrame() : this.#look()), waitMs);
  }

  /**
   * Looks once the browser has laid out the page for itself. In the midst of a page's changes, a look would ask for a
   * layout of its own, which on a large page costs a hundred times the look.
   */
  #afterFrame(): void {
    this.#next = setTimeout(this.#look, FRAME_MS);
    const root = documentElement(document);
    if (root) this.#drawn.observe(root);
  }
}
