import type { FormQuestion } from '../../form/types.ts';

export type EfiBand = 'fit' | 'mild' | 'moderate' | 'severe';

/** Clegg 2016: 36 deficits. */
export const DEFICITS = 36;

/** How a printed index was rounded cannot be read from a number: 0.20 and 0.2 are one, and mean different counts. */
export const DECIMALS_QUESTION: FormQuestion = {
  id: 'decimals',
  optional: true,
  type: 'integer',
  text: 'Decimals printed (0.20 has 2)',
  limits: { min: 0, max: 6 },
};

/** Clegg 2016: fit to 0.12, mild to 0.24, moderate to 0.36, severe above. Give the fraction, never the printed number. */
export function bandOfFraction(fraction: number): EfiBand {
  if (fraction <= 0.12) return 'fit';
  if (fraction <= 0.24) return 'mild';
  return fraction <= 0.36 ? 'moderate' : 'severe';
}

/**
 * The counts of 36 that print as this score; where none does (`exact` is false), the nearest one.
 * The number's own digits count where they are more than `decimals`.
 */
export function countBehind(score: number, decimals: number): { counts: readonly number[]; exact: boolean } {
  const printed = Math.max(decimals, (String(score).split('.')[1] ?? '').length);
  // Half a unit of the last printed place; the sliver lets a fraction with many digits meet itself.
  const reach = 0.5 * 10 ** -printed + 1e-12;
  const all = Array.from({ length: DEFICITS + 1 }, (_, count) => count);
  const counts = all.filter((count) => Math.abs(count / DEFICITS - score) <= reach);
  return counts.length > 0
    ? { counts, exact: true }
    : { counts: [Math.round(score * DEFICITS)], exact: false };
}
