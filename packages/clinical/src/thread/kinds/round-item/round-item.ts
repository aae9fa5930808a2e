import type { ThreadKind } from '../../kind.ts';

/** A resident to be looked at in the weekly home round. */
export const ROUND_ITEM: ThreadKind = {
  kind: 'round-item',
  title: 'For the round',
  raisedBy: ['home', 'practice'],
  urgency: 'routine',
  outcomes: [
    { id: 'seen-in-round', words: 'Seen in the round', isPromise: false },
    { id: 'next-round', words: 'For the next round', isPromise: true },
    { id: 'advice', words: 'Advice, with the words for it', isPromise: false },
    { id: 'no-action', words: 'No action needed', isPromise: false },
  ],
  // [P] From one weekly round to the next.
  joinWithinHours: 168,
  ringsUntilSeen: false,
};
