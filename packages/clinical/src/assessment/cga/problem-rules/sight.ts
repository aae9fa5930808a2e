import { raisedBy } from './raised-by.ts';

/** [P] Clinical rule 11.3: vision, aids working. */
export const sight = raisedBy('sight', 'Sight', {
  glasses: 'broken|lost',
  vision: 'reduced|poor',
});
