/** Names a line by its rule and its facts, whatever order they came in. */
export function lineKey(rule: string, facts: readonly string[]): string {
  return `${rule}:${[...new Set(facts)].sort().join('+')}`;
}

/** By code points: the device's language must not change an order. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
