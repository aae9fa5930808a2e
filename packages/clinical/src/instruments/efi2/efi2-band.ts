export type Efi2Band = 'robust' | 'mild' | 'moderate' | 'severe';

/** Cut-offs of Best 2025, read in a secondary source. They differ from those of the first eFI. */
function bandOfValue(value: number): Efi2Band {
  if (value <= 0.0857) return 'robust';
  if (value <= 0.1624) return 'mild';
  return value <= 0.2392 ? 'moderate' : 'severe';
}

/** Decimals of the cut-offs. A value with fewer decimals may lie on either side of a cut-off. */
const DECIMALS = 4;

/**
 * The band of a printed value from 0 to 1; `null` if it came rounded and the rounding decides the band.
 * @param decimals the number of printed decimals
 */
export function bandOfPrinted(value: number, decimals: number): Efi2Band | null {
  if (decimals >= DECIMALS) return bandOfValue(value);
  // Counts in ten-thousandths, as whole numbers, so that no binary fraction decides.
  const middle = Math.round(value * 10 ** DECIMALS);
  const half = 5 * 10 ** (DECIMALS - 1 - decimals);
  const low = bandOfValue(Number(`${middle - half}e-${DECIMALS}`));
  return low === bandOfValue(Number(`${middle + half}e-${DECIMALS}`)) ? low : null;
}
