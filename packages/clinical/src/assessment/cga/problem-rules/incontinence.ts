import { raisedBy } from './raised-by.ts';

/** [P] Clinical rules 11.3, continence, and 3.1: new incontinence. */
export const incontinence = raisedBy('incontinence', 'New or worse incontinence', {
  'continence-new': 'yes',
});
