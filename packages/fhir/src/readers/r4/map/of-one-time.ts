import type { Recorded } from '@ehch/clinical';
import { civilDayOf, precisionOf } from '@ehch/clinical/time';

type Timed = Pick<Recorded, 'on'>;

/** Whether two facts are of the same time, as far as the record says. */
export function areOfOneTime(a: Timed, b: Timed): boolean {
  return timeOf(a) === timeOf(b);
}

/** Whether a fact may be later than the leading one. For a fact without a date nobody knows. */
export function isRivalOf(leading: Timed, other: Timed): boolean {
  return other.on === null || areOfOneTime(leading, other) || isOfThatDay(leading, other);
}

/** Whether one is a day and the other a moment of that day. Nobody knows which came later. */
function isOfThatDay({ on: a }: Timed, { on: b }: Timed): boolean {
  if (a === null || b === null || precisionOf(a) === precisionOf(b)) return false;
  const day = civilDayOf(a);
  return day !== null && day === civilDayOf(b);
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

/** A fact, with what others of the same time say. */
export function besideOthers<T extends Recorded>(
  fact: T,
  others: readonly T[],
  said: (fact: T) => string | null,
): T {
  const own = said(fact);
  const different = others.filter((other) => ![own, null].includes(said(other)));
  if (own === null || different.length === 0) return fact;
  const told = different.map((other) => {
    const when =
      other.on === null ? 'without a date' : `of the same ${isOfThatDay(fact, other) ? 'day' : 'time'}`;
    return `another record ${when}: ${said(other)}`;
  });
  return {
    ...fact,
    cautions: [...new Set([...fact.cautions, 'contradicted' as const])],
    details: [...new Set([...(fact.details ?? []), ...told])],
  };
}
