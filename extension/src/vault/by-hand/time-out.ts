import type { ByHand, Moment } from './by-hand.ts';
import { putAway } from './put-away.ts';

/**
 * [P] Ten minutes without a press, and a warning in the last one. The practice's program cannot tell us that another
 * patient is open there, so nobody stands here for longer than one consultation.
 */
export const STANDS_FOR_MS = 10 * 60_000;
const WARNS_FOR_MS = 60_000;

/**
 * Puts a resident away whom nobody kept, and warns a minute before. Those who were found stand no longer: the answer to
 * an old question could be meant for another patient.
 */
export function timeOut(hand: ByHand, moment: Moment): ByHand {
  if (hand.kind !== 'chosen' && hand.kind !== 'choose') return hand;
  const left = STANDS_FOR_MS - passedMs(hand.kind === 'chosen' ? hand.pressed : hand.since, moment);
  if (left <= 0) return putAway(hand, 'time', moment);
  if (hand.kind === 'choose') return hand;
  const isEnding = left <= WARNS_FOR_MS;
  return isEnding === hand.isEnding ? hand : { ...hand, isEnding };
}

/** The longer of both clocks: one of them stands still while the computer sleeps, and somebody may set the other. */
function passedMs(since: Moment, { now, ms }: Moment): number {
  return Math.max(ms - since.ms, Math.abs(Date.parse(now) - Date.parse(since.now)));
}
