import type { ByHand, Moment } from './by-hand.ts';

/** A press keeps the resident for another ten minutes. */
export function keep(hand: ByHand, ctx: string, { now, ms }: Moment): ByHand {
  if (hand.kind !== 'chosen' || hand.ctx !== ctx) return hand;
  return { ...hand, pressed: { now, ms }, isEnding: false };
}
