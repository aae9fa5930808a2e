import { formatDate } from '@ehch/clinical/display';
import type { Recorded } from '@ehch/clinical';
import type { PartialDate } from '@ehch/clinical/time';

/**
 * What most facts of a section share, said once at its head instead of on every line. A part that is not shared is
 * `undefined`: then every line says its own.
 */
export interface CommonRecord {
  readonly source?: string;
  readonly by?: Recorded['by'];
  /** `null`: most have no date. */
  readonly on?: PartialDate | null;
  /** Every fact shares all that is said here, so that no line differs. */
  readonly ofAll: boolean;
}

/** Nothing is shared: every line says all of its own. */
export const NOTHING_COMMON: CommonRecord = { ofAll: true };

/**
 * Finds what more than half of the facts share, two at least. Of a source it is enough that no other is as frequent: a
 * line with another names it, while a line without an author or a date would have to say that it has none.
 */
export function commonRecord(facts: readonly Recorded[], shareDates: boolean): CommonRecord {
  const source = shared(facts, ({ source: { label } }) => label, 0);
  const by = shared(facts, (one) => authorKey(one.by));
  const on = shareDates ? shared(facts, (one) => dateKey(one.on)) : null;
  const author = by?.fact.by ?? null;
  const parts = [source, author === null ? null : by, on].filter((part) => part !== null);
  return {
    ...(source === null ? {} : { source: source.fact.source.label }),
    ...(author === null ? {} : { by: author }),
    ...(on === null ? {} : { on: on.fact.on }),
    ofAll: parts.every(({ n }) => n === facts.length),
  };
}

/** Whether two dates are written the same, as a moment and its day are. */
export function isSameDate(a: PartialDate | null | undefined, b: PartialDate | null): boolean {
  return a !== undefined && dateKey(a) === dateKey(b);
}

/** Whether two authors are written the same. */
export function isSameAuthor(a: Recorded['by'] | undefined, b: Recorded['by']): boolean {
  return authorKey(a ?? null) === authorKey(b);
}

/** What most facts say, where more than this share of them does: the first such fact, and how many they are. */
function shared(
  facts: readonly Recorded[],
  keyOf: (fact: Recorded) => string,
  moreThan = 0.5,
): { readonly fact: Recorded; readonly n: number } | null {
  const [most] = [...Map.groupBy(facts, keyOf)]
    .flatMap(([key, [fact, ...others]]) => (fact ? [{ key, fact, n: others.length + 1 }] : []))
    .toSorted((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1));
  return most !== undefined && most.n > 1 && most.n > moreThan * facts.length ? most : null;
}

function authorKey(by: Recorded['by']): string {
  return JSON.stringify([by?.name ?? null, by?.role ?? null]);
}

function dateKey(on: PartialDate | null): string {
  return on === null ? '' : formatDate(on);
}
