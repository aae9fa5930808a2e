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

/** A part that is on its way for ever, or that no try fetches. */
export function partThatNeverComes<Part>(how: 'on-its-way' | 'not-to-be-had'): PartSource<Part> {
  return new PartSource<Part>(() =>
    how === 'on-its-way' ? new Promise(() => {}) : Promise.reject(new TypeError('Failed to fetch')),
  );
}
