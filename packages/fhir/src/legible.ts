/**
 * [P] Decimal places that a person may have written. Some senders compute, as in 178.83981355877862 cm: no
 * scale or tape can tell that much, so more places are cut. A person's own number stays.
 */
const WRITTEN_BY_A_PERSON = 4;

/** The number, rounded to `decimals` places only where it has more places than a person writes. */
export function shortened(value: number, decimals: number): number {
  const written = (String(value).split('.')[1] ?? '').length;
  return written > WRITTEN_BY_A_PERSON ? rounded(value, decimals) : value;
}

/** The number, rounded to `decimals` places. */
export function rounded(value: number, decimals: number): number {
  // Binary arithmetic leaves some products that end in 5 slightly too small. The sliver makes up for it.
  const sliver = 1e-9;
  // Adding zero turns -0 into 0, so that no zero shows a minus sign.
  return Number((value + sliver).toFixed(decimals)) + 0;
}

/** A number for the screen: more than 4 decimal places become 1. */
export function legible(value: number): number {
  return shortened(value, 1);
}
