import { isObject, listAt, textAt } from '@ehch/fhir';
import type { OperationPart } from '@ehch/store';
import { rawAt } from '../raw-json/value-at.ts';
import { jsonOf } from './answer.ts';
import { askServer, handOf, moveNow, type PushContext } from './context.ts';
import type { Hand, ReadVersion } from './hand.ts';
import type { ReadableEntry } from './lanes.ts';
import { checkCreate, restOfTransaction } from './made-before.ts';
import { arrivedIds, hasMarker, isByIntent, ownMarker } from './marks.ts';
import { readNewest } from './read-part.ts';
import { conflict, tryLater } from './settle.ts';

/**
 * Finds out whether an entry that was sent has arrived, with one request (P3). What is to be changed was read before, so
 * that nothing can arrive and be taken back again between the two: a later version would fail `If-Match`.
 */
export async function verify(context: PushContext, entry: ReadableEntry): Promise<void> {
  const hand = handOf(context, entry);
  const { parts } = entry.operation;
  if (!context.guards.readBack) return nothingArrived(context, entry, hand);
  const unread = parts.findIndex(({ op }, at) => op === 'update' && !hand.read.has(at));
  const part = parts[unread];
  if (part !== undefined) return readNewest(context, entry, unread, part);
  if (hasMarker(context.profile, entry.operation)) return readMarker(context, entry, hand);
  const next = parts.findIndex((_, at) => !hand.checked.has(at));
  const open = parts[next];
  if (open === undefined) {
    restOfTransaction(context, entry);
    return hand.arrived.size === parts.length ? undefined : nothingArrived(context, entry, hand);
  }
  return checkPart(context, entry, next, open);
}

/** Level A: the marker came in the transaction of the effect, so it proves the whole. */
async function readMarker(context: PushContext, entry: ReadableEntry, hand: Hand): Promise<void> {
  const { intent, parts } = entry.operation;
  const type = ownMarker(entry.operation)?.type ?? 'Provenance';
  const answer = await askServer(context, 'GET', `${type}/${intent}`);
  // 410: somebody has deleted the marker, so it was there.
  if (answer.kind === 'refused' && answer.speaksFhir && answer.status === 404)
    return nothingArrived(context, entry, hand);
  const isDeleted = answer.kind === 'refused' && answer.speaksFhir && answer.status === 410;
  if (answer.kind !== 'done' && !isDeleted) return tryLater(context, entry, answer);
  if (answer.kind === 'done' && textAt(answer.json, 'id') !== intent)
    return tryLater(context, entry, { kind: 'unknown', why: 'another resource', retryAfterMs: null });
  const marker = answer.kind === 'done' ? answer.json : null;
  for (const [at, id] of arrivedIds(context.profile, parts, marker).entries()) hand.arrived.set(at, id);
}

/** Levels A- and B: each part answers for itself. */
async function checkPart(
  context: PushContext,
  entry: ReadableEntry,
  at: number,
  part: OperationPart,
): Promise<void> {
  if (part.op === 'update') return checkUpdate(context, entry, at, part);
  return checkCreate(context, entry, at, part);
}

async function checkUpdate(
  context: PushContext,
  entry: ReadableEntry,
  at: number,
  part: OperationPart,
): Promise<void> {
  const hand = handOf(context, entry);
  const { intent } = entry.operation;
  const read = hand.read.get(at);
  const newest = read === undefined || read === 'gone' ? null : read;
  if (newest !== null && isByIntent(jsonOf(newest.text), intent)) hand.arrived.set(at, part.id);
  else if (!context.profile.hasHistory) {
    // Changed since it was sent, and not provably by us: nobody can say whether a colleague has undone it or never saw it.
    if (newest !== null && wasSent(entry, at) && newest.version !== sentOn(entry, at))
      return toPerson(context, entry, part, newest);
  } else {
    const answer = await askServer(context, 'GET', `${part.type}/${part.id}/_history?_count=100`);
    if (answer.kind !== 'done') return tryLater(context, entry, answer);
    const versions = listAt(answer.json, 'entry').map((each) => (isObject(each) ? each['resource'] : null));
    const isCut = rawAt(answer.text, ['link'])?.includes('"next"') === true;
    if (versions.some((version) => isByIntent(version, intent))) hand.arrived.set(at, part.id);
    else if (isCut && newest !== null && !versions.some((each) => versionOf(each) === sentOn(entry, at)))
      return toPerson(context, entry, part, newest);
  }
  hand.checked.add(at);
}

async function nothingArrived(context: PushContext, entry: ReadableEntry, hand: Hand): Promise<void> {
  hand.isVerified = true;
  if (entry.state !== 'queued') await moveNow(context, entry, 'queued');
}

function toPerson(
  context: PushContext,
  entry: ReadableEntry,
  { type, id }: OperationPart,
  theirs: ReadVersion,
) {
  return conflict(context, entry, {
    kind: 'conflict',
    key: `${type}/${id}`,
    base: null,
    theirs: theirs.text,
    paths: [],
  });
}

/** The version on which a part was last sent. */
function sentOn({ sent }: ReadableEntry, at: number): string | null {
  const words = sent.findLast(isSending)?.outcome.split(' ') ?? [];
  return words.find((word) => word.startsWith(`${at}@`))?.slice(`${at}@`.length) ?? null;
}

/** Whether this part was in any request. One by one, the parts before it go first, and their answers may be lost. */
function wasSent({ sent }: ReadableEntry, at: number): boolean {
  return sent.some((attempt) => isSending(attempt) && attempt.outcome.includes(` ${at}@`));
}

const isSending = ({ outcome }: ReadableEntry['sent'][number]): boolean => outcome.startsWith('sending');

function versionOf(resource: unknown): string | null {
  return isObject(resource) ? textAt(resource['meta'], 'versionId') : null;
}
