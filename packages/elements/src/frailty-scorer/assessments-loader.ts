import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Assessments } from './own-assessments.ts';

/** Fetches the kit's own assessments for one component, when it needs them. They name no resident. */
export class AssessmentsLoader {
  readonly #load: () => Assessments | Promise<Assessments>;
  readonly #onChange: () => void;
  /** `null`: not needed yet, on their way, or not to be had. */
  loaded: Assessments | null = null;
  #coming: Promise<void> | null = null;
  state: 'idle' | 'loading' | 'failed' = 'idle';

  constructor(load: () => Assessments | Promise<Assessments>, onChange: () => void) {
    this.#load = load;
    this.#onChange = onChange;
  }

  /** Asks for them, unless that was done already. After a failure only a person asks again. */
  need(): Assessments | null {
    if (this.loaded !== null || this.state !== 'idle') return this.loaded;
    try {
      const got = this.#load();
      if (got instanceof Promise) this.#coming = this.#wait(got);
      else this.loaded = got;
    } catch (error) {
      reportCaught(error, 'elements/scorer/assessments');
      // The state says it, and the screen offers another try.
      this.state = 'failed';
    }
    return this.loaded;
  }

  /** The same for who can wait. `null`: not to be had. A press asks again after a failure. */
  async fetch(): Promise<Assessments | null> {
    if (this.state === 'failed') this.state = 'idle';
    this.need();
    await this.#coming;
    return this.loaded;
  }

  again(): void {
    if (this.state === 'failed') this.state = 'idle';
    this.#onChange();
  }

  async #wait(coming: Promise<Assessments>): Promise<void> {
    this.state = 'loading';
    try {
      this.loaded = await coming;
      this.state = 'idle';
    } catch (error) {
      reportCaught(error, 'elements/scorer/assessments');
      // The state says it, and the screen offers another try.
      this.state = 'failed';
    }
    this.#onChange();
  }
}
