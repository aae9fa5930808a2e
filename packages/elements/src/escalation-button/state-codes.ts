import { escalationReceipt } from './escalation-receipt.ts';
import type { EscalationView } from './escalation-view.ts';

/** How it stands, in codes for an incident report: nothing of whom it is about, or of what was typed. */
export function stateCodesOf(view: EscalationView): readonly string[] {
  const { advice, session } = view;
  const receipt = escalationReceipt(session, view)?.tone ?? 'none';
  const handed = [session.raised, ...session.acts].flatMap((one) =>
    one === null ? [] : [`${one.entry.act.kind}=${one.handing.state}`],
  );
  return [`advice=${advice.kind}`, `receipt=${receipt}`, ...handed];
}
