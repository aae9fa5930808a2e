import type { HomeMatters, ResidentSource } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';

/** Watches what is open in the homes while it is on screen, of one source at a time. */
export class MattersWatch {
  readonly #changed: () => void;
  #source: ResidentSource | null = null;
  #watch: AbortController | null = null;
  #latest: HomeMatters | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What the source said last; `null`: nothing yet. */
  get latest(): HomeMatters | null {
    return this.#latest;
  }

  /** Goes over to this source; `null`: to none. What another has said is forgotten. */
  follow(source: ResidentSource | null): void {
    if (source === this.#source) return;
    this.#watch?.abort();
    this.#watch = this.#latest = null;
    this.#source = source;
    if (source?.watchMatters === undefined) return;
    const watch = new AbortController();
    this.#watch = watch;
    try {
      source.watchMatters((matters) => {
        if (watch.signal.aborted) return;
        this.#latest = matters;
        this.#changed();
      }, watch.signal);
    } catch (error) {
      // The list then says that nothing is known yet.
      reportCaught(error, 'elements/escalations/watch');
      this.#latest = null;
    }
  }
}
