import { undisputedIn, type ResidentView } from '@ehch/clinical';
import type { ObservationsNow } from '@ehch/clinical/escalation';
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
