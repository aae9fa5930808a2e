import { raisedBy } from './raised-by.ts';

/** BGS Fit for Frailty: below 0.8 m/s, or above 10 s in timed up and go. It predicts no fall. */
export const slowWalking = raisedBy('slow-walking', 'Slow walking', {
  'gait-speed': 'slow',
  tug: 'over-10',
});
