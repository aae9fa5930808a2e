import type { PlaceConfiguration } from '@ehch/clinical';
import { formatDateTime, formatDuration } from '@ehch/clinical/display';
import { signWords } from '@ehch/clinical/escalation';
import type { Handing, InboxPressed, InboxStop } from '@ehch/clinical/session';
import { isHeld, isLate, standingOf, unsentRaising } from '@ehch/clinical/thread';
import type { AskedBy, Raised, Thread, ThreadEntry, ThreadSide, ThreadTimes } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { howFarSent } from '../internal/how-far-sent.ts';
import type { OwnWords } from '../internal/outcome-of.ts';
import { promisedBeforeWords } from '../internal/promised-before.ts';
import { shortMoment } from '../internal/short-moment.ts';
import { elsewhereWords, questionWords, replacedWords } from '../internal/thread-asides.ts';
import { ago } from '../internal/ago.ts';
import { timesOf } from '../internal/times-of.ts';
import { UNSENT, unsentActs } from '../internal/unsent-words.ts';
import { ACTS, actWords, said, wordsOf } from './entry-words.ts';
import { whomToTell } from './matter-rows.ts';

/** How a thread stands, in one sentence. Only `answered` means that a person has answered. */
export interface StandingWords {
  readonly line: string;
  readonly tone: 'urgent' | 'waiting' | 'on-it' | 'answered' | 'ended';
}

/** The line that stands first. What waits says since when and for how long. */
export function standingWords(thread: Thread, now: Instant, times: ThreadTimes): StandingWords {
  const at = (moment: Instant) => shortMoment(moment, now);
  const unsent = unsentRaising(thread);
  if (unsent !== null) return { line: `${UNSENT[unsent]} Pressed ${at(thread.raised.at)}.`, tone: 'urgent' };
  const standing = standingOf(thread, now, times);
  switch (standing.state) {
    case 'withdrawn':
      return {
        line: `WITHDRAWN by ${standing.by.by.name} ${at(standing.by.at)}: ${whyWords(thread)}.`,
        tone: 'ended',
      };
    case 'closed':
      return {
        line: `Closed: ${standing.by.by.name} confirmed ${at(standing.by.at)} that it happened.`,
        tone: 'ended',
      };
    case 'overdue':
      return {
        line: `The promise for ${at(standing.promisedBy)} has passed. ${standing.by.by.name} gave it.`,
        tone: 'urgent',
      };
    case 'question':
      return {
        line: `${standing.by.by.name} asked the ${thread.raised.by.side} ${at(standing.by.at)}. No reply yet, and no answer.`,
        tone: 'waiting',
      };
    case 'answered': {
      const { by } = standing;
      return {
        line: `Answered by ${by.by.name} ${at(by.at)}${promiseIn(standing, now)}.`,
        tone: 'answered',
      };
    }
    case 'told-to-ring':
      return {
        line: `Answered by ${standing.by.by.name} ${at(standing.by.at)}${promiseIn(standing, now)}. Nobody has said since that 999 or 111 was rung.`,
        tone: 'urgent',
      };
    case 'taken': {
      const unseen = standing.hasSeen ? '' : ' They have not seen what was added since.';
      return {
        line: `Someone is on it since ${at(standing.by.at)}: ${standing.by.by.name}.${unseen}`,
        tone: 'on-it',
      };
    }
    case 'seen':
      return {
        line: `Seen by ${standing.by.by.name} ${at(standing.by.at)}. Nobody is on it.`,
        tone: 'waiting',
      };
    case 'waiting':
      return {
        line: `Nobody has seen it${standing.isLong ? ', for longer than agreed' : ''}. Asked ${at(standing.since)}, ${ago(standing.since, now)}.${tookBefore(thread, now, times)}`,
        tone: standing.isLong ? 'urgent' : 'waiting',
      };
  }
}

function promiseIn({ promisedBy }: { readonly promisedBy: Instant | null }, now: Instant): string {
  return promisedBy === null ? '' : `, promised by ${shortMoment(promisedBy, now)}`;
}

function tookBefore(thread: Thread, now: Instant, times: ThreadTimes): string {
  const { taken } = thread;
  if (taken === null || !isHeld(thread, now, times)) return '';
  return ` ${taken.by.name} took it ${shortMoment(taken.at, now)}, and has not seen what was added since.`;
}

function whyWords({ ending }: Thread): string {
  if (ending.state !== 'withdrawn') return '';
  const why = {
    'wrong-resident': 'it was about ANOTHER RESIDENT. Do not act on it here',
    mistake: 'it was a mistake',
    'not-needed': 'it is no longer needed',
  }[ending.why];
  return ending.words === '' ? why : `${why} (${ending.words})`;
}

/** What was raised: people's words, the signs in words, since when. */
export function raisedWords({ words, signs, since }: Raised): readonly string[] {
  return [
    ...(words === '' ? [] : [`“${words}”`]),
    ...(signs.length === 0 ? [] : [signs.map(signWords).join(' · ')]),
    ...(since === '' ? [] : [`since ${since}`]),
  ];
}

/** "asked by: Ann, daughter". `null`: whoever pressed asks. */
export function askedByWords(askedBy: AskedBy): string | null {
  if (askedBy.kind === 'presser') return null;
  if (askedBy.kind === 'resident') return 'asked by: the resident';
  const { name, relation } = askedBy;
  return `asked by: ${relation === null ? name : `${name}, ${relation}`}`;
}

