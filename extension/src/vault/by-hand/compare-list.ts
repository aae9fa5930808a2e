import { NOTHING_BY_HAND, type Around, type ByHand, type ByHandGuards } from './by-hand.ts';
import { onList } from './find.ts';
import { putAway } from './put-away.ts';

/** Compares whoever was found or chosen with the list as it is now: a resident may have joined or left it. */
export function compareList(hand: ByHand, around: Around, guards: ByHandGuards): ByHand {
  if (hand.kind === 'not-found') {
    // The list that was missing has come. What was typed is not kept, so the person presses again.
    const isRead = around.roster.state(around.now).state === 'read';
    return hand.why === 'no-list' && isRead ? NOTHING_BY_HAND : hand;
  }
  if (hand.kind !== 'choose' && hand.kind !== 'chosen') return hand;
  const result = onList(hand.asked, around.roster, around.now, guards);
  const found = result.kind === 'found' ? result.found : [];
  if (hand.kind === 'chosen') {
    const isThere = found.some(({ resident }) => resident === hand.resident.resident);
    return isThere ? hand : putAway(hand, 'left-list', around);
  }
  if (result.kind === 'not-found') return result;
  return JSON.stringify(found) === JSON.stringify(hand.found)
    ? hand
    : { ...hand, ctx: around.freshContext, found };
}
