import type { PutAway } from '../../messages/by-hand-state.ts';
import { NOTHING_BY_HAND, type ByHand, type Moment } from './by-hand.ts';

/** Ends whatever was found or chosen. Only the end of a choice is told, because the person may miss the resident. */
export function putAway(hand: ByHand, why: PutAway, { now }: Pick<Moment, 'now'>): ByHand {
  if (hand.kind === 'nobody') return hand;
  return hand.kind === 'chosen' ? { kind: 'nobody', ended: { why, at: now } } : NOTHING_BY_HAND;
}
