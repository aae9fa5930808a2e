/** Compares by code units, because the device's language must not change an order. Negative if `a` comes first. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
