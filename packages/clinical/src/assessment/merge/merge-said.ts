import { readInstant } from '../../time/london.ts';

/** What one draft has in one place: a thing, nothing (`null`), or all that is in dispute there. */
export type Said<T> = readonly (T | null)[];

/**
 * What two people's drafts come to in one place. One side's change wins over no change; two changes that say the same are
 * one, and the earlier stays; two others are in dispute, and nothing is chosen. To say again what stood there is a change:
 * it was looked at.
 */
export function mergeSaid<T>(
  base: Said<T>,
  mine: Said<T>,
  theirs: Said<T>,
  sameWords: (a: T, b: T) => boolean,
  at: (value: T) => string,
): Said<T> {
  if (equal(mine, theirs) || equal(theirs, base)) return mine;
  if (equal(mine, base)) return theirs;
  // In an order that does not depend on whose draft is whose.
  const key = (value: T | null) =>
    value === null
      ? ''
      : `${String(readInstant(at(value)) ?? 0).padStart(16, '0')} ${JSON.stringify(inOrder(value))}`;
  const all = [...mine, ...theirs].toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  const same = (a: T | null, b: T | null) => (a === null || b === null ? a === b : sameWords(a, b));
  return all.filter((value, i) => i === all.findIndex((other) => same(value, other)));
}

export function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

/** Plain data with its names in order, so that two copies that were put together differently are the same. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => [name, inOrder(each)]);
}
