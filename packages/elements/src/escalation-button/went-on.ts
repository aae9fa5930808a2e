import { undisputedIn, type ResidentView } from '@ehch/clinical';
import type { Advice, Ladder, ObservationsNow } from '@ehch/clinical/escalation';
import type { EscalationSession } from '@ehch/clinical/session';
import type { Thread } from '@ehch/clinical/thread';
import type { Shown } from '../internal/resident-element.ts';
import { observedWith } from './observations-due.ts';

/** The matter of this id that is open about whoever is shown; `null`: there is none. */
export function openThread(shown: Shown, id: string): Thread | null {
  const open = shown.state === 'view' ? (undisputedIn(shown.view, 'open') ?? []) : [];
  return open.find(({ thread }) => thread?.id === id)?.thread ?? null;
}

/**
 * The observations by which the ladder goes. Those of a matter that was raised elsewhere lie in the record; `null`: there are
 * none, or none of that time.
 */
export function observationsOf(
  { observations, wentOnFrom, raised }: EscalationSession,
  record: ResidentView | null,
): ObservationsNow | null {
  if (observations !== null) return observations.now;
  if (record === null || wentOnFrom === null || raised === null) return null;
  const latest = observedWith(raised.entry, record);
  if (latest === null) return null;
  const { at, now } = latest;
  return { ...now, score: { ...now.score, assessedAt: at } };
}

/**
 * What was asked for now is not advised as something for later in the day, where the screen no longer knows why it was (session
 * SPEC X12). What a person chose of the plan stands.
 */
export function asAsked(
  advice: Advice,
  { rungs }: Pick<Ladder, 'rungs'>,
  { session, thread }: { readonly session: EscalationSession; readonly thread: Thread | null },
): Advice {
  if (session.wentOnFrom === null || thread?.urgency !== 'now') return advice;
  const isLess = advice.kind === 'nothing-yet' || (advice.kind === 'rung' && advice.instead === null);
  const rung = rungs.findLast(({ ring }) => ring.some(({ kind }) => kind === '999'));
  if (!isLess || rung === undefined) return advice;
  const before = advice.kind === 'rung' ? advice.reasons : [];
  return { kind: 'rung', rung, reasons: ['It was asked for now', ...before], instead: null };
}
