import { pressesOf } from './press.ts';

/** The report of an incident that somebody is writing. */
export type IncidentSession =
  | { readonly state: 'closed' }
  | {
      readonly state: 'open';
      readonly words: string;
      readonly copied: 'no' | 'taken' | 'by-hand';
    };

export type IncidentAction =
  | { readonly kind: 'report-incident' }
  | { readonly kind: 'close-incident' }
  | { readonly kind: 'write-incident'; readonly text: string }
  | { readonly kind: 'copy-incident' }
  /** What became of the copying. No press has it. */
  | { readonly kind: 'incident-copied'; readonly how: 'taken' | 'by-hand' };

export const incidentPresses = pressesOf<IncidentAction>();

export const NO_INCIDENT: IncidentSession = { state: 'closed' };

/** The next session. Copying is the one effect, and its controller carries it out. */
export function incidentStep(session: IncidentSession, action: IncidentAction): IncidentSession {
  if (action.kind === 'report-incident')
    return session.state === 'open' ? session : { state: 'open', words: '', copied: 'no' };
  if (session.state === 'closed') return session;
  switch (action.kind) {
    case 'close-incident':
      return NO_INCIDENT;
    case 'write-incident':
      return { ...session, words: action.text, copied: 'no' };
    case 'incident-copied':
      return { ...session, copied: action.how };
    case 'copy-incident':
      return session;
  }
}
