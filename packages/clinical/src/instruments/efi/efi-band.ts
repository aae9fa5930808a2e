import type { FormQuestion } from '../../form/types.ts';

export type EfiBand = 'fit' | 'mild' | 'moderate' | 'severe';

/** Clegg 2016: 36 deficits. */
export const DEFICITS = 36;

/** Asks how an index was printed, because a number does not tell: 0.20 and 0.2 are equal but mean different counts. */
export const DECIMALS_QUESTION: FormQuestion = {
  id: 'decimals',
  optional: true,
  type: 'integer',
  text: 'Decimals printed (0.20 has 2)',
  limits: { min: 0, max: 6 },
};

/**
 * Clegg 2016: fit to 0.12, mild to 0.24, moderate to 0.36, severe above.
 *
 * @param fraction the exact fraction, never a printed number
 */
export function bandOfFraction(fraction: number): EfiBand {
  if (fraction <= 0.12) return 'fit';
  if (fraction <= 0.24) return 'mild';
  return fraction <= 0.36 ? 'moderate' : 'severe';
}

/**
 * The counts of 36 that print as this score. If none does, `exact` is false and the count is the nearest.
 * If the number has more digits than `decimals`, its own digits count.
 */
export function countBehind(score: number, decimals: number): { counts: readonly number[]; exact: boolean } {
  const printed = Math.max(decimals, (String(score).split('.')[1] ?? '').length);
  // Half a unit of the last printed place. The small extra covers binary rounding of a fraction with many digits.
  const reach = 0.5 * 10 ** -printed + 1e-12;
  const all = Array.from({ length: DEFICITS + 1 }, (_, count) => count);
  const counts = all.filter((count) => Math.abs(count / DEFICITS - score) <= reach);
  return counts.length > 0
    ? { counts, exact: true }
    : { counts: [Math.round(score * DEFICITS)], exact: false };
}
