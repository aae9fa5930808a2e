/** Some senders compute: 178.83981355877862 cm. What no scale or tape can tell is cut; what a person wrote stays. [P] */
const WRITTEN_BY_A_PERSON = 4;

export function shortened(value: number, decimals: number): number {
  const written = (String(value).split('.')[1] ?? '').length;
  return written > WRITTEN_BY_A_PERSON ? rounded(value, decimals) : value;
}

export function rounded(value: number, decimals: number): number {
  // The sliver undoes what binary arithmetic takes away from a product that ends in 5.
  const sliver = 1e-9;
  // Plus zero: no sign is left on a nothing.
  return Number((value + sliver).toFixed(decimals)) + 0;
}

/** A number for the screen, with the same rule. */
export function legible(value: number): number {
  return shortened(value, 1);
}
