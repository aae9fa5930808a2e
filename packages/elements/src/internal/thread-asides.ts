import { askedAtOf, standingOf, type Thread, type ThreadTimes } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { outcomeOf, type OwnWords } from './outcome-of.ts';
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

/** An answer that another person's answer replaced is not lost behind it (thread SPEC P7). Somebody may wait for what it promised. */
export function replacedWords(
  { answered, entries, without, kind }: Thread,
  now: Instant,
  place: OwnWords,
): readonly string[] {
  if (answered === null) return [];
  const others = entries.filter(
    ({ id, by }) => id !== answered.entry && by.name !== answered.by.name && !without.includes(id),
  );
  const before = others.findLast(({ act }) => act.kind === 'answer');
  if (before?.act.kind !== 'answer') return [];
  const { outcome, words } = before.act;
  const said = [`${outcomeOf(place, kind, outcome).words}.`, words].filter((one) => one !== '').join(' ');
  return [`It replaced an answer by ${before.by.name}, ${shortMoment(askedAtOf(before), now)}: ${said}`];
}

/** What other systems say of it. It is nobody's press here. */
export function elsewhereWords({ elsewhere = [] }: Thread): readonly string[] {
  return elsewhere.map((words) => `▲ ${words}. Nobody pressed that here.`);
}
