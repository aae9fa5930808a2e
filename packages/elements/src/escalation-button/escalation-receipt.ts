import type { HandedEntry, EscalationSession } from '@ehch/clinical/session';
import { isSent } from '@ehch/clinical/session';
import { brokenBefore, stillToRing } from '@ehch/clinical/thread';
import type { Thread, ThreadAct } from '@ehch/clinical/thread';
import { toldToRingWords } from '../internal/promised-before.ts';
import { receiptFromPort, handedPressWords } from './receipt-from-port.ts';
import type { ReceiptAround, ReceiptWords } from './receipt-around.ts';
import { asideWords, pressedSinceWords, receiptFromRecord } from './receipt-from-record.ts';

/** The truth about an escalation at this moment. `null`: nothing was pressed. */
export function escalationReceipt(session: EscalationSession, around: ReceiptAround): ReceiptWords | null {
  const { raised } = session;
  if (raised === null) return null;
  const { thread } = around;
  // Guard: what the record says is about what the record has. A later press speaks for itself until the record has it too.
  const apart = session.acts.filter(({ entry }) => !isIn(thread, entry.id));
  const asked = apart.findLast(({ entry }) => changesWhatIsAsked(entry.act));
  const told = asked === undefined ? receiptFromRecord(around) : null;
  const words = withTold(
    told ?? portWords(session, asked ?? lastAsked(session) ?? raised, around),
    asked,
    around,
  );
  const later = apart.filter((one) => one !== asked);
  const waiting = later.filter(({ handing }) => !isSent(handing));
  // Whoever pressed looks for it, and the record may have it only half a minute later.
  const said = later.map(({ entry, handing }) => handedPressWords(entry.act, handing, around));
  // Whom to ring stays what the answer says, also where a later press is not sent.
  const isTold = waiting.length === 0 || words.tone === 'told-to-ring';
  return { ...words, tone: isTold ? words.tone : 'not-sent', more: [...words.more, ...said] };
}

/** A broken promise asks somebody to ring, also where nobody waits too long for an answer to the last "worse". */
function portWords(session: EscalationSession, pressed: HandedEntry, around: ReceiptAround): ReceiptWords {
  const words = receiptFromPort(session, pressed, around);
  const { thread, now } = around;
  if (thread === null) return words;
  const tone = brokenBefore(thread, now) !== null && words.tone === 'sent' ? 'long' : words.tone;
  const since = pressedSinceWords(thread, now, pressed.entry.id);
  return { ...words, tone, more: [...words.more, ...since, ...asideWords(thread, around)] };
}

/** Who was told to ring 999 or 111 still has to, whatever was asked since (thread SPEC P10), and also where that is not sent. */
function withTold(
  words: ReceiptWords,
  asked: HandedEntry | undefined,
  { thread, now, place }: ReceiptAround,
): ReceiptWords {
  if (thread === null || stillToRing(thread) === null || asked?.entry.act.kind === 'withdraw') return words;
  // Once the record has the "worse", the thread's own words say it.
  const more = asked === undefined || thread.answered === null ? [] : toldToRingWords(thread, now, place);
  return { ...words, tone: 'told-to-ring', more: [...more, ...words.more] };
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
