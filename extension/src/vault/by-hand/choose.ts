import { beginChosen } from './begin-chosen.ts';
import type { Around, ByHand, ByHandGuards } from './by-hand.ts';

/** A person says which of those found is meant. */
export function choose(
  hand: ByHand,
  { ctx, resident }: { readonly ctx: string; readonly resident: string },
  around: Around,
  guards: ByHandGuards,
): ByHand {
  // Guard: a press belongs to the people who stood there when the person pressed.
  if (hand.kind !== 'choose' || (guards.context && hand.ctx !== ctx)) return hand;
  const meant = hand.found.find((entry) => entry.resident === resident);
  return meant === undefined ? hand : beginChosen(hand.asked, meant, around);
}
