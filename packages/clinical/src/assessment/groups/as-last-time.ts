import type { ItemKey } from '../../form/answer.ts';
import type { Offer } from '../../form/offer.ts';
import type { FormState } from '../../form/state.ts';
import { offersIn } from '../offers/offers-in.ts';
import { takeOverAll, type Pressed, type TakenOver } from '../offers/take-over.ts';

/**
 * "As last time" of a group, as one action: what the last assessment said of it, to every question without an answer. What is
 * decided anew each time, what is kept back and the results of instruments are never among it: a person asks those.
 *
 * @param offers All offers of the form, as `offersFor` gives them.
 */
export function asLastTime(
  state: FormState,
  group: ItemKey,
  offers: readonly Offer[],
  pressed: Pressed,
): TakenOver {
  const last = offers.filter(({ from }) => from === 'last-assessment');
  return takeOverAll(state, offersIn(state, last, group), pressed);
}
