/** [P] How long after a move a press by mouse or finger is taken to be meant for what stood there before. */
const TOO_SOON_MS = 500;

/**
 * Tells a press on what has just come under the mouse from one that was meant. A list that is drawn anew puts another resident's
 * button where the reader was about to press.
 */
export class MovedList {
  readonly #clock: () => number;
  #order: string | null = null;
  #movedAt = Number.NEGATIVE_INFINITY;

  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  /** Takes note of the rows in their order. The first are no move. */
  see(rows: readonly string[]): void {
    const order = rows.join(' ');
    if (this.#order !== null && order !== this.#order) this.#movedAt = this.#clock();
    this.#order = order;
  }

  /** Whether this press comes too soon after a move. From the keyboard nothing moves under a finger. */
  isTooSoon(event: Event): boolean {
    const isPointer = event.type === 'click' && event instanceof UIEvent && event.detail > 0;
    return isPointer && this.#clock() - this.#movedAt < TOO_SOON_MS;
  }
}
