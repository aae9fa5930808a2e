import type { EscalationSession } from './session.ts';

/** What keeps one press one escalation. A test takes each away and goes red. */
export interface EscalationGuards {
  /** X1: who has pressed once has raised it. */
  isRaised(session: EscalationSession): boolean;
  /** X4: nothing on the thread goes out before its raising was taken over by the port. */
  mayAct(session: EscalationSession): boolean;
}

export const ESCALATION_GUARDS: EscalationGuards = {
  isRaised: ({ raised }) => raised !== null,
  mayAct: ({ raised }) => raised?.handing.state === 'told' && raised.handing.receipt.state !== 'refused',
};
