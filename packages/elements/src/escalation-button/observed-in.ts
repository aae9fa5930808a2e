import { observationsFrom, type ObservationsNow } from '@ehch/clinical/escalation';
import type { About } from '@ehch/clinical/thread';
import type { EhchAssessmentFinishedEvent } from '../frailty-scorer/events.ts';

/**
 * The observations that were signed in the form beside the escalation; `null`: it was another form, or is about somebody else.
 */
export function observedIn(
  event: Event,
  about: About,
): { readonly assessment: string; readonly now: ObservationsNow } | null {
  if (!('assessment' in event) || !('intent' in event)) return null;
  const { assessment, intent } = event as EhchAssessmentFinishedEvent;
  // Guard: what was measured of one resident never counts for another.
  if (about.kind !== 'resident' || assessment.draft.resident !== about.resident) return null;
  const now = assessment.scores.map(observationsFrom).find((one) => one !== null);
  return now === undefined ? null : { assessment: intent, now };
}
