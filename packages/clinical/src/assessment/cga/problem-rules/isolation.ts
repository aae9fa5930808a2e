import { raisedBy } from './raised-by.ts';

/** [P] Clinical rule 9.1 names isolated people as a group for review. Which answers raise it is ours. */
export const isolation = raisedBy('isolation', 'Loneliness', {
  lonely: 'often',
  visitors: 'none',
});
