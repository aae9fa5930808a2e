import { raisedBy } from './raised-by.ts';

/** [P] Clinical rule 11.3: immunisations due. */
export const immunisation = raisedBy('immunisation', 'Immunisation due', {
  'vaccines-due': 'flu|covid|pneumococcal|shingles|rsv|other',
});
