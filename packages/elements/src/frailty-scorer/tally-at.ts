import { tallyOf } from '@ehch/clinical/form';
import type { FormState, ItemKey, Tally } from '@ehch/clinical/form';

const known = new WeakMap<FormState, Map<ItemKey | undefined, Tally>>();

/** How much of a form, or of a part of it, is known. Counted once for the same answers: not at each key that is typed. */
export function tallyAt(state: FormState, within?: ItemKey): Tally {
  const counted = known.get(state) ?? new Map<ItemKey | undefined, Tally>();
  known.set(state, counted);
  const tally = counted.get(within) ?? tallyOf(state, within);
  counted.set(within, tally);
  return tally;
}
