import { raisedBy } from './raised-by.ts';

/** [P] Clinical rules 11.3 and 8.5: feet are on the falls checklist. */
export const feet = raisedBy('feet', 'Feet', { feet: 'care|painful|ulcer' });
