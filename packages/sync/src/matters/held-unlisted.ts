import type { ResidentId } from '@ehch/clinical';
import { asLinked, isObject, threadsAmong, type Entry, type ThreadsAmong } from '@ehch/fhir';
import type { OutboxEntry, RecordStore, StoredRecord } from '@ehch/store';
import { entryOf } from '../steps/entry-of.ts';
import { unsentEntries } from '../steps/unsent-entries.ts';
import { UNLISTED } from './unlisted-name.ts';

const KINDS: ReadonlySet<string> = new Set(['Communication']);

/** The messages about people off the list that lie on this device, with how far they were read. */
export interface HeldUnlisted extends ThreadsAmong {
  readonly held: StoredRecord;
}

/** @param pending what waits to be sent about people off the list */
export async function heldUnlisted(
  copies: RecordStore,
  pending: readonly OutboxEntry[] = [],
): Promise<HeldUnlisted> {
  const held = await copies.read(UNLISTED, KINDS);
  const messages = held.resources.map(({ text }) => JSON.parse(text) as unknown);
  // No address is looked at here, so the entries have none.
  const waiting = unsentEntries({ pending, resources: held.resources }, '');
  return { ...threadsAmong(messages, null, waiting), held };
}

/**
 * The messages of threads that a person has linked to this resident, as messages about them. The server has them without a
 * subject: who it is, stands in the thread alone, and may be corrected there.
 */
export function linkedEntries(
  { threads, messageOf, held }: HeldUnlisted,
  resident: ResidentId,
  base: string,
): readonly Entry[] {
  const linked = threads.filter(({ about }) => about.kind === 'resident' && about.resident === resident);
  const messages = new Set(linked.flatMap(({ entries }) => entries.map(({ id }) => idOf(messageOf(id)))));
  return held.resources
    .filter(({ id }) => messages.has(id))
    .map((stored) => {
      const { resource, ...entry } = entryOf(stored, base);
      return isObject(resource)
        ? { ...entry, resource: asLinked(resource, `Patient/${resident}`) }
        : { ...entry, resource };
    });
}

function idOf(message: unknown): unknown {
  return isObject(message) ? message['id'] : undefined;
}
