import { raisedBy } from './raised-by.ts';

/** [P] Clinical rule 11.3: hearing, aids working. */
export const hearing = raisedBy('hearing', 'Hearing', {
  'hearing-aid': 'broken|lost',
  hearing: 'reduced|poor',
});
