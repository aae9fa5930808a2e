import { raisedBy } from './raised-by.ts';

/** [P] Clinical rule 11.3: sleep. */
export const poorSleep = raisedBy('poor-sleep', 'Poor sleep', { sleep: 'poor' });
