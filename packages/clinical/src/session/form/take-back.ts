import type { Receipt } from '../../ports/care-actions.ts';
import type { Stamp } from '../step.ts';
import { evaluated } from './evaluate.ts';
import type { FormGuards } from './guards.ts';
import { heard } from './heard.ts';
import { save } from './keep.ts';
import { refresh } from './refresh.ts';
import type { FormSession } from './session.ts';
import { andThen, changed, withEffects } from './stepped.ts';
import type { FormStepped } from './stepped.ts';

/** The form is open again at once. What becomes of the taking back is heard all the same: until it is sent, the signature stands. */
export function takenBack(
  session: FormSession,
  intent: string,
  receipt: Receipt | null,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  const { port } = session;
  const back = receipt === null || receipt.state === 'sent' ? null : { intent, ...heard(receipt) };
  const reopen = reopened({ ...session, takenBack: back }, stamp, guards);
  return receipt === null ? reopen : withEffects(reopen, { kind: 'watch-receipt', port, intent });
}

function reopened(session: FormSession, stamp: Stamp, guards: FormGuards): FormStepped {
  const open: FormSession = { ...session, phase: { state: 'open', failure: null }, signing: null };
  const kept = open.state === null ? changed(open, {}) : save(open, open.state.draft, stamp, guards);
  return withEffects(
    andThen(kept, (next) => andThen(refresh(session, { ...next, evaluating: [] }, stamp.at), evaluated)),
    { kind: 'focus', focus: { on: 'heading' } },
    { kind: 'announce' },
  );
}
