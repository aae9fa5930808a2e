import { formatTime } from '@ehch/clinical/display';
import { opensNext, isOpenAt } from '@ehch/clinical/place';
import { formatDateWithWeekday } from '@ehch/clinical/display';
import type { InboxConfiguration, PlaceConfiguration } from '@ehch/clinical';
import { isSent, isUnacknowledged } from '@ehch/clinical/session';
import type { EscalationSession, HandedEntry, Handing } from '@ehch/clinical/session';
import type { Thread, ThreadAct } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';

/** How the last thing that was pressed stands, in plain words. */
export interface ReceiptWords {
  /** The line that is always in sight. */
  readonly line: string;
  /** `not-sent` and `long` ask somebody to ring. Only `answered` means that a person has answered. */
  readonly tone: 'not-sent' | 'long' | 'sent' | 'answered';
  /** Further sentences: nobody looks at it now, who has it, what is asked. */
  readonly more: readonly string[];
}

interface Around {
  readonly now: Instant;
  readonly place: PlaceConfiguration | null;
  readonly inbox: InboxConfiguration | null;
  /** What the other side did with it, as far as the record says. */
  readonly thread: Thread | null;
}

/** The truth about an escalation at this moment. `null`: nothing was pressed. */
export function escalationReceipt(session: EscalationSession, around: Around): ReceiptWords | null {
  const { raised } = session;
  if (raised === null) return null;
  const { thread, now } = around;
  // Guard: what the record says is about what the record has. A later press speaks for itself until the record has it too.
  const apart = session.acts.filter(({ entry }) => !isIn(thread, entry.id));
  const asked = apart.findLast(({ entry }) => changesWhatIsAsked(entry.act));
  const told = asked === undefined ? threadWords(thread, now) : null;
  const words = told ?? handedWords(session, asked ?? lastAsked(session) ?? raised, around);
  const waiting = apart.filter((one) => one !== asked && !isSent(one.handing));
  if (waiting.length === 0) return words;
  const more = [...words.more, ...waiting.map(({ entry, handing }) => pressedWords(entry.act, handing))];
  return { ...words, tone: 'not-sent', more };
}

function isIn(thread: Thread | null, id: string): boolean {
  return thread?.entries.some((entry) => entry.id === id) === true;
}

/** After these two nothing that was answered before is an answer to what is asked now. */
function changesWhatIsAsked({ kind }: ThreadAct): boolean {
  return kind === 'worse' || kind === 'withdraw';
}

function lastAsked({ acts }: EscalationSession): HandedEntry | undefined {
  return acts.findLast(({ entry }) => changesWhatIsAsked(entry.act));
}

/** What the port has said of the press by which somebody waits. */
function handedWords(
  session: EscalationSession,
  { entry, handing }: HandedEntry,
  around: Around,
): ReceiptWords {
  const line = pressedWords(entry.act, handing);
  if (isSent(handing)) {
    const isSeen = handing.state === 'told' && handing.receipt.state !== 'sent';
    const isWithdrawn = entry.act.kind === 'withdraw';
    return { line, tone: 'sent', more: isSeen || isWithdrawn ? [] : unwatched(around) };
  }
  const isLong = isUnacknowledged(session, around.now);
  return {
    line,
    tone: 'not-sent',
    more: isLong ? ['It has waited for more than a minute. Do not wait for it: ring.'] : [],
  };
}

/** Which press it is, where it is not the raising, and how far it has come. */
function pressedWords({ kind }: ThreadAct, handing: Handing): string {
  const words = handingWords(handing);
  return kind === 'raise' ? words : `${PRESSED[kind]}: ${words}`;
}

const PRESSED: Readonly<Record<Exclude<ThreadAct['kind'], 'raise'>, string>> = {
  add: 'What you added',
  worse: '“Worse”',
  better: '“Better now”',
  call: 'The telephone call',
  'went-to-hospital': '“Gone to hospital”',
  see: '“Seen”',
  take: '“I am on it”',
  'let-go': '“I let it go”',
  ask: 'Your question',
  reply: 'Your reply',
  answer: 'Your answer',
  happened: '“It happened”',
  told: '“The relative was told”',
  join: 'The joining of two matters',
  withdraw: 'The withdrawal',
  link: 'Who it is',
};

