import type { ThreadKind } from '../../kind.ts';

/** Something that one side asks of the other, from a plan, a round or a meeting. */
export const ACTION: ThreadKind = {
  kind: 'action',
  title: 'Action',
  raisedBy: ['home', 'practice'],
  urgency: 'routine',
  outcomes: [
    { id: 'will-do', words: 'It will be done', isPromise: true },
    { id: 'done', words: 'It was done', isPromise: false },
    { id: 'cannot-do', words: 'It cannot be done, with the reason', isPromise: false },
  ],
  // [P] Nobody asks for one action twice within a week.
  joinWithinHours: 168,
  ringsUntilSeen: false,
};
