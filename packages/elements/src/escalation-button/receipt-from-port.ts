import { formatDateWithWeekday, formatTime } from '@ehch/clinical/display';
import { coversHolidays, isOpenAt, opensNext } from '@ehch/clinical/place';
import { isSent, isUnacknowledged } from '@ehch/clinical/session';
import type { EscalationSession, HandedEntry, Handing } from '@ehch/clinical/session';
import type { ThreadAct } from '@ehch/clinical/thread';
import { londonDate } from '@ehch/clinical/time';
import type { Instant } from '@ehch/clinical/time';
import { howFarSent } from '../internal/how-far-sent.ts';
import { shortMoment } from '../internal/short-moment.ts';
import { ringName } from './ring-name.ts';
import { hasPassed, longUnseen, oldWords, type ReceiptAround, type ReceiptWords } from './receipt-around.ts';

type Told = Extract<Handing, { state: 'told' }>['receipt'];

/** What the port has said of the press by which somebody waits. */
export function receiptFromPort(
  session: EscalationSession,
  { entry, handing }: HandedEntry,
  around: ReceiptAround,
): ReceiptWords {
  const line = handedPressWords(entry.act, handing, around);
  if (!isSent(handing)) {
    const isLong = isUnacknowledged(session, around.now) && !staysHere(handing);
    const more = isLong ? ['It has waited for more than a minute. Do not wait for it: ring.'] : [];
    return { line, tone: 'not-sent', more };
  }
  const receipt = handing.state === 'told' ? handing.receipt : null;
  if (entry.act.kind === 'withdraw') return { line, tone: 'sent', more: [] };
  if (receipt?.state === 'answered') return { line, tone: answerTone(receipt, around.now), more: [] };
  if (receipt?.state === 'seen') return { line, tone: 'sent', more: [] };
  const urgency = session.raised?.entry.act.kind === 'raise' ? session.raised.entry.act.urgency : 'same-day';
  const long = longUnseen(session.waitsSince, urgency, around);
  return {
    line,
    tone: long.length > 0 ? 'long' : 'sent',
    more: [...long, ...unwatched(around), ...oldWords(around)],
  };
}

function answerTone(receipt: Extract<Told, { state: 'answered' }>, now: Instant): ReceiptWords['tone'] {
  return hasPassed(receipt.promisedBy, now) ? 'long' : 'answered';
}

/** Where there is no server nothing waits to be sent. */
function staysHere(handing: Handing): boolean {
  if (handing.state !== 'told') return false;
  const { receipt } = handing;
  return 'server' in receipt && receipt.server === 'none';
}

/** Which press it is, where it is not the raising, and how far it has come. */
export function handedPressWords(act: ThreadAct, handing: Handing, around: ReceiptAround): string {
  const words = ownWords(handing, around);
  return act.kind === 'raise' ? words : `${whatWasPressed(act)}: ${words}`;
}

/** What was pressed, and of a call with whom. */
export function whatWasPressed(act: Exclude<ThreadAct, { kind: 'raise' }>): string {
  if (act.kind !== 'call') return PRESSED[act.kind];
  return `${PRESSED.call}, ${act.to}${act.isAnswered ? '' : ', not answered'}`;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** What was pressed, as the beginning of a sentence. */
export const PRESSED: Readonly<Record<Exclude<ThreadAct['kind'], 'raise'>, string>> = {
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

function ownWords(handing: Handing, around: ReceiptAround): string {
  if (handing.state === 'told') {
    const words = practiceWords(handing.receipt, around);
    if (words !== null) return words;
  }
  return capital(howFarSent(handing, around.now, { sent: unseenWords(around) }));
}

/** What somebody at the practice did, where the port itself has heard of it. */
function practiceWords(receipt: Told, { now }: ReceiptAround): string | null {
  const at = (moment: Instant) => shortMoment(moment, now);
  if (receipt.state === 'seen') return `Seen by ${receipt.by} ${at(receipt.at)}. No answer yet.`;
  if (receipt.state !== 'answered') return null;
  const by = `Answered by ${receipt.by} ${at(receipt.at)}`;
  const { promisedBy } = receipt;
  if (promisedBy === null) return `${by}.`;
  return hasPassed(promisedBy, now)
    ? `${by}. The promise for ${at(promisedBy)} has passed.`
    : `${by}, promised by ${at(promisedBy)}.`;
}

/** "Nobody has seen it" needs somebody who has looked: a record that was not read says nothing of the kind. */
function unseenWords({ open }: ReceiptAround): string {
  if (open === null) return 'Whether somebody has seen it is not told here.';
  if (open.state !== 'known' || open.content.kind === 'disagree')
    return 'Whether somebody has seen it is not known: the record could not be read.';
  return 'Nobody has seen it yet.';
}

/**
 * "Nobody looks at this until Mon 08:00." Without the hours of the inbox nothing is promised. Whom to ring is whom the screen names:
 * beside "Ring 999 now" nobody is sent to 111.
 */
function unwatched({ now, place, inbox, ringing, gone = null }: ReceiptAround): readonly string[] {
  if (place === null || inbox === null) return ['When somebody looks at it is not known here.'];
  if (isOpenAt(inbox.monitored, now, place))
    return coversHolidays(place, londonDate(now))
      ? []
      : ['If today is a bank holiday, nobody looks at it. This list of bank holidays has ended.'];
  const named = ringing.now.kind === '111' ? '111' : ringName(ringing.now);
  const ring = gone === null ? ` Ring ${named}.` : '';
  const next = opensNext(inbox.monitored, now, place);
  if (next === null) return [`Nobody looks at this inbox at present.${ring}`];
  return [`Nobody looks at this until ${formatDateWithWeekday(next)} ${formatTime(next)}.${ring}`];
}
