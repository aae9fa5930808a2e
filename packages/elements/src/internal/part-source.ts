/** A part of a component that a page fetches once, or has imported up front. */
export class PartSource<Part> {
  readonly #fetch: () => Promise<Part>;
  #coming: Promise<Part> | null = null;
  #atHand: Part | null = null;

  constructor(fetch: () => Promise<Part>) {
    this.#fetch = fetch;
  }

  /** `null`: it was not fetched yet. */
  get atHand(): Part | null {
    return this.#atHand;
  }

  /** Makes the part known to every component of this copy of the kit. */
  register(part: Part): void {
    this.#atHand = part;
  }

  /** One fetch for a page, whoever asks. */
  fetch(): Promise<Part> {
    this.#coming ??= this.#fetch().then(
      (part) => (this.#atHand = part),
      (error: unknown) => {
        // Asked again at the next press. Chromium then fetches again; Firefox remembers that it failed.
        this.#coming = null;
        throw error;
      },
    );
    return this.#coming;
  }
}
