import { FOUR_AT_BANDS } from '../../../instruments/4at/4at.ts';
import { lowestOf } from '../../../instruments/bands.ts';
import { raisedBy } from './raised-by.ts';

/** Bellelli 2014, form 1.2: 4 or more is possible delirium. Parts that reach 4 are enough. */
export const delirium = raisedBy('delirium', 'Possible delirium', {
  '4at': lowestOf(FOUR_AT_BANDS, 'possible-delirium'),
});
