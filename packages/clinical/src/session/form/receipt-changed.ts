import type { Receipt } from '../../ports/care-actions.ts';
import { heard } from './heard.ts';
import { isReceipt } from './port-answers.ts';
import type { FormSession } from './session.ts';
import { changed } from './stepped.ts';
import type { FormStepped } from './stepped.ts';
import { isActedOn, isFinished, isGivenUp } from './undo-signing.ts';

/** What became of it since, also while somebody asks to take it back: if that fails, it stands as it was seen (F5). */
export function receiptChanged(session: FormSession, intent: string, receipt: Receipt): FormStepped {
  const { phase, takenBack: back } = session;
  if (!isReceipt(receipt)) return changed(session, {});
  if (back?.intent === intent) {
    // Once the server has it, nothing of the former signature stands in the way any more.
    const takenBack = receipt.state === 'sent' ? null : { ...back, ...heard(receipt, back) };
    return changed(session, { takenBack }, { kind: 'announce' });
  }
  if (!isFinished(phase)) return changed(session, {});
  const { asked } = phase;
  if (asked?.intent.id === intent) {
    const now = { ...asked, ...heard(receipt, asked) };
    return changed(session, { phase: { ...phase, asked: now } }, { kind: 'announce' });
  }
  if (phase.intent !== intent || isBehind(receipt, phase.receipt)) return changed(session, {});
  return changed(session, { phase: { ...phase, ...heard(receipt, phase) } }, { kind: 'announce' });
}

/** What somebody saw is not unseen by news that comes late. */
function isBehind(receipt: Receipt, before: Receipt | null): boolean {
  if (receipt.state === 'refused' || isGivenUp(receipt)) return false;
  return (
    (isActedOn(before) && !isActedOn(receipt)) || (before?.state === 'answered' && receipt.state === 'seen')
  );
}
