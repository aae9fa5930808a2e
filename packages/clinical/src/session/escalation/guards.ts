import { isSettled, stands, type Handing } from '../handing.ts';
import { sameAbout } from '../../thread/same-about.ts';
import type { Thread } from '../../thread/thread.ts';
import type { EscalationSession, HandedEntry } from './session.ts';

/** What keeps one press one escalation. A test takes each away and goes red. */
export interface EscalationGuards {
  /** X1: who has pressed once has raised it. */
  isRaised(session: EscalationSession): boolean;
  /** X4: nothing on the thread goes out before its raising was taken over by the port. */
  mayAct(session: EscalationSession): boolean;
  /** X12: a session goes on with a thread about whom it is itself, which its own side has raised and which is open. */
  mayGoOn(session: EscalationSession, thread: Thread): boolean;
}

export const ESCALATION_GUARDS: EscalationGuards = {
  isRaised: ({ raised }) => raised !== null,
  mayAct: isTakenOver,
  mayGoOn: ({ about }, thread) =>
    sameAbout(about, thread.about) && thread.raised.by.side === 'home' && thread.ending.state === 'open',
};

/** Whether a port has the raising, and will send it: it neither refused it, nor has a person given it up since. */
export function isTakenOver({ raised }: EscalationSession): boolean {
  return raised?.handing.state === 'told' && stands(raised);
}

/** Whether a server has it. What somebody has deleted there, nobody will see. */
export function isSent(handing: Handing): boolean {
  if (handing.state !== 'told') return false;
  const { receipt } = handing;
  if (receipt.state === 'sent') return receipt.isDeleted !== true;
  return receipt.state === 'seen' || receipt.state === 'answered';
}

/** The presses that wait for their port, or that their port did not take over. Somebody still has to hear of them (SPEC X10). */
export function unsettledIn({ raised, acts }: EscalationSession): readonly HandedEntry[] {
  return [raised, ...acts].filter((one) => one !== null).filter((one) => !isSettled(one));
}
