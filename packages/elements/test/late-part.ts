import { PartSource } from '../src/internal/part-source.ts';

/** A part of a component that comes, or does not, when the test says so. */
export interface LatePart<Part> {
  readonly source: PartSource<Part>;
  /** Every time that it was asked for, oldest first. */
  readonly asked: readonly { come(): void; fail(): void }[];
}

export function latePart<Part>(part: Part): LatePart<Part> {
  const asked: { come(): void; fail(): void }[] = [];
  const source = new PartSource<Part>(
    () =>
      new Promise((resolve, reject) => {
        asked.push({ come: () => resolve(part), fail: () => reject(new TypeError('Failed to fetch')) });
      }),
  );
  return { source, asked };
}

/** What a component of a test fetches in place of what it would. */
export class GivenParts {
  readonly #given = new Map<unknown, unknown>();

  give<Part>(usual: PartSource<Part>, given: PartSource<Part>): this {
    this.#given.set(usual, given);
    return this;
  }

  of<Part>(usual: PartSource<Part>): PartSource<Part> {
    // Only `give` enters here, and it pairs two of one type.
    return (this.#given.get(usual) as PartSource<Part> | undefined) ?? usual;
  }
}

/** A part that is on its way for ever, or that no try fetches. */
export function partThatNeverComes<Part>(how: 'on-its-way' | 'not-to-be-had'): PartSource<Part> {
  return new PartSource<Part>(() =>
    how === 'on-its-way' ? new Promise(() => {}) : Promise.reject(new TypeError('Failed to fetch')),
  );
}
