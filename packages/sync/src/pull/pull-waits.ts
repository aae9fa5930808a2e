import { backOff, LONGEST_BACK_OFF_MS } from '../push/back-off.ts';
import type { Timing } from '../timing.ts';
import { setClockBack, type HomeState } from './home-state.ts';

/** How long a pull waits, in milliseconds by the device's clock. */
export class PullWaits {
  readonly #timing: Timing;
  readonly #homes: readonly HomeState[];
  #failures = 0;
  #until = 0;
  #askedUntil = 0;
  #seenAt: number;

  constructor(timing: Timing, homes: readonly HomeState[]) {
    this.#timing = timing;
    this.#homes = homes;
    this.#seenAt = timing.now();
  }

  /** The device's clock. Whoever sets it back lengthens no wait. */
  now(): number {
    const now = this.#timing.now();
    const byMs = this.#seenAt - now;
    this.#seenAt = now;
    if (byMs > 0) {
      this.#until -= byMs;
      this.#askedUntil -= byMs;
      for (const state of this.#homes) setClockBack(state, byMs);
    }
    return now;
  }

  /** Until when everything waits after a failure. */
  get until(): number {
    return this.#until;
  }

  /** Until when the server asked to be left alone. `null`: it did not. */
  askedUntil(): number | null {
    return this.#askedUntil > this.now() ? this.#askedUntil : null;
  }

  failed(retryAfterMs: number | null): void {
    this.#failures += 1;
    const attempts = this.#failures;
    const random = () => this.#timing.random();
    this.#until = this.now() + backOff({ attempts, longestMs: LONGEST_BACK_OFF_MS, retryAfterMs }, random);
    if (retryAfterMs !== null) this.#askedUntil = this.#until;
  }

  did(): void {
    this.#failures = 0;
  }

  /** Ends the wait that follows from failures. One that the server asked for stays (SPEC P12). */
  endOwn(): void {
    this.now();
    this.#until = this.#askedUntil;
  }
}
