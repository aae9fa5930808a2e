import { isObject, listAt, textAt } from '@ehch/fhir';
import { mirrorEdits, type TaskMove } from '@ehch/fhir/writers';
import { weakTag } from '../http/version-tag.ts';
import { edited } from '../conflicts/merge.ts';
import { INTENT_ID, withIntent } from './marks.ts';
import { askServer, change, handOf, instantOf, type PushContext } from './context.ts';
import { jsonOf, type Answer } from './answer.ts';
import type { ReadableEntry } from './lanes.ts';
import { isGone } from './read-part.ts';
import { isClash, tryLater } from './settle.ts';
import { storedOf } from './stored.ts';

/** [P] After so many reads that led to nothing, the Task stays as it is: the next press moves it on. */
const MOST_READS = 8;

/**
 * Moves the Task of a thread on after a press, with one request: it reads the newest version, or writes on it. It needs neither
 * marker nor verification, because a second try reads what the first has done. Nothing that a server answers makes it wait for
 * a person: then the Task stays as it is, and the press itself is on the server (SPEC P18).
 */
export async function mirrorStep(context: PushContext, entry: ReadableEntry, move: TaskMove): Promise<void> {
  const { profile } = context;
  // P13: where a newer version would be overwritten, no Task is changed.
  if (profile.level === 'read-only' || profile.ignoresIfMatch) return leaveMirror(context, entry);
  const hand = handOf(context, entry);
  const read = hand.read.get(0);
  if (read === undefined) return readTask(context, entry, move);
  const task = read === 'gone' ? null : jsonOf(read.text);
  const edits = isObject(task) ? mirrorEdits(task, move) : [];
  const id = textAt(task, 'id');
  if (read === 'gone' || read.version === null || id === null || edits.length === 0)
    return leaveMirror(context, entry);
  hand.read.clear();
  const answer = await askServer(context, 'PUT', `Task/${id}`, {
    body: withIntent(edited(read.text, edits), entry.operation.intent),
    headers: { 'if-match': weakTag(read.version) },
  });
  // Somebody was faster. What they wrote is read, and this press is moved on from there.
  if (answer.kind === 'refused' && isClash(answer.status)) return again(context, entry);
  return settled(context, entry, answer);
}

async function readTask(context: PushContext, entry: ReadableEntry, { thread }: TaskMove): Promise<void> {
  const hand = handOf(context, entry);
  // A server that gives the ids knows the Task by its press.
  const isOwnId = context.profile.create === 'put' && !hand.checked.has(0);
  const id = isOwnId ? entry.operation.parts[0]?.id : hand.arrived.get(0);
  if (id === undefined) return findTask(context, entry, thread);
  const answer = await askServer(context, 'GET', `Task/${id}`, { headers: { 'cache-control': 'no-cache' } });
  if (answer.kind === 'done') return noteRead(context, entry, answer.text);
  if (answer.kind === 'refused' && isOwnId && isGone(answer.status)) return void hand.checked.add(0);
  return settled(context, entry, answer);
}

/** A search may be minutes old, so what it finds is read by its id. */
async function findTask(context: PushContext, entry: ReadableEntry, thread: string): Promise<void> {
  const path = `Task?identifier=${encodeURIComponent(`${INTENT_ID}|${thread}`)}`;
  const answer = await askServer(context, 'GET', path, { headers: { 'cache-control': 'no-cache' } });
  if (answer.kind !== 'done') return settled(context, entry, answer);
  const found = listAt(answer.json, 'entry').flatMap((one) => {
    const resource = isObject(one) ? one['resource'] : null;
    return textAt(resource, 'resourceType') === 'Task' ? [textAt(resource, 'id')] : [];
  });
  const [own = null] = found;
  // Two of them: nobody here knows which is in use.
  if (own === null || found.length > 1) return leaveMirror(context, entry);
  handOf(context, entry).arrived.set(0, own);
}

function noteRead(context: PushContext, entry: ReadableEntry, text: string): void {
  const stored = storedOf(text, 'Task');
  handOf(context, entry).read.set(
    0,
    stored === null ? 'gone' : { version: stored.version, text: stored.text },
  );
}

async function settled(context: PushContext, entry: ReadableEntry, answer: Answer): Promise<void> {
  if (answer.kind === 'done' || answer.kind === 'refused') return leaveMirror(context, entry);
  // An answer that is not known may have arrived. The next read shows it.
  handOf(context, entry).read.clear();
  if (answer.kind === 'unknown' && isTired(context, entry)) return leaveMirror(context, entry);
  return tryLater(context, entry, answer);
}

async function again(context: PushContext, entry: ReadableEntry): Promise<void> {
  const hand = handOf(context, entry);
  hand.failures++;
  if (hand.failures >= MOST_READS) await leaveMirror(context, entry);
}

function isTired(context: PushContext, entry: ReadableEntry): boolean {
  return context.timing.now() - Date.parse(entry.operation.pressedAt) > TIRED_AFTER_MS;
}

/** [P] A server that gives no answer about a Task for so long is not asked for ever. */
const TIRED_AFTER_MS = 7 * 86_400_000;

/** The mirror is done, or stays as it is. It leaves nothing behind for a person, and nothing that a restored server could have lost. */
export async function leaveMirror(context: PushContext, entry: ReadableEntry): Promise<void> {
  await change(context, entry, { kind: 'accept', at: instantOf(context), bodies: [] });
  context.hands.delete(entry.n);
}
