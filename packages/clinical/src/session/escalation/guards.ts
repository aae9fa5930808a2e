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
  mayAct: isTakenOver,
};

/** Whether a port has the raising, and will send it: it neither refused it, nor has a person given it up since. */
export function isTakenOver({ raised }: EscalationSession): boolean {
  if (raised?.handing.state !== 'told') return false;
  const { state } = raised.handing.receipt;
  return state !== 'refused' && state !== 'given-up';
}
