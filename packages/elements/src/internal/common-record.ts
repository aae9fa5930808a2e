import type { Recorded, PartialDate } from '@ehch/clinical';

/**
 * What most facts of a section share, said once at its head instead of on every line. A part that is not shared is
 * `undefined`: then every line says its own.
 */
export interface CommonRecord {
  readonly source?: string;
  readonly by?: Recorded['by'];
  readonly on?: PartialDate;
  /** Every fact shares all that is said here, so that no line differs. */
  readonly ofAll: boolean;
}

/** Nothing is shared: every line says all of its own. */
export const NOTHING_COMMON: CommonRecord = { ofAll: true };

/** Finds what most facts have in common, two at least. */
export function commonRecord(facts: readonly Recorded[], shareDates: boolean): CommonRecord {
  if (facts.length < 2) return NOTHING_COMMON;
  const source = shared(facts.map((one) => one.source.label));
  const by = shared(
    facts.map((one) => (one.by === null ? null : JSON.stringify([one.by.name, one.by.role]))),
  );
  const on = shareDates ? shared(facts.map((one) => one.on)) : null;
  const author = facts.find((one) => JSON.stringify([one.by?.name, one.by?.role]) === by?.value)?.by;
  const parts = [source, by, on].filter((part) => part !== null);
  return {
    ...(source === null ? {} : { source: source.value }),
    ...(author === undefined || author === null ? {} : { by: author }),
    ...(on === null ? {} : { on: on.value }),
    ofAll: parts.every(({ n }) => n === facts.length),
  };
}

/** The value that most have, and how many have it. What is not recorded is never common. */
function shared(values: readonly (string | null)[]): { readonly value: string; readonly n: number } | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [most] = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return most !== undefined && most[1] > 1 ? { value: most[0], n: most[1] } : null;
}

/** Whether two authors are written the same. */
export function isSameAuthor(a: Recorded['by'] | undefined, b: Recorded['by']): boolean {
  return a?.name === b?.name && a?.role === b?.role;
}
