import type { PlaceConfiguration } from '@ehch/clinical';
import { outcomesIn } from '@ehch/clinical/place';
import type { KindName, Outcome } from '@ehch/clinical/thread';

/** What a place has of its own words for an answer. */
export type OwnWords = Pick<PlaceConfiguration, 'outcomeWords'> | null;

/**
 * The main outcome of an answer, in the words of the place as they are now: what it means stays the same. One that this version
 * does not know is shown as its own name.
 */
export function outcomeOf(place: OwnWords, kind: KindName, id: string): Outcome {
  return outcomesIn(place, kind).find((one) => one.id === id) ?? { id, words: id, isPromise: false };
}
