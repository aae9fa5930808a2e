import { answerOf } from '../../form/answer-of.ts';
import type { ItemKey } from '../../form/answer.ts';
import { decidesWhatIsAsked, rowDecidesWhatIsAsked } from '../../form/engine/decides-asked.ts';
import { instanceOf, subtree } from '../../form/engine/layout.ts';
import { settled } from '../../form/engine/settle.ts';
import type { Offer } from '../../form/offer.ts';
import type { FormState } from '../../form/state.ts';
import { isInReach, rowSays } from './in-reach.ts';
import { takeOver } from './take-over.ts';

/**
 * The offers of a group, or of the whole form, that can be taken over now: to what is asked and has no answer, and to what is
 * asked once those before are taken over. Draw these, and give the same ones to `takeOverAll`.
 *
 * @throws {EhchError} `bad-argument` where the form has no such item.
 */
export function offersIn(state: FormState, offers: readonly Offer[], within?: ItemKey): readonly Offer[] {
  let waiting = within === undefined ? offers : offersUnder(state, offers, within);
  waiting = waiting.filter((offer) => isOpen(state, offer));
  const found = new Set<Offer>();
  let then = state;
  for (;;) {
    const next = waiting.find((offer) => !found.has(offer) && isInReach(then, offer));
    if (next === undefined) break;
    found.add(next);
    // Nobody pressed this: it only shows what would be asked. Each try works out the form anew, so none is made in vain.
    if (mayAskMore(state, next) && isOpen(then, next))
      then = takeOver(then, next, { at: state.draft.changedAt, by: null }).state;
  }
  return waiting.filter((offer) => found.has(offer));
}

function offersUnder(state: FormState, offers: readonly Offer[], within: ItemKey): readonly Offer[] {
  const ids = new Set(subtree(instanceOf(settled(state), within)).map(({ node }) => node.item.id));
  return offers.filter((offer) => ids.has(offer.kind === 'row' ? offer.list : offer.item));
}

/** Whether something else might be asked once the offer is taken over. */
function mayAskMore(state: FormState, offer: Offer): boolean {
  const { byKey } = settled(state).layout;
  const node = byKey.get(offer.kind === 'row' ? offer.list : offer.item)?.node;
  if (node === undefined) return false;
  return offer.kind === 'row' ? rowDecidesWhatIsAsked(node) : decidesWhatIsAsked(node);
}

function isOpen(state: FormState, offer: Offer): boolean {
  return offer.kind === 'answer' ? answerOf(state, offer.item) === null : !rowSays(state, offer);
}
