import { intentOfRequest } from '../served-request.ts';
import type { Invariant } from './observed.ts';

/** P5: an intent is sent only in a session of its author. Escalations are sent by any member of the home. */
export const authorsSession: Invariant = ({ served, made }) =>
  served.flatMap((request) => {
    const intent = intentOfRequest(request);
    const sent =
      request.by === 'outside' ? undefined : made.find(({ operation }) => operation.intent === intent);
    if (sent === undefined || sent.operation.class === 'escalation') return [];
    const { sub } = sent.operation.author;
    if (request.session === sub) return [];
    return [
      { invariant: 'P5', what: `${intent} of ${sub} was sent in the session of ${request.session}` } as const,
    ];
  });
