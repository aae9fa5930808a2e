/** Names a line by its rule and its facts, whatever their order. */
export function lineKey(rule: string, facts: readonly string[]): string {
  return `${rule}:${[...new Set(facts)].sort().join('+')}`;
}
