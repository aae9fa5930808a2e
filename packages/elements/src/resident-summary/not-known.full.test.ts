import { checkSummaryStates } from '../../test/check-summary-states.ts';
import { notKnownStates } from './resident-summary.fixtures.ts';

describe('ehch-resident-summary, where not all is known', () => {
  checkSummaryStates(notKnownStates, 'full');
});
