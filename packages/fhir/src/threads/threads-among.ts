import type { ResidentId } from '@ehch/clinical';
import { threadsOf, type Thread, type ThreadEntry } from '@ehch/clinical/thread';
import { isObject, listAt, textAt, type Entry } from '../entry.ts';
import { plainEntry } from '../json.ts';
import { readEntry } from './read-entry.ts';
import { UNLISTED_AT } from './thread-codes.ts';

/** Threads with the messages that they were read from. */
export interface ThreadsAmong {
  readonly threads: readonly Thread[];
  /** How many messages claim to be entries and cannot be read as whole ones. One that was marked as a mistake is none. */
  readonly unreadable: number;
  /** Presses whose matter is not among the messages. */
  readonly orphans: readonly ThreadEntry[];
  /** The message of an entry, as the server has it. */
  messageOf(entry: string): unknown;
}

/**
 * The threads among messages that lie here, where no whole record is read: those about people who are not on the list, and
 * those of a card. Whose the messages are, whoever keeps them has made sure of.
 *
 * @param resident whom a subject means; `null`: nobody, so that only messages about unlisted people are entries
 * @param waiting messages that this device has pressed, and no server is known to have
 */
export function threadsAmong(
  messages: readonly unknown[],
  resident: ResidentId | null,
  waiting: readonly Entry[] = [],
): ThreadsAmong {
  const entries: ThreadEntry[] = [];
  const byEntry = new Map<string, unknown>();
  let unreadable = 0;
  const had = messages.map((resource): Entry => ({ fullUrl: null, resource }));
  for (const given of [...had, ...waiting]) {
    const { resource, unsent } = plainEntry(given);
    if (!isObject(resource)) continue;
    const reading = readEntry(resource, () => resident);
    if (reading.state === 'unreadable' && textAt(resource, 'status') !== 'entered-in-error') unreadable += 1;
    if (reading.state !== 'entry') continue;
    entries.push(unsent === undefined ? reading.entry : { ...reading.entry, unsent });
    // The server's copy is the one that counts.
    if (!byEntry.has(reading.entry.id)) byEntry.set(reading.entry.id, given.resource);
  }
  const threads = threadsOf(entries);
  const told = new Set(threads.flatMap((thread) => thread.entries.map(({ id }) => id)));
  const known = new Set(entries.filter(({ id }) => told.has(id)).map(({ thread }) => thread));
  const orphans = entries.filter(({ thread }) => !known.has(thread));
  return { threads, unreadable, orphans, messageOf: (entry) => byEntry.get(entry) };
}

/** Whether a message is about somebody who is not on a home's list: it has the category, and no subject. */
export function isUnlistedMessage(message: unknown): boolean {
  if (!isObject(message) || message['resourceType'] !== 'Communication' || 'subject' in message) return false;
  const codings = listAt(message, 'category').flatMap((concept) => listAt(concept, 'coding'));
  return codings.some((coding) => textAt(coding, 'system') === UNLISTED_AT);
}
