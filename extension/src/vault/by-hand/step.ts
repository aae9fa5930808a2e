import {
  EVERY_GUARD,
  NOTHING_BY_HAND,
  type Around,
  type ByHand,
  type ByHandAction,
  type ByHandGuards,
  type Chosen,
} from './by-hand.ts';
import { choose } from './choose.ts';
import { compareList } from './compare-list.ts';
import { find } from './find.ts';
import { keep } from './keep.ts';
import { meetPage } from './meet-page.ts';
import { putAway } from './put-away.ts';
import { takeView } from './take-view.ts';
import { timeOut } from './time-out.ts';

/** What the vault has to do after a step, in this order. */
export type ByHandEffect =
  | { readonly kind: 'unwatch' }
  /** Read the list of residents, if that is due. */
  | { readonly kind: 'read-roster' }
  | { readonly kind: 'watch'; readonly ctx: string; readonly resident: string };

export interface ByHandStep {
  readonly hand: ByHand;
  readonly effects: readonly ByHandEffect[];
}

/**
 * Returns the next state of what a person chose by hand, and its effects.
 *
 * First it ends what no longer holds: under a lock, beside a page that shows somebody, after ten minutes, off the list.
 * Only then does it take the action, so that no press finds anybody where nobody may stand.
 */
export function stepByHand(
  hand: ByHand,
  action: ByHandAction,
  around: Around,
  guards: ByHandGuards = EVERY_GUARD,
): ByHandStep {
  const standing = stillStands(hand, around, guards);
  const next = act(standing, action, around, guards);
  const before = hand.kind === 'chosen' ? hand : null;
  const after = next.kind === 'chosen' ? next : null;
  const isAnother = before?.ctx !== after?.ctx;
  return {
    hand: next,
    effects: [
      ...(before !== null && isAnother ? [{ kind: 'unwatch' } as const] : []),
      ...(action.kind === 'find' ? [{ kind: 'read-roster' } as const] : []),
      ...(after !== null && isAnother ? [watchOf(after)] : []),
    ],
  };
}

function watchOf({ ctx, resident }: Chosen): ByHandEffect {
  return { kind: 'watch', ctx, resident: resident.resident };
}

function stillStands(hand: ByHand, around: Around, guards: ByHandGuards): ByHand {
  if (guards.lock && around.isLocked) return putAway(hand, 'locked', around);
  const met = guards.page ? meetPage(hand, around) : hand;
  const timed = guards.time ? timeOut(met, around) : met;
  return guards.list ? compareList(timed, around, guards) : timed;
}

function act(hand: ByHand, action: ByHandAction, around: Around, guards: ByHandGuards): ByHand {
  switch (action.kind) {
    case 'look-again':
      return hand;
    case 'put-away':
      // Guard: this press may have been made before the page changed. It takes away, and lets nobody appear.
      return hand.kind === 'differs' && guards.question ? hand : putAway(hand, 'pressed', around);
    case 'go-on':
      return hand.kind === 'differs' && hand.ctx === action.ctx ? NOTHING_BY_HAND : hand;
    case 'view':
      return takeView(hand, action.ctx, action.view, guards);
    case 'keep':
      return keep(hand, action.ctx, around);
    case 'choose':
      return choose(hand, action, around, guards);
    case 'find': {
      // Guard: beside a page that shows somebody, and under a lock, nobody is looked for.
      const mayFind = !(guards.page && around.page.kind !== 'nobody') && !(guards.lock && around.isLocked);
      return mayFind ? find(action.asked, around, guards) : hand;
    }
  }
}
