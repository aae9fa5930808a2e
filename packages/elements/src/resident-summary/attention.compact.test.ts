import { checkSummaryStates } from '../../test/check-summary-states.ts';
import { attentionStates } from './attention.fixtures.ts';

describe('ehch-resident-summary, where something asks for attention', () => {
  checkSummaryStates(attentionStates, 'compact');
});
