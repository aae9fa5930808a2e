import { KINDS, type KindName, type ThreadEntry, type ThreadUrgency } from '@ehch/clinical/thread';
import type { JsonObject } from '../entry.ts';
import { derivedId } from '../writers/operations/derived-id.ts';
import { responseIdOf } from '../writers/operations/finish-assessment.ts';
import { partsOfAct, text, type ActPart } from './act-parts.ts';
import { actWords } from './act-words.ts';
import { offsetValue } from './clock-offset.ts';
import { INTENT, NO_HOME, THREAD_ACT, THREAD_ENTRY, THREAD_KIND, UNLISTED_AT } from './thread-codes.ts';

/** What an entry does not say itself. */
export interface EntryWriting {
  /** The kind of the thread. */
  readonly matter: KindName;
  /** The reference to the resident; `null`: the person is not on the list. */
  readonly subject: string | null;
  /** The person's reference on the server; `null`: not known. */
  readonly senderReference: string | null;
}

/**
 * An entry as a message, and for a raising also as a task. The ids follow from the intent, so a retry writes no
 * second copy.
 */
export function entryResources(entry: ThreadEntry, writing: EntryWriting): readonly JsonObject[] {
  const message = messageOf(entry, writing);
  return entry.act.kind === 'raise' ? [taskOf(entry, entry.act, writing), message] : [message];
}

/** The id of the Task of a thread. */
export function taskIdOf(thread: string): string {
  return derivedId(thread, 2);
}

function messageOf(entry: ThreadEntry, { matter, subject, senderReference }: EntryWriting): JsonObject {
  const { id, by, pressedAt, act } = entry;
  const words = 'words' in act ? act.words : '';
  return {
    resourceType: 'Communication',
    id: derivedId(id, 1),
    identifier: [{ system: INTENT, value: id }],
    status: 'completed',
    category: [{ coding: [{ system: THREAD_ACT, code: act.kind }] }, ...unlistedAt(entry.about)],
    topic: { text: actWords(act, matter) },
    partOf: [taskReference(entry)],
    ...observed(act, (reference) => ({ about: [reference] })),
    ...(subject === null ? {} : { subject: { reference: subject } }),
    sent: pressedAt,
    sender: person(by, senderReference),
    ...(words === '' ? {} : { payload: [{ contentString: words }] }),
    extension: [{ url: THREAD_ENTRY, extension: [...headParts(entry), ...partsOfAct(act)] }],
  };
}

/**
 * The Task of the thread. Only its own raising knows it by an id of ours: a server that gives the ids would
 * refuse a later press that names one. So later presses name it as every server can keep it.
 */
function taskReference({ thread, act }: ThreadEntry): JsonObject {
  if (act.kind === 'raise') return { reference: `Task/${taskIdOf(thread)}` };
  return { type: 'Task', identifier: { system: INTENT, value: thread } };
}

/**
 * The signed observations behind a press, so that another system finds them. They are named as every server can
 * keep it, and a worry never waits for a form: whoever signs one may be gone by then, and its server may have
 * refused it.
 */
function observed(act: ThreadEntry['act'], field: (reference: JsonObject) => JsonObject): JsonObject {
  const observations = 'observations' in act ? act.observations : null;
  if (observations === null) return {};
  const identifier = { system: INTENT, value: responseIdOf(observations) };
  return field({ type: 'QuestionnaireResponse', identifier, display: 'The observations behind it' });
}

/** Where a message without a subject is found. */
function unlistedAt(about: ThreadEntry['about']): readonly JsonObject[] {
  if (about.kind === 'resident') return [];
  return [{ coding: [{ system: UNLISTED_AT, code: about.person.home ?? NO_HOME }] }];
}

function headParts({ thread, about, by, clockOffsetMs, after }: ThreadEntry): readonly ActPart[] {
  return [
    ...text('thread', thread),
    ...text('after', after),
    { url: 'side', valueCode: by.side },
    ...text('name', by.name),
    ...text('role', by.role),
    ...(clockOffsetMs === null ? [] : [{ url: 'clock-offset', ...offsetValue(clockOffsetMs) }]),
    ...(about.kind === 'resident'
      ? []
      : [
          { url: 'unlisted', valueBoolean: true },
          ...text('typed-name', about.person.name),
          ...text('typed-born', about.person.born),
          ...text('typed-room', about.person.room),
          ...text('typed-home', about.person.home ?? null),
        ]),
  ];
}

function taskOf(
  { thread, by, pressedAt }: ThreadEntry,
  act: Extract<ThreadEntry['act'], { kind: 'raise' }>,
  { subject, senderReference }: EntryWriting,
): JsonObject {
  const { title } = KINDS[act.matter];
  return {
    resourceType: 'Task',
    id: taskIdOf(thread),
    identifier: [{ system: INTENT, value: thread }],
    status: 'requested',
    intent: 'order',
    priority: PRIORITY[act.urgency],
    code: { coding: [{ system: THREAD_KIND, code: act.matter }], text: title },
    description: act.words === '' ? title : act.words,
    ...(subject === null ? {} : { for: { reference: subject } }),
    authoredOn: pressedAt,
    ...observed(act, (reference) => ({ reasonReference: reference })),
    requester: person(by, senderReference),
  };
}

const PRIORITY: Readonly<Record<ThreadUrgency, string>> = {
  routine: 'routine',
  'same-day': 'urgent',
  'within-hours': 'asap',
  now: 'stat',
};

function person({ name, role }: ThreadEntry['by'], reference: string | null): JsonObject {
  const display = role === null ? name : `${name}, ${role}`;
  return { ...(reference === null ? {} : { reference }), display };
}
