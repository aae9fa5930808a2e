import { brokenBefore, type Thread } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { outcomeOf, type OwnWords } from './outcome-of.ts';
import { shortMoment } from './short-moment.ts';

/** What was promised before a "worse". It answers nothing of it, and nobody may forget it (thread SPEC P11). */
export function promisedBeforeWords(thread: Thread, now: Instant, place: OwnWords): readonly string[] {
  const { promisedBefore, ending, kind } = thread;
  if (promisedBefore === null || ending.state !== 'open') return [];
  const { by, promisedBy, outcome } = promisedBefore;
  const until = promisedBy === null ? '' : `, by ${shortMoment(promisedBy, now)}`;
  return brokenBefore(thread, now) === null
    ? [`Promised by ${by.name} before “worse”: ${outcomeOf(place, kind, outcome).words}${until}.`]
    : [
        `▲ The promise for ${shortMoment(promisedBy ?? now, now)} has passed. ${by.name} gave it before “worse”.`,
      ];
}