/** What the other side did, newest first. Guard: only an answer to what was last asked counts. */
function threadWords(thread: Thread | null, now: Instant): ReceiptWords | null {
  if (thread === null) return null;
  const { answered, taken, seen, questions, ending } = thread;
  if (ending.state === 'withdrawn') return { line: 'Withdrawn.', tone: 'sent', more: [] };
  if (answered !== null) {
    const by = `Answered by ${answered.by.name} ${formatTime(answered.at)}`;
    const { promisedBy } = answered;
    const isLate = promisedBy !== null && Date.parse(now) > Date.parse(promisedBy);
    const more = answered.words === '' ? [] : [answered.words];
    if (promisedBy === null) return { line: `${by}.`, tone: 'answered', more };
    const promise = `promised by ${formatTime(promisedBy)}`;
    if (!isLate) return { line: `${by}, ${promise}.`, tone: 'answered', more };
    return { line: `${by}. The promise for ${formatTime(promisedBy)} has passed.`, tone: 'long', more };
  }
  const question = questions.at(-1);
  if (question !== undefined)
    return {
      line: `${question.by.name} asks: ${question.words}`,
      tone: 'sent',
      more: ['This is no answer yet. Reply below.'],
    };
  if (taken !== null && seen !== null)
    return {
      line: `${taken.by.name} is on it since ${formatTime(taken.at)}. No answer yet.`,
      tone: 'sent',
      more: [],
    };
  if (seen !== null)
    return { line: `Seen by ${seen.by.name} ${formatTime(seen.at)}. No answer yet.`, tone: 'sent', more: [] };
  return null;
}

function handingWords(handing: Handing): string {
  if (handing.state === 'on-its-way') return 'NOT SENT YET. It is being handed over.';
  if (handing.state === 'not-known')
    return handing.why === 'silent'
      ? 'NOT KNOWN whether it was taken over. Press “Try again”: it is never sent twice.'
      : 'NOT SENT. It could not be handed over.';
  const { receipt } = handing;
  switch (receipt.state) {
    case 'held-in-memory':
      return 'NOT SENT: lost if this browser closes.';
    case 'saved-on-device':
      return `Saved on this PC ${formatTime(receipt.at)}. NOT SENT YET.`;
    case 'unknown':
      return 'NOT KNOWN whether it arrived. It is being checked, and never sent twice.';
    case 'sent':
      return receipt.isDeleted === true
        ? `DELETED on the server since ${formatTime(receipt.at)}. Nobody will see it there: ring.`
        : `Sent ${formatTime(receipt.at)}. Nobody has seen it yet.`;
    case 'seen':
      return `Seen by ${receipt.by} ${formatTime(receipt.at)}. No answer yet.`;
    case 'answered':
      return `Answered by ${receipt.by} ${formatTime(receipt.at)}.`;
    case 'refused':
      return `NOT SENT. Refused: ${receipt.why}`;
    case 'given-up':
      return `NOT SENT. Given up by ${receipt.by} ${formatTime(receipt.at)}: ${receipt.why}`;
    default:
      // A port of a later version may say more than this one knows.
      return 'NOT KNOWN whether it was sent.';
  }
}

/** "Nobody looks at this until Mon 08:00." Without the hours of the inbox nothing is promised. */
function unwatched({ now, place, inbox }: Around): readonly string[] {
  if (place === null || inbox === null) return ['When somebody looks at it is not known here.'];
  if (isOpenAt(inbox.monitored, now, place)) return [];
  const next = opensNext(inbox.monitored, now, place);
  if (next === null) return ['Nobody looks at this inbox at present. Ring 111.'];
  return [`Nobody looks at this until ${formatDateWithWeekday(next)} ${formatTime(next)}. Ring 111.`];
}
