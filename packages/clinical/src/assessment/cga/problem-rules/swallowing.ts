import { raisedBy } from './raised-by.ts';

/** [P] Clinical rule 11.3: swallow. */
export const swallowing = raisedBy('swallowing', 'Swallowing difficulty', {
  swallow: 'difficult|risk',
});
