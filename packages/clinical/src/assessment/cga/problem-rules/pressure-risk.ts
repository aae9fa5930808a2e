import { lowestOf } from '../../../instruments/bands.ts';
import { WATERLOW_BANDS } from '../../../instruments/waterlow/waterlow.ts';
import { raisedBy } from './raised-by.ts';

/** Waterlow 1985: at risk from 10. PURPOSE-T: red or amber. Public tables of Braden disagree, so it raises nothing [P]. */
export const pressureRisk = raisedBy('pressure-risk', 'Risk of pressure damage', {
  waterlow: lowestOf(WATERLOW_BANDS, 'at-risk'),
  'purpose-t': 'red|amber',
});
