import type { ThreadKind } from '../../kind.ts';

/** A question about a medicine, or one that is missing. Supply goes to the pharmacy first. */
export const MEDICINE_QUERY: ThreadKind = {
  kind: 'medicine-query',
  title: 'Medicine query',
  raisedBy: ['home'],
  urgency: 'same-day',
  outcomes: [
    { id: 'prescription', words: 'A prescription is on its way', isPromise: true },
    { id: 'supply', words: 'The pharmacy will supply it', isPromise: true },
    { id: 'advice', words: 'Advice, with the words for it', isPromise: false },
    { id: 'changed', words: 'The medicine was changed', isPromise: false },
    { id: 'no-action', words: 'No action needed', isPromise: false },
  ],
  // [P] A home and its pharmacy ask the same within one cycle of a week.
  joinWithinHours: 168,
  ringsUntilSeen: false,
};
