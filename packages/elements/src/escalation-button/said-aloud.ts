import { escalationReceipt } from './escalation-receipt.ts';
import type { EscalationView } from './escalation-view.ts';
import { dueAloud } from './observations-due.ts';
import { duesIn } from './render-already.ts';

/** What a screen reader hears without anybody looking: how the last press stands, and that observations are due now. */
export function saidAloud(view: EscalationView): string {
  const words = escalationReceipt(view.session, view);
  const told = words === null ? [] : [words.line, ...words.more];
  return [...told, dueAloud(duesIn(view), view.now)].filter((one) => one !== '').join(' ');
}
