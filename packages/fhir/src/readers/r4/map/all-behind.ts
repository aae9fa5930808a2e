/** Whatever a record leads to, step by step. Each is met once, so a circle ends, and many ways to one count as one. */
export function allBehind<T>(first: T, next: (one: T) => readonly T[]): ReadonlySet<T> {
  const found = new Set<T>();
  const left = [...next(first)];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (found.has(one)) continue;
    found.add(one);
    left.push(...next(one));
  }
  return found;
}
