import reviewed from './equivalents.json' with { type: 'json' };
import type { Mutant } from './sample.ts';

/** A mutant that no person could tell from the source: reviewed by hand, with its reason. */
interface Equivalent {
  readonly key: string;
  readonly file: string;
  readonly change: string;
  readonly reason: string;
}

export const equivalents: readonly Equivalent[] = reviewed;
const keys = new Set(equivalents.map(({ key }) => key));

/** The key goes by the text around the place, so that a reviewed mutant is judged anew when its code changes. */
export function isEquivalent({ key }: Pick<Mutant, 'key'>): boolean {
  return keys.has(key);
}
