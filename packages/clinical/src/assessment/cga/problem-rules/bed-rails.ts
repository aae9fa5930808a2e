import { raisedBy } from './raised-by.ts';

/** [P] Clinical rule 11.3: bed rails. */
export const bedRails = raisedBy('bed-rails', 'Bed rails not assessed', {
  rails: 'unassessed',
});
