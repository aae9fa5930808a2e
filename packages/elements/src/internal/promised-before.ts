import { brokenBefore, stillToRing, type Thread } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { outcomeOf, type OwnWords } from './outcome-of.ts';
import { shortMoment } from './short-moment.ts';

/** What was promised, or told, before a "worse". It answers nothing of it, and nobody may forget it (thread SPEC P10, P11). */
export function promisedBeforeWords(thread: Thread, now: Instant, place: OwnWords): readonly string[] {
  const { promisedBefore, ending, answered } = thread;
  if (promisedBefore === null || ending.state !== 'open') return [];
  return [
    ...(answered === null ? toldToRingWords(thread, now, place) : []),
    ...promiseWords(thread, promisedBefore, now, place),
  ];
}

/** Who answered that somebody has to ring 999 or 111, while nobody has said that they did, and more is asked since. */
export function toldToRingWords(thread: Thread, now: Instant, place: OwnWords): readonly string[] {
  const told = stillToRing(thread);
  if (told === null) return [];
  const { words } = outcomeOf(place, thread.kind, told.outcome);
  return [
    `▲ ${told.by.name} answered ${shortMoment(told.at, now)}: ${words}. Nobody has said since that 999 or 111 was rung.`,
  ];
}

function promiseWords(
  thread: Thread,
  { by, promisedBy, outcome }: NonNullable<Thread['promisedBefore']>,
  now: Instant,
  place: OwnWords,
): readonly string[] {
  if (promisedBy === null) return [];
  const until = shortMoment(promisedBy, now);
  return brokenBefore(thread, now) === null
    ? [`Promised by ${by.name} before “worse”: ${outcomeOf(place, thread.kind, outcome).words}, by ${until}.`]
    : [`▲ The promise for ${until} has passed. ${by.name} gave it before “worse”.`];
}
