import type { RosterEntry } from '@ehch/sdk/client';
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
    const entry = found.find(({ resident }) => resident === hand.resident.resident);
    if (entry === undefined) return putAway(hand, 'list-changed', around);
    // The list may have another name or room by now, or doubt the number.
    return isSame(entry, hand.resident) ? hand : { ...hand, resident: entry };
  }
  if (result.kind === 'not-found') return result;
  return isSame(found, hand.found) ? hand : { ...hand, ctx: around.freshContext, found };
}

/** Each reading of the list makes its entries anew. */
function isSame<T extends RosterEntry | readonly RosterEntry[]>(one: T, other: T): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
