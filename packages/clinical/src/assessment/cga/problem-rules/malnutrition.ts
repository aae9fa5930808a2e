import { lowestOf } from '../../../instruments/bands.ts';
import { MUST_BANDS } from '../../../instruments/must/must.ts';
import { raisedBy } from './raised-by.ts';

/** BAPEN: a MUST total of 2 or more is high risk. */
export const malnutrition = raisedBy('malnutrition', 'Risk of malnutrition', {
  must: lowestOf(MUST_BANDS, 'high'),
});
