import type { ThreadKind } from '../../kind.ts';

/** A request that somebody outside the practice and the home sees the resident. */
export const REFERRAL: ThreadKind = {
  kind: 'referral',
  title: 'Referral',
  raisedBy: ['home', 'practice'],
  urgency: 'routine',
  outcomes: [
    { id: 'accepted', words: 'The service will see the resident', isPromise: true },
    { id: 'waiting-list', words: 'On the waiting list', isPromise: true },
    { id: 'declined', words: 'The service declined', isPromise: false },
    { id: 'no-action', words: 'No action needed', isPromise: false },
  ],
  // [P] Waits last for months, so an older referral is still the same matter.
  joinWithinHours: 2160,
  ringsUntilSeen: false,
};
