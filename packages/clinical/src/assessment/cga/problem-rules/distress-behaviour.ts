import { raisedBy } from './raised-by.ts';

/** [P] Clinical rule 11.3: distress behaviours, their triggers, a plan without medicine. */
export const distressBehaviour = raisedBy('distress-behaviour', 'Distress', {
  distress: 'yes',
});
