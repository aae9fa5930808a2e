import type { HomeMatters } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Clock } from '@ehch/clinical/time';
import type { EngineLink } from './engine-link.ts';
import { mattersOnPage } from './on-page-clock.ts';

/** A note of another window may be lost, and messages about people off the list come only by being asked for. */
const LOOK_AGAIN_MS = 15_000;
/** While a home is loaded, notes come many a second. The list is drawn no more often than this. */
const AT_MOST_EVERY_MS = 1_000;

type Link = Pick<EngineLink, 'engine' | 'listen' | 'isClosed'>;

/** One list of a home's threads on screen. It asks again after each change, one question at a time. */
export class WatchedMatters {
  readonly #link: Link;
  readonly #clock: Clock;
  readonly #onMatters: (matters: HomeMatters | null) => void;
  readonly #timer = setInterval(() => this.#look(), LOOK_AGAIN_MS);
  readonly #leave: () => void;
  #last: string | null = null;
  #isAsking = false;
  #isDue = false;
  #isConcealed = false;
  #isStopped = false;
  /** Counts what took the list off the screen. An answer to a question from before is given to nobody. */
  #era = 0;

  constructor(link: Link, clock: Clock, onMatters: (matters: HomeMatters | null) => void) {
    this.#link = link;
    this.#clock = clock;
    this.#onMatters = onMatters;
    this.#leave = link.listen({
      onChange: async () => this.#look(),
      onLoss: () => {
        this.#forget();
        setTimeout(() => this.#look(), AT_MOST_EVERY_MS);
      },
    });
    this.#look();
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#timer);
    this.#leave();
  }

  /** Takes the list off the screen, as at a lock, and asks nothing more. */
  conceal(): void {
    this.#isConcealed = true;
    this.#forget();
  }

  reveal(): void {
    this.#isConcealed = false;
    this.#look();
  }

  #forget(): void {
    this.#era += 1;
    this.#give(null);
  }

  #look(): void {
    this.#isDue = true;
    if (!this.#isAsking) void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    while (this.#isDue && !this.#isConcealed && !this.#isStopped && !this.#link.isClosed) {
      this.#isDue = false;
      const era = this.#era;
      const matters = await this.#matters();
      if (era === this.#era) this.#give(matters);
      await new Promise((resolve) => setTimeout(resolve, AT_MOST_EVERY_MS));
    }
    this.#isAsking = false;
  }

  async #matters(): Promise<HomeMatters | null> {
    try {
      const matters = await (await this.#link.engine()).listMatters({ now: this.#clock() });
      return mattersOnPage(matters, this.#clock(), Date.now());
    } catch (error) {
      // Not known, which is not "none": the list says so.
      reportCaught(error, 'sdk/matters');
      return null;
    }
  }

  #give(matters: HomeMatters | null): void {
    const said = JSON.stringify(matters);
    if (this.#isStopped || said === this.#last) return;
    this.#last = said;
    try {
      this.#onMatters(matters);
    } catch (error) {
      // A screen that fails to draw one list must still get the next.
      reportCaught(error, 'sdk/matters');
    }
  }
}
