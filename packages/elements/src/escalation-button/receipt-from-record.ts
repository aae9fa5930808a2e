import {
  isLate,
  standingOf,
  unsentRaising,
  type Standing,
  type Thread,
  type ThreadAct,
  type ThreadAnswer,
} from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { furtherWords } from '../internal/further-words.ts';
import { outcomeOf } from '../internal/outcome-of.ts';
import { promisedBeforeWords } from '../internal/promised-before.ts';
import { shortMoment } from '../internal/short-moment.ts';
import { elsewhereWords, questionWords, replacedWords } from '../internal/thread-asides.ts';
import { timesOf } from '../internal/times-of.ts';
import { whatWasPressed } from './receipt-from-port.ts';
import { longUnseen, oldWords, type ReceiptAround, type ReceiptWords } from './receipt-around.ts';

/**
 * What the other side did, as it stands now. Only an answer to what was last asked counts. `null`: the record does not have it, or
 * nobody has done anything and nobody waits too long, so that the port says how far it is.
 */
export function receiptFromRecord(around: ReceiptAround): ReceiptWords | null {
  const { thread, now } = around;
  // Of what was not sent nobody can have seen anything.
  if (thread === null || unsentRaising(thread) !== null) return null;
  const words = standingWords(thread, standingOf(thread, now, timesOf(around.place)), around);
  return words === null ? null : { ...words, more: [...words.more, ...besideWords(thread, around)] };
}

function standingWords(thread: Thread, standing: Standing, around: ReceiptAround): ReceiptWords | null {
  const at = (moment: string) => shortMoment(moment, around.now);
  const { answered } = thread;
  switch (standing.state) {
    case 'withdrawn':
      return { line: `Withdrawn by ${standing.by.by.name} ${at(standing.by.at)}.`, tone: 'sent', more: [] };
    case 'closed': {
      const line = `Closed: ${standing.by.by.name} confirmed at ${at(standing.by.at)} that it happened.`;
      return { line, tone: 'sent', more: saidIn(answered) };
    }
    case 'overdue': {
      const line = `${answeredLine(thread, around)}. The promise for ${at(standing.promisedBy)} has passed.`;
      return { line, tone: 'long', more: saidIn(answered) };
    }
    case 'answered':
    case 'told-to-ring': {
      const { promisedBy, state } = standing;
      const promise = promisedBy === null ? '' : `, promised by ${at(promisedBy)}`;
      return { line: `${answeredLine(thread, around)}${promise}.`, tone: state, more: saidIn(answered) };
    }
    case 'question': {
      const words = thread.questions.at(-1)?.words ?? '';
      const more = ['This is no answer yet. Reply below.'];
      return { line: `${standing.by.by.name} asks: ${words}`, tone: 'sent', more };
    }
    case 'taken': {
      const line = `${standing.by.by.name} is on it since ${at(standing.by.at)}. No answer yet.`;
      const more = standing.hasSeen ? [] : ['The last “worse” nobody has seen yet.'];
      return { line, tone: 'sent', more };
    }
    case 'seen':
      return { line: seenLine(thread, standing, around), tone: 'sent', more: [] };
    case 'waiting': {
      if (!standing.isLong) return null;
      const more = longUnseen(standing.since, thread.urgency, around);
      return { line: `Asked ${at(standing.since)}. Nobody has seen it yet.`, tone: 'long', more };
    }
  }
}

/** Who took it has it no longer once the place's minutes have passed. */
function seenLine(
  { taken }: Thread,
  { by }: Extract<Standing, { state: 'seen' }>,
  { now }: ReceiptAround,
): string {
  const line = `Seen by ${by.by.name} ${shortMoment(by.at, now)}.`;
  if (taken === null) return `${line} No answer yet.`;
  return `${line} ${taken.by.name} took it ${shortMoment(taken.at, now)}, and has not answered. Nobody is on it now.`;
}

/** Who answered, when, and what: an answer without its outcome is half of one. */
function answeredLine({ answered, kind }: Thread, { now, place }: ReceiptAround): string {
  if (answered === null) return '';
  const { words } = outcomeOf(place, kind, answered.outcome);
  return `Answered by ${answered.by.name} ${shortMoment(answered.at, now)}: ${words}`;
}

function saidIn(answered: ThreadAnswer | null): readonly string[] {
  if (answered === null) return [];
  return [answered.words, ...furtherWords(answered.further)].filter((one) => one !== '');
}

/** What nobody may forget, however the last press itself stands. */
export function asideWords(thread: Thread, { now, place }: ReceiptAround): readonly string[] {
  return [
    ...promisedBeforeWords(thread, now, place),
    ...questionWords(thread, now, timesOf(place)),
    ...replacedWords(thread, now, place),
    ...elsewhereWords(thread),
  ];
}

/**
 * What the home has pressed on it since it was raised. Whoever comes next has to know that 999 was rung, or that she has gone.
 *
 * @param told the press that the first line tells of: beside it only its words are new
 */
export function pressedSinceWords(
  { entries, without, ending }: Thread,
  now: Instant,
  told: string | null = null,
): readonly string[] {
  // What was about another resident is nobody's history here.
  if (ending.state === 'withdrawn') return [];
  return entries.flatMap(({ id, act, by, pressedAt }) => {
    if (!SINCE.has(act.kind) || act.kind === 'raise' || !('words' in act)) return [];
    const where = 'where' in act ? (act.where ?? '') : '';
    const said = [where, act.words].filter((one) => one !== '');
    if (without.includes(id) || (id === told && said.length === 0)) return [];
    const pressed = `${whatWasPressed(act)}: ${by.name} ${shortMoment(pressedAt, now)}`;
    const text = said.length === 0 ? pressed : `${pressed}: ${said.join('. ')}`;
    return [/[.!?…]$/.test(text) ? text : `${text}.`];
  });
}

const SINCE: ReadonlySet<ThreadAct['kind']> = new Set(['worse', 'better', 'went-to-hospital', 'call']);

/** What is true beside it, and must not be lost behind the first line. */
function besideWords(thread: Thread, around: ReceiptAround): readonly string[] {
  const at = (moment: string) => shortMoment(moment, around.now);
  const { missing, disputed, entries } = thread;
  const late = entries.filter((entry) => isLate(entry, timesOf(around.place)));
  return [
    ...asideWords(thread, around),
    ...pressedSinceWords(thread, around.now),
    ...late.map(
      ({ by, pressedAt, receivedAt }) =>
        `${by.name} pressed ${at(pressedAt)}. It reached the server only ${at(receivedAt ?? pressedAt)}.`,
    ),
    ...(missing.length === 0 ? [] : ['Something that was pressed on this has not arrived here yet.']),
    ...(disputed.length === 0 ? [] : ['One press came in two versions. Look at both in the record.']),
    ...oldWords(around),
  ];
}
