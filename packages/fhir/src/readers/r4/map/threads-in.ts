import { threadsOf, type Thread, type ThreadEntry } from '@ehch/clinical/thread';
import { listAt, textAt } from '../../../entry.ts';
import { foreignWords } from '../../../threads/foreign-words.ts';
import { readEntry } from '../../../threads/read-entry.ts';
import { INTENT } from '../../../threads/thread-codes.ts';
import type { Held, PatientRecord } from '../record.ts';

type Message = Held<'Communication'>;

/** A thread with the messages that it was read from. */
export interface HeldThread {
  readonly thread: Thread;
  /** The message of an entry. */
  messageOf(entry: string): Message | undefined;
}

/** The threads of a record. */
export interface ThreadsIn {
  readonly threads: readonly HeldThread[];
  /** Whether a message belongs to a thread that waits for somebody. */
  isOpen(held: Message): boolean;
  /** Presses whose matter has not arrived, or which are about nobody who is meant here. */
  readonly orphans: readonly { readonly entry: ThreadEntry; readonly held: Message }[];
  /** Whether a task only stands for a thread that was read. */
  isTaskOfOne(held: Held<'Task'>): boolean;
}

/** Two sections ask for the threads of one record. They are the same, and reading a message costs time. */
const READ = new WeakMap<PatientRecord, ThreadsIn>();

/** Reads the threads between the home and its practice from the resident's messages, once for each record. */
export function threadsIn(record: PatientRecord): ThreadsIn {
  const known = READ.get(record);
  if (known !== undefined) return known;
  const read = readThreads(record);
  READ.set(record, read);
  return read;
}

function readThreads(record: PatientRecord): ThreadsIn {
  const messages = new Map<string, Message>();
  const entries: ThreadEntry[] = [];
  for (const held of record.all('Communication')) {
    const reading = readEntry(held.raw, () => record.input.resident);
    if (reading.state !== 'entry') continue;
    entries.push({ ...reading.entry, ...unsentOf(held) });
    messages.set(reading.entry.id, held);
  }
  // Guard: a thread about somebody who is on no list is in nobody's record, whatever its messages say.
  const threads = threadsOf(entries).filter(({ about }) => about.kind === 'resident');
  const waiting = threads.filter(({ ending }) => ending.state === 'open');
  const open = new Set(waiting.flatMap((thread) => entriesOf(thread).map(({ id }) => messages.get(id))));
  const known = new Set(
    threads.flatMap(({ id, alsoRaised }) => [id, ...alsoRaised.map(({ entry }) => entry)]),
  );
  const told = new Set(threads.flatMap((thread) => entriesOf(thread).map(({ id }) => id)));
  const orphans = entries.filter(({ id }) => !told.has(id));
  return {
    orphans: orphans.flatMap((entry) => {
      const held = messages.get(entry.id);
      return held === undefined ? [] : [{ entry, held }];
    }),
    threads: threads.map((thread) => ({
      thread: withForeignWords(thread, record.all('Task')),
      messageOf: (entry) => messages.get(entry),
    })),
    isOpen: (held) => open.has(held),
    isTaskOfOne: (held) => threadNames(held).some((name) => known.has(name)),
  };
}

/** Every entry of a thread, also those that no server is known to have. */
export function entriesOf({ entries, unsent = [] }: Thread): readonly ThreadEntry[] {
  return [...entries, ...unsent.filter((one) => !entries.includes(one))];
}

/** What its way to the server says of a message. */
function unsentOf({ cautions }: Message): Pick<ThreadEntry, 'unsent'> {
  const unsent = cautions.find((one) => one === 'not-sent' || one === 'arrival-not-known');
  return unsent === undefined ? {} : { unsent };
}

/** The thread of a task. A server that gives the ids keeps the task's own id under the same system. */
function threadNames({ raw }: Held<'Task'>): readonly string[] {
  return listAt(raw, 'identifier').flatMap((one) =>
    textAt(one, 'system') === INTENT ? (textAt(one, 'value') ?? []) : [],
  );
}

/** A thread with what other systems have done to its tasks. */
function withForeignWords(thread: Thread, tasks: readonly Held<'Task'>[]): Thread {
  const own = new Set([thread.id, ...thread.alsoRaised.map(({ entry }) => entry)]);
  const elsewhere = tasks
    .filter((task) => threadNames(task).some((name) => own.has(name)))
    .flatMap(({ raw }) => foreignWords(raw) ?? []);
  return elsewhere.length === 0 ? thread : { ...thread, elsewhere };
}

/** Whether a message claims to be an entry of a thread and cannot be read as a whole one. */
export function isHalfEntry({ raw }: Message): boolean {
  return readEntry(raw, () => '').state === 'unreadable';
}
