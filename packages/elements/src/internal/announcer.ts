/** How long nothing must change before it is said. */
const PAUSE_MS = 1000;

/** The words of the one live region: what came of a change, after a pause, and nothing twice. */
export class Announcer {
  readonly #onSay: () => void;
  /** `null`: nothing was on screen before. */
  #seen: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  said = '';

  constructor(onSay: () => void) {
    this.#onSay = onSay;
  }

  /** Takes note of what is on screen. What has just been opened is read by its reader, not announced. */
  see(words: string): void {
    if (words === this.#seen) return;
    const opened = this.#seen === null;
    this.#seen = words;
    clearTimeout(this.#timer);
    if (opened) return;
    this.#timer = setTimeout(() => {
      this.said = words;
      this.#onSay();
    }, PAUSE_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.said = '';
    this.#seen = null;
  }
}
