/** Names a line by its rule and its facts, whatever order they came in. */
export function lineKey(rule: string, facts: readonly string[]): string {
  return `${rule}:${[...new Set(facts)].sort().join('+')}`;
}
