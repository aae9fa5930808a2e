export type Efi2Band = 'robust' | 'mild' | 'moderate' | 'severe';

/** Cuts of Best 2025, read in a secondary source. Never those of the first eFI. */
function bandOfValue(value: number): Efi2Band {
  if (value <= 0.0857) return 'robust';
  if (value <= 0.1624) return 'mild';
  return value <= 0.2392 ? 'moderate' : 'severe';
}

/** The cuts have so many decimals. A value with fewer may lie on either side of one. */
const DECIMALS = 4;

/**
 * The band of a printed value from 0 to 1; `null` where it came rounded and rounding decides the band.
 * @param decimals How many it was printed with.
 */
export function bandOfPrinted(value: number, decimals: number): Efi2Band | null {
  if (decimals >= DECIMALS) return bandOfValue(value);
  // Ten-thousandths are whole numbers here, so that no binary fraction decides.
  const middle = Math.round(value * 10 ** DECIMALS);
  const half = 5 * 10 ** (DECIMALS - 1 - decimals);
  const low = bandOfValue(Number(`${middle - half}e-${DECIMALS}`));
  return low === bandOfValue(Number(`${middle + half}e-${DECIMALS}`)) ? low : null;
}
