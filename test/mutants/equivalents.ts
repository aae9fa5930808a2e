import reviewed from './equivalents.json' with { type: 'json' };
import type { Mutant } from './sample.ts';

/** A mutant that nobody could tell from the source. A person reviewed it, and gave the reason. */
interface Equivalent {
  readonly key: string;
  readonly file: string;
  readonly change: string;
  readonly reason: string;
}

export const equivalents: readonly Equivalent[] = reviewed;
const keys = new Set(equivalents.map(({ key }) => key));

/** The key follows from the text around the place, so that a change of the code calls for a new review. */
export function isEquivalent({ key }: Pick<Mutant, 'key'>): boolean {
  return keys.has(key);
}
