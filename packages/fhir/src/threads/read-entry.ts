import { readInstant } from '@ehch/clinical/time';
import type { About, ThreadEntry } from '@ehch/clinical/thread';
import type { ResidentId } from '@ehch/clinical';
import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import { extensionsOf } from '../extensions.ts';
import { actFrom, listOfParts, partNamed, textPart, type ActPart } from './act-parts.ts';
import { isLinkedMessage } from './linked-message.ts';
import { offsetIn } from './clock-offset.ts';
import { ENTRY_PARTS, INTENT, THREAD_ACT, THREAD_ENTRY } from './thread-codes.ts';

/** What a message turned out to be. */
export type EntryReading =
  | { readonly state: 'entry'; readonly entry: ThreadEntry }
  /** It is no entry of a thread of ours: an ordinary message. */
  | { readonly state: 'other' }
  /**
   * It claims to be one and is not whole, or a person has marked it as a mistake. It is shown as a message, and
   * nothing follows.
   */
  | { readonly state: 'unreadable' };

/**
 * Reads a message as an entry of a thread.
 *
 * @param residentOf the resident whom the message's subject means; `null`: nobody who is known
 */
export function readEntry(
  message: JsonObject,
  residentOf: (reference: string) => ResidentId | null,
): EntryReading {
  const [extension] = extensionsOf(message['extension'], THREAD_ENTRY);
  const kind = actCode(message);
  if (extension === undefined && kind === null) return { state: 'other' };
  const parts = listOfParts(extension?.['extension']);
  const entry =
    kind === null || !parts.every(isAsWritten) ? null : entryFrom(message, kind, parts, residentOf);
  const isInForce = textAt(message, 'status') === 'completed' && !Array.isArray(message['modifierExtension']);
  return entry === null || !isInForce ? { state: 'unreadable' } : { state: 'entry', entry };
}

/** Whether a part has its value where it is read. A clock that is far off has a decimal. */
export function isAsWritten(part: ActPart): boolean {
  if (part.url === 'clock-offset' && offsetIn(part) !== null) return true;
  return Object.hasOwn(part, ENTRY_PARTS[part.url] ?? 'url');
}

/** The parts of a message that claims to be an entry and is none. They are shown, because nothing else tells them. */
export function partsOfHalfEntry(message: JsonObject): readonly ActPart[] {
  if (readEntry(message, () => '').state !== 'unreadable') return [];
  return extensionsOf(message['extension'], THREAD_ENTRY).flatMap((one) => listOfParts(one['extension']));
}

function entryFrom(
  message: JsonObject,
  kind: string,
  parts: readonly ActPart[],
  residentOf: (reference: string) => ResidentId | null,
): ThreadEntry | null {
  const act = actFrom(kind, wordsOf(message), parts);
  const about = aboutFrom(message, parts, residentOf);
  const [id, thread, name] = [intentOf(message), textPart(parts, 'thread'), textPart(parts, 'name')];
  const side = textAt(partNamed(parts, 'side'), 'valueCode');
  const pressedAt = textAt(message, 'sent');
  if (act === null || about === null || id === null || thread === null || name === null) return null;
  if ((side !== 'home' && side !== 'practice') || !isMoment(pressedAt)) return null;
  const received = textAt(message['meta'], 'lastUpdated');
  return {
    id,
    thread,
    about,
    by: { name, role: textPart(parts, 'role'), side },
    pressedAt,
    clockOffsetMs: offsetIn(partNamed(parts, 'clock-offset')),
    receivedAt: isMoment(received) ? received : null,
    after: textPart(parts, 'after'),
    act,
  };
}

function aboutFrom(
  message: JsonObject,
  parts: readonly ActPart[],
  residentOf: (reference: string) => ResidentId | null,
): About | null {
  if (partNamed(parts, 'unlisted') !== undefined) {
    // Guard: somebody on the list and nobody on the list at once is a contradiction, and may be a mix of two people.
    if (message['subject'] !== undefined && !isLinkedMessage(message)) return null;
    const name = textPart(parts, 'typed-name');
    if (name === null) return null;
    const [born, room] = [textPart(parts, 'typed-born'), textPart(parts, 'typed-room')];
    const home = textPart(parts, 'typed-home');
    return { kind: 'unlisted', person: { name, born, room, ...(home !== null && { home }) } };
  }
  const reference = textAt(message['subject'], 'reference');
  const resident = reference === null ? null : residentOf(reference);
  return resident === null ? null : { kind: 'resident', resident };
}

function actCode(message: JsonObject): string | null {
  const codings = listAt(message, 'category').flatMap((concept) => listAt(concept, 'coding'));
  const ours = codings.find((coding) => textAt(coding, 'system') === THREAD_ACT);
  return textAt(ours, 'code');
}

function intentOf(message: JsonObject): string | null {
  const own = listAt(message, 'identifier').find((one) => textAt(one, 'system') === INTENT);
  return textAt(own, 'value');
}

function wordsOf(message: JsonObject): string {
  return listAt(message, 'payload')
    .flatMap((one) => (isObject(one) ? (textAt(one, 'contentString') ?? []) : []))
    .join('\n');
}

function isMoment(text: string | null): text is string {
  return text !== null && readInstant(text) !== null;
}
