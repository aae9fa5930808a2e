import { observationsFrom, type ObservationsNow } from '@ehch/clinical/escalation';
import type { FinishedAssessment } from '@ehch/clinical/assessment';
import type { About } from '@ehch/clinical/thread';
import { readInstant, type Instant } from '@ehch/clinical/time';
import type { EhchAssessmentFinishedEvent } from '../frailty-scorer/events.ts';
import type { SignedHere } from '../internal/signed-here.ts';

/** Signed observations of whom a worry is about. */
export interface Observed {
  /** The intent under which they were signed. */
  readonly assessment: string;
  readonly now: ObservationsNow;
}

/** [P] How long after they were taken observations still say how somebody is now. */
const RECENT_MS = 60 * 60_000;

/**
 * The observations that were signed in the form beside the escalation; `null`: it was another form, or is about somebody else.
 */
export function observedIn(event: Event, about: About): Observed | null {
  if (!('assessment' in event) || !('intent' in event)) return null;
  const { assessment, intent } = event as EhchAssessmentFinishedEvent;
  return observedOf(assessment, intent, about);
}

/** The last of these that is about whom the worry is about, and recent (SPEC X13); `null`: there is none. */
export function recentlySigned(signed: readonly SignedHere[], about: About, now: Instant): Observed | null {
  const found = signed.map(({ assessment, intent }) => observedOf(assessment, intent, about));
  return found.findLast((one) => one !== null && isRecent(one, now)) ?? null;
}

function observedOf(assessment: FinishedAssessment, intent: string, about: About): Observed | null {
  // Guard: what was measured of one resident never counts for another.
  if (about.kind !== 'resident' || assessment.draft.resident !== about.resident) return null;
  const now = assessment.scores.map(observationsFrom).find((one) => one !== null);
  return now === undefined ? null : { assessment: intent, now };
}

/** An age that cannot be told is not recent. */
function isRecent({ now: { score } }: Observed, now: Instant): boolean {
  const [taken, at] = [readInstant(score.assessedAt ?? ''), readInstant(now)];
  return taken !== null && at !== null && taken <= at && at - taken <= RECENT_MS;
}
