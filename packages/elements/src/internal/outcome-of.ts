import { KINDS, type KindName, type Outcome } from '@ehch/clinical/thread';

/** The main outcome of an answer. One that this version does not know is shown as its own name. */
export function outcomeOf(kind: KindName, id: string): Outcome {
  return KINDS[kind].outcomes.find((one) => one.id === id) ?? { id, words: id, isPromise: false };
}
