import { standingOf, type Thread, type ThreadTimes } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { shortMoment } from './short-moment.ts';

/** Questions without a reply that the first line does not tell. Whoever has to reply reads each. */
export function questionWords(thread: Thread, now: Instant, times: ThreadTimes): readonly string[] {
  if (thread.ending.state === 'withdrawn') return [];
  const standing = standingOf(thread, now, times);
  const told = standing.state === 'question' ? standing.by.entry : null;
  return thread.questions
    .filter(({ entry }) => entry !== told)
    .map(({ by, at, words }) => {
      const said = words === '' ? '' : `: ${words}`;
      return `▲ ${by.name} asked the ${thread.raised.by.side} ${shortMoment(at, now)}, and has no reply${said}`;
    });
}

/** What other systems say of it. It is nobody's press here. */
export function elsewhereWords({ elsewhere = [] }: Thread): readonly string[] {
  return elsewhere.map((words) => `▲ ${words}. Nobody pressed that here.`);
}
