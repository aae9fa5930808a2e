import { precisionOf, type Recorded } from '@ehch/clinical';

type Timed = Pick<Recorded, 'on'>;

/** Whether two facts were true at one time, as far as the record tells: neither of them is the later one. */
export function areOfOneTime(a: Timed, b: Timed): boolean {
  return timeOf(a) === timeOf(b);
}

/** The same moment may be written in two time zones. */
function timeOf({ on }: Timed): string | number | null {
  return on !== null && precisionOf(on) === 'moment' ? Date.parse(on) : on;
}

/**
 * Facts of one kind, each beside those of the same time that say something else: 61 kg and 16 kg of one morning. The order
 * between them is an accident, so each is told with the others and none is the latest.
 */
export function withRivals<T extends Recorded>(
  facts: readonly T[],
  said: (fact: T) => string | null,
): readonly T[] {
  const byTime = Map.groupBy(facts, timeOf);
  return facts.map((fact) => besideOthers(fact, byTime.get(timeOf(fact)) ?? [], said));
}

/** The fact, with what the others of its time say. */
export function besideOthers<T extends Recorded>(
  fact: T,
  others: readonly T[],
  said: (fact: T) => string | null,
): T {
  const own = said(fact);
  const texts = others.flatMap((other) => said(other) ?? []).filter((text) => text !== own);
  if (own === null || texts.length === 0) return fact;
  const when = fact.on === null ? 'without a date' : 'of the same time';
  return {
    ...fact,
    cautions: [...new Set([...fact.cautions, 'contradicted' as const])],
    details: [...(fact.details ?? []), `another record ${when}: ${[...new Set(texts)].join(', ')}`],
  };
}
