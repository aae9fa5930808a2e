import type { Assessments } from './own-assessments.ts';

/** Brings our own assessments to one component, when it needs them. They are no one's in particular: no resident is named. */
export class Bringing {
  readonly #load: () => Assessments | Promise<Assessments>;
  readonly #onChange: () => void;
  /** `null`: not needed yet, on their way, or not to be had. */
  ours: Assessments | null = null;
  #coming: Promise<void> | null = null;
  state: 'idle' | 'loading' | 'failed' = 'idle';

  constructor(load: () => Assessments | Promise<Assessments>, onChange: () => void) {
    this.#load = load;
    this.#onChange = onChange;
  }

  /** Asks for them, unless that was done already. After a failure only a person asks again. */
  need(): Assessments | null {
    if (this.ours !== null || this.state !== 'idle') return this.ours;
    try {
      const got = this.#load();
      if (got instanceof Promise) this.#coming = this.#wait(got);
      else this.ours = got;
    } catch {
      this.state = 'failed';
    }
    return this.ours;
  }

  /** The same for who can wait. `null`: not to be had. A press asks again after a failure. */
  async bring(): Promise<Assessments | null> {
    if (this.state === 'failed') this.state = 'idle';
    this.need();
    await this.#coming;
    return this.ours;
  }

  again(): void {
    if (this.state === 'failed') this.state = 'idle';
    this.#onChange();
  }

  async #wait(coming: Promise<Assessments>): Promise<void> {
    this.state = 'loading';
    try {
      this.ours = await coming;
      this.state = 'idle';
    } catch {
      this.state = 'failed';
    }
    this.#onChange();
  }
}
