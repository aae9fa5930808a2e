import { raisedBy } from './raised-by.ts';

/** [P] Clinical rule 11.3: allergies checked. */
export const allergiesUnchecked = raisedBy('allergies-unchecked', 'Allergies not checked', {
  allergies: 'no',
});
