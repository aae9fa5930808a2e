import { MANY_MEDICINES_FROM } from '../../../instruments/polypharmacy/polypharmacy.ts';
import { raisedBy } from './raised-by.ts';

/** NHS England, structured medication reviews: 10 or more medicines are a group for one. */
export const manyMedicines = raisedBy('many-medicines', 'Many medicines', {
  polypharmacy: MANY_MEDICINES_FROM,
});
