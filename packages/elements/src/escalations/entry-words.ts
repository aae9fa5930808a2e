import { formatDateTime } from '@ehch/clinical/display';
import type { PlaceConfiguration } from '@ehch/clinical';
import { isLate } from '@ehch/clinical/thread';
import type { KindName, Thread, ThreadAct, ThreadEntry } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { furtherWords } from '../internal/further-words.ts';
import { outcomeOf, type OwnWords } from '../internal/outcome-of.ts';
import { shortMoment } from '../internal/short-moment.ts';
import { timesOf } from '../internal/times-of.ts';

type Answer = Extract<ThreadAct, { kind: 'answer' }>;

/** One line of the history: who, when, what. An answer has its outcome, because another may have replaced it. */
export function entryWords(
  entry: ThreadEntry,
  { kind }: Thread,
  now: Instant,
  place: PlaceConfiguration | null,
): string {
  const { by, pressedAt, receivedAt, act } = entry;
  const role = by.role === null ? '' : `, ${by.role}`;
  const arrived = isLate(entry, timesOf(place)) ? ` (arrived ${formatDateTime(receivedAt)})` : '';
  return `${shortMoment(pressedAt, now)} ${by.name}${role}: ${ACTS[act.kind]}${actWords(act, kind, now, place)}${arrived}`;
}

/** What an act says. An answer without its outcome is half of one. */
export function actWords(act: ThreadAct, kind: KindName, now: Instant, place: OwnWords): string {
  return act.kind === 'answer' ? `: ${answerParts(act, kind, now, place).join(' · ')}` : wordsOf(act);
}

export const ACTS: Readonly<Record<ThreadAct['kind'], string>> = {
  raise: 'raised it',
  add: 'added',
  worse: 'worse',
  better: 'better now',
  call: 'telephone call',
  'went-to-hospital': 'gone to hospital',
  see: 'seen',
  take: 'is on it',
  'let-go': 'let it go',
  ask: 'asked',
  reply: 'replied',
  answer: 'answered',
  happened: 'it happened',
  told: 'told the relative',
  join: 'joined it with another matter',
  withdraw: 'withdrew it',
  link: 'said who it is',
};

/** The words of an act, with what a person has to know beside them. */
export function wordsOf(act: ThreadAct): string {
  switch (act.kind) {
    case 'call':
      return `: ${act.to}, ${act.isAnswered ? 'answered' : 'nobody answered'}${said(act.words)}`;
    case 'went-to-hospital':
      return `${said(act.where ?? '')}${said(act.words)}`;
    case 'told':
      return `: ${act.whom}`;
    default:
      return 'words' in act ? said(act.words) : '';
  }
}

/** An answer in words that the home can hand over. One to a withdrawn matter says that it is over (thread SPEC W2). */
export function givenAnswerWords(
  { kind, answered, ending }: Thread,
  now: Instant,
  place: OwnWords,
): readonly string[] {
  if (answered === null) return [];
  const parts = answerParts(answered, kind, now, place);
  return ending.state === 'withdrawn' ? [`It had been answered before that: ${parts.join(' · ')}`] : parts;
}

function answerParts(
  { outcome, promisedBy, words, further }: Pick<Answer, 'outcome' | 'promisedBy' | 'words' | 'further'>,
  kind: KindName,
  now: Instant,
  place: OwnWords,
): readonly string[] {
  const by = promisedBy === null ? '' : `, by ${shortMoment(promisedBy, now)}`;
  return [
    `${outcomeOf(place, kind, outcome).words}${by}.`,
    ...(words === '' ? [] : [`“${words}”`]),
    ...furtherWords(further),
  ];
}

export function said(words: string): string {
  return words === '' ? '' : `: ${words}`;
}
