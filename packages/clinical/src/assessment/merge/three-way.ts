import { readInstant } from '../../time/london.ts';

/** What two people made of the same thing. `null`: it is not there. */
export type ThreeWay<T> =
  | { readonly state: 'agreed'; readonly value: T | null }
  | { readonly state: 'conflict'; readonly mine: T | null; readonly theirs: T | null };

/**
 * One side's change wins over no change. Two changes that say the same are one: the earlier stays. Two others are a
 * conflict, and nothing is chosen. To say again what stood there is a change: it was looked at.
 */
export function threeWay<T>(
  base: T | null,
  mine: T | null,
  theirs: T | null,
  saysTheSame: (a: T, b: T) => boolean,
  at: (value: T) => string,
): ThreeWay<T> {
  if (equal(mine, theirs) || equal(theirs, base)) return { state: 'agreed', value: mine };
  if (equal(mine, base)) return { state: 'agreed', value: theirs };
  if (mine !== null && theirs !== null && saysTheSame(mine, theirs))
    return { state: 'agreed', value: [mine, theirs].sort(order(at))[0] ?? null };
  return { state: 'conflict', mine, theirs };
}

/** Earliest first; what is of one moment in an order that does not depend on whose it is. */
function order<T>(at: (value: T) => string): (a: T, b: T) => number {
  const key = (value: T) =>
    `${String(readInstant(at(value)) ?? 0).padStart(16, '0')} ${JSON.stringify(sorted(value))}`;
  return (a, b) => (key(a) < key(b) ? -1 : 1);
}

export function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** Plain data with its names in order, so that two copies that were put together differently are the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => [name, sorted(each)]);
}
