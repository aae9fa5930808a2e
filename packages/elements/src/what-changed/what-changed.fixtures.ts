import { states as summaryStates } from '../resident-summary/resident-summary.fixtures.ts';
import type { SummaryState } from '../resident-summary/resident-summary.fixtures.ts';

const { typical } = summaryStates;

/** The same residents as in the summary, seen by somebody who looked before. */
export const states: Record<string, SummaryState> = {
  typical,
  'nothing new': { ...summaryStates.typical, since: '2026-11-21T14:00:00Z' },
  'partial date': { ...typical, since: '2026-11' },
  'unreadable date': { ...typical, since: '12/11/2026' },
  'failed sections': { view: summaryStates['failed-section'].view, since: '2026-11-12' },
  stale: summaryStates.stale,
  'no sections': { view: summaryStates['no-sections'].view, since: '2026-11-12' },
  loading: { view: summaryStates.loading.view, since: '2026-11-12' },
  'last days': { view: summaryStates['last-days'].view, since: '2026-11-12' },
  deceased: { view: summaryStates.deceased.view, since: '2026-11-12' },
  longest: summaryStates.longest,
  mismatch: { ...summaryStates.mismatch, since: '2026-11-12' },
};
