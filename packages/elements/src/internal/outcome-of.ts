import { KINDS, type KindName, type Outcome, type Thread } from '@ehch/clinical/thread';

/** The main outcome of an answer. One that this version does not know is shown as its own name, and asks nobody to ring. */
export function outcomeOf(kind: KindName, id: string): Outcome {
  return KINDS[kind].outcomes.find((one) => one.id === id) ?? { id, words: id, isPromise: false };
}

/** "Ring 999 or 111" is an answer after which nobody may stay calm. */
export function asksToRing({ answered, kind }: Thread): boolean {
  return answered !== null && outcomeOf(kind, answered.outcome).asksToRing === true;
}