/** Everything that a reader must know before going by a row, each in its own words. It names no resident. */
export function cautionWords(
  thread: Thread,
  now: Instant,
  place: PlaceConfiguration | null,
): readonly string[] {
  const times = timesOf(place);
  const { missing, disputed, foreign, without, entries, linkedFrom } = thread;
  const late = entries.filter((entry) => isLate(entry, times));
  const tell = whomToTell(thread);
  return [
    ...unsentCautions(thread, now, place),
    ...turnWords(thread, now),
    ...promisedBeforeWords(thread, now, place),
    ...questionWords(thread, now, times),
    ...replacedWords(thread, now, place),
    ...late.slice(0, 1).map((entry) => lateWords(entry)),
    ...(late.length > 1
      ? [`▲ ${late.length - 1} more of its presses arrived late: the history says when.`]
      : []),
    ...elsewhereWords(thread),
    ...(missing.length === 0
      ? []
      : [`▲ Not all of it has arrived. Ask the ${otherSide(thread)} what is missing.`]),
    ...(disputed.length === 0
      ? []
      : [`▲ One press arrived with two contents. Ask the ${otherSide(thread)} which is right.`]),
    ...(foreign === 0 ? [] : [`▲ ${foreign} of its messages name somebody else and are not shown.`]),
    ...(without.length === 0 ? [] : [`${without.length} of its presses did not fit and changed nothing.`]),
    ...(tell === null ? [] : [`${tell} asked, and still has to be told the answer.`]),
    ...(linkedFrom.some(({ kind }) => kind === 'resident')
      ? ['▲ It was linked to another resident before. What was said of it then may be about them.']
      : []),
  ];
}

/** What was pressed on it here and no server is known to have. The other side does not know of it. */
function unsentCautions(thread: Thread, now: Instant, place: OwnWords): readonly string[] {
  return unsentActs(thread).map(({ act, by, pressedAt, how }) => {
    const words = actWords(act, thread.kind, now, place).replace(/\.$/, '');
    return `▲ “${ACTS[act.kind]}”${words}, ${by.name} ${shortMoment(pressedAt, now)}: ${how}`;
  });
}

/** Whoever raised it knows what is missing. */
function otherSide({ raised }: Thread): string {
  return raised.by.side;
}

/** "Still waiting" only while nobody has answered, and nothing has ended (thread SPEC P4). */
function turnWords({ turn, inHospital, answered, ending, entries }: Thread, now: Instant): readonly string[] {
  const waits = answered === null && ending.state === 'open' ? ', and still waiting' : '';
  const hospital = entries.find(({ id }) => id === inHospital?.entry)?.act;
  return [
    ...(turn?.kind === 'worse' ? [`▲ WORSE ${shortMoment(turn.at, now)}${said(turn.words)}`] : []),
    ...(turn?.kind === 'better'
      ? [`Better now, ${shortMoment(turn.at, now)}${waits}${said(turn.words)}`]
      : []),
    ...(inHospital === null
      ? []
      : [
          `Gone to hospital, ${shortMoment(inHospital.at, now)}${hospital === undefined ? '' : wordsOf(hospital)}`,
        ]),
  ];
}

/** Whom it was raised about, where a person has linked it since. */
export function linkedWords({ linkedFrom: [first] }: Thread): string | null {
  if (first === undefined) return null;
  const from = first.kind === 'unlisted' ? `“${first.person.name}”, not on the list` : 'another resident';
  return `Raised about ${from}, and linked to this resident by a person.`;
}

/** Both clocks: a late arrival changes what a moment of a press means. */
function lateWords({ pressedAt, receivedAt, clockOffsetMs, act }: ThreadEntry): string {
  const offset = clockOffsetMs === null ? '' : `, ${minutesOff(clockOffsetMs)}`;
  return `▲ Arrived late: “${ACTS[act.kind]}” pressed ${formatDateTime(pressedAt)} by the clock of whoever pressed${offset}, arrived ${formatDateTime(receivedAt)}`;
}

function minutesOff(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  if (minutes === 0) return 'which was right';
  return `which was ${formatDuration(minutes)} ${ms > 0 ? 'slow' : 'fast'}`;
}

/** How far a press of one's own is. */
export function inboxPressWords(
  { entry, handing, matter }: InboxPressed,
  now: Instant,
  place: OwnWords,
): string {
  const words = actWords(entry.act, matter, now, place).replace(/\.$/, '');
  return `“${ACTS[entry.act.kind]}”${words}: ${pressedWords(handing, now, entry.by.side === 'home' ? 'practice' : 'home')}`;
}

/** Whoever has read it on the other side says so by a press of their own. */
export function pressedWords(handing: Handing, now: Instant, other: ThreadSide): string {
  return howFarSent(handing, now, {
    sent: `Nobody at the ${other} has confirmed it.`,
    notSent: `The ${other} does not know.`,
  });
}

export const STOP_WORDS: Readonly<Record<InboxStop, string>> = {
  'no-presser': 'Write your own name first.',
  ended: 'This has ended meanwhile. Nothing can be sent to it.',
  'not-read': '▲ Something was added since you began. Read it above first.',
  'nothing-written': 'Write the words first.',
  'no-outcome': 'Choose one main outcome.',
  'no-promise': 'Say by when.',
  'promise-unreadable': 'This time cannot be read.',
  'promise-passed': 'This time has passed already.',
  'nobody-chosen': 'Choose who it is.',
  'not-checked': 'Compare NHS number and date of birth first.',
};
