import type { KindName, Outcome } from '../thread/kind.ts';
import { KINDS } from '../thread/kinds/index.ts';
import type { PlaceConfiguration } from './place.ts';

/** The outcomes of a kind of thread, in the place's words where it has some. What an outcome means stays the same. */
export function outcomesIn(
  place: Pick<PlaceConfiguration, 'outcomeWords'> | null,
  kind: KindName,
): readonly Outcome[] {
  const own = place?.outcomeWords?.[kind] ?? {};
  return KINDS[kind].outcomes.map((outcome) => ({ ...outcome, words: own[outcome.id] ?? outcome.words }));
}
