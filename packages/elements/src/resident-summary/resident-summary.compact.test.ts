import { checkSummaryStates } from '../../test/check-summary-states.ts';
import { ownStates } from './resident-summary.fixtures.ts';

describe('ehch-resident-summary, in every state of its own', () => {
  checkSummaryStates(ownStates, 'compact');
});
