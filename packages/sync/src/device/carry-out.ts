import { EhchError, type Decision } from '@ehch/clinical';
import type { Operation } from '@ehch/store';
import type { ActionsContext } from '../actions/actions-context.ts';
import { givingUpSignature } from '../actions/signed-draft.ts';
import { decide, type Decision as PushDecision } from '../push/decide.ts';
import type { Timing } from '../timing.ts';
import type { WorkOfNobody } from './work-of-nobody.ts';

interface CarryingOut {
  readonly actions: Pick<ActionsContext, 'store' | 'drafts' | 'user'>;
  readonly timing: Timing;
  /** `null`: nobody is signed in. */
  readonly nobody: WorkOfNobody | null;
  /** Why the person who is signed in may not send it; `null`: they may. */
  readonly whyNotBy: (operation: Operation) => string | null;
}

/**
 * Carries out a person's decision about something that waits, of the own organisation or of nobody.
 *
 * @throws {EhchError} `signed-out` if nobody is signed in; `not-found` if it no longer waits; `bad-argument` if the decision
 *   does not fit it; `forbidden` if this person may not send it; `not-kept` if it could not be written
 */
export async function carryOut(
  { actions, timing, nobody, whyNotBy }: CarryingOut,
  intent: string,
  decision: Decision,
): Promise<void> {
  if (await isOfNobody(nobody, intent, decision)) return;
  if (decision.kind === 'take-over')
    throw new EhchError('not-found', 'This is not there any more to be taken over. Read the list again.');
  const { store, user } = actions;
  const whoIsSignedIn = () => (user === null ? null : { ...user, home: user.organisation });
  const ports = { store, timing, epoch: () => 0, whoIsSignedIn, whyNotBy };
  const decided = async () => void (await decide(ports, intent, asPushed(decision)));
  const now = new Date(timing.now()).toISOString();
  await (decision.kind === 'discard' ? givingUpSignature(actions, intent, now, decided) : decided());
}

/** Whether it was about work of nobody, and was carried out there. */
async function isOfNobody(nobody: WorkOfNobody | null, intent: string, decision: Decision): Promise<boolean> {
  if (nobody === null) return false;
  // Nothing is sent again in the name of nobody: who wants it sent answers for it.
  if (decision.kind === 'take-over' || decision.kind === 'try-again') return nobody.takeOver(intent);
  return decision.kind === 'discard' && nobody.giveUp(intent, decision.why);
}

/** The person's words for what the push does. */
function asPushed(decision: Exclude<Decision, { kind: 'take-over' }>): PushDecision {
  switch (decision.kind) {
    case 'mine':
      return { kind: 'keep-mine' };
    case 'theirs':
      return { kind: 'discard', why: 'The other version stands.' };
    case 'each':
      return { kind: 'choose', take: decision.take };
    case 'try-again':
      return { kind: 'send-again' };
    case 'discard':
      return decision;
  }
}
