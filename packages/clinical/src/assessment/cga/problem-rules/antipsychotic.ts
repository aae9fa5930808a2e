import { raisedBy } from './raised-by.ts';

/** [P] Clinical rule 12.4 counts residents on an antipsychotic with a review. */
export const antipsychotic = raisedBy('antipsychotic', 'Antipsychotic: still needed?', {
  'psychotropic-kind': 'antipsychotic',
});
