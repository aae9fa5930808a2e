import type { ThreadKind } from '../../kind.ts';

/**
 * A worry about a resident. The outcomes are the four of an enhanced care team's answer (S0: visit, another team
 * member, advice, prescription), 999 or 111, and that nothing is needed.
 */
export const WORRY: ThreadKind = {
  kind: 'worry',
  title: 'Worry',
  raisedBy: ['home'],
  urgency: 'same-day',
  outcomes: [
    { id: 'visit', words: 'Somebody will visit', isPromise: true },
    { id: 'team-member', words: 'Another member of the team will help', isPromise: true },
    { id: 'advice', words: 'Advice, with the words for it', isPromise: false },
    { id: 'prescription', words: 'A prescription is on its way', isPromise: true },
    { id: 'urgent-service', words: 'Ring 999 or 111', isPromise: false, asksToRing: true },
    { id: 'no-action', words: 'No action needed', isPromise: false },
  ],
  // [P] One spell of being unwell: a worry at night and one in the morning are the same matter.
  joinWithinHours: 24,
  ringsUntilSeen: true,
};
