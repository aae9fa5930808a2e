import type { Recorded } from '@ehch/clinical';
import { formatDate, withDoubt } from '@ehch/clinical/display';
import { civilDayOf, isSurelyOlder, precisionOf } from '@ehch/clinical/time';

type Timed = Pick<Recorded, 'on'>;

/** Whether two facts are of the same time, as far as the record says. */
export function areOfOneTime(a: Timed, b: Timed): boolean {
  return timeOf(a) === timeOf(b);
}

/**
 * Whether a fact may be later than the leading one. For a fact without a date nobody knows, and a year, a month or
 * a day alone may be later than whatever lies in it.
 */
export function isRivalOf(leading: Timed, other: Timed): boolean {
  return !isSurelyOlder(other.on, leading.on) && !isSurelyOlder(leading.on, other.on);
}

/** Two texts in different time zones may be the same moment. */
function timeOf({ on }: Timed): string | number | null {
  return on !== null && precisionOf(on) === 'moment' ? Date.parse(on) : on;
}

/**
 * Facts of one kind, each with those of the same time that differ: 61 kg and 16 kg of the same morning. Their
 * order is an accident, so none of them is the latest.
 */
export function withRivals<T extends Recorded>(
  facts: readonly T[],
  said: (fact: T) => string | null,
): readonly T[] {
  const byTime = Map.groupBy(facts, timeOf);
  return facts.map((fact, place) => {
    const same = byTime.get(timeOf(fact)) ?? [];
    const vague = place === 0 ? facts.filter((one) => isRivalOf(fact, one) && !same.includes(one)) : [];
    return besideOthers(fact, [...same, ...vague], said);
  });
}

/** A fact, with what others say that it does not put out of sight. What came before it is no contradiction. */
export function besideOthers<T extends Recorded>(
  fact: T,
  others: readonly T[],
  said: (fact: T) => string | null,
): T {
  const own = said(fact);
  const different = others.filter((other) => ![own, null].includes(said(other)));
  if (own === null || different.length === 0) return fact;
  const told = different.map(
    (other) => `another record ${whenOf(fact, other)}: ${withDoubt(said(other) ?? '', other)}`,
  );
  const isContradicted = different.some((other) => !isSurelyOlder(other.on, fact.on));
  return {
    ...fact,
    cautions: [...new Set([...fact.cautions, ...(isContradicted ? (['contradicted'] as const) : [])])],
    details: [...new Set([...(fact.details ?? []), ...told])],
  };
}

/** When another record is of, as seen from this one. */
function whenOf(fact: Timed, other: Timed): string {
  if (other.on === null) return 'without a date';
  if (areOfOneTime(fact, other)) return 'of the same time';
  const days = [fact.on, other.on].map(civilDayOf);
  if (days[0] !== null && days[0] === days[1]) return 'of the same day';
  if (isSurelyOlder(other.on, fact.on)) return `of ${formatDate(other.on)}`;
  if (isSurelyOlder(fact.on, other.on)) return `since, of ${formatDate(other.on)}`;
  return `of ${formatDate(other.on)}, perhaps later`;
}
