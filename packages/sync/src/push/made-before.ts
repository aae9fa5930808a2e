import { isObject, listAt, textAt } from '@ehch/fhir';
import type { OperationPart } from '@ehch/store';
import { nextOnBase } from '../http/on-base.ts';
import { withinBase } from '../http/within-base.ts';
import { askServer, handOf, type PushContext } from './context.ts';
import type { ReadableEntry } from './lanes.ts';
import { conditionOf, goesByOwnId, pressIdInJson } from './marks.ts';
import { isGone } from './read-part.ts';
import { tryLater } from './settle.ts';

type Create = Extract<OperationPart, { op: 'create' }>;

/** Pages of a type's history that are read for one create. What lies further back is not found [P]. */
const MOST_PAGES = 10;
/** Milliseconds before the first sending, by the server's clock, from which a history is read; and where that is not known. */
const BEFORE_MS = 15 * 60_000;
const BEFORE_UNKNOWN_MS = 24 * 60 * 60_000;

/**
 * Finds out with one request whether a create that was sent was made, also if somebody has deleted it since: what a person
 * deleted is not created again (P3).
 */
export async function checkCreate(
  context: PushContext,
  entry: ReadableEntry,
  at: number,
  part: Create,
): Promise<void> {
  const hand = handOf(context, entry);
  // Nothing on the server can be recognised as this press. In a transaction its neighbours show that it arrived.
  if (!goesByOwnId(context.profile, part) && conditionOf(part) === null) return void hand.checked.add(at);
  if (hand.absent.has(at)) return lookInHistory(context, entry, at, part);
  if (goesByOwnId(context.profile, part)) return readOwnId(context, entry, at, part);
  const answer = await askServer(context, 'GET', `${part.type}?${conditionOf(part)}`, {
    headers: { 'cache-control': 'no-cache' },
  });
  if (answer.kind !== 'done') return tryLater(context, entry, answer);
  const found = versionsIn(answer.json).find((each) => pressIdInJson(each) === part.id);
  if (found === undefined) return absent(context, entry, at);
  hand.arrived.set(at, textAt(found, 'id') ?? part.id);
  hand.checked.add(at);
}

async function readOwnId(context: PushContext, entry: ReadableEntry, at: number, part: Create) {
  const hand = handOf(context, entry);
  const answer = await askServer(context, 'GET', `${part.type}/${part.id}`);
  if (answer.kind === 'refused' && answer.speaksFhir && answer.status === 410) arrivedAndGone(hand, at, part);
  else if (answer.kind === 'refused' && answer.speaksFhir && isGone(answer.status))
    return absent(context, entry, at);
  else if (answer.kind !== 'done') return tryLater(context, entry, answer);
  else if (textAt(answer.json, 'id') !== part.id)
    return tryLater(context, entry, { kind: 'unknown', why: 'another resource', retryAfterMs: null });
  else hand.arrived.set(at, part.id);
  hand.checked.add(at);
}

/** It is not there now. Whether it ever was, only a history can say: a server may answer 404 for what was deleted. */
function absent(context: PushContext, entry: ReadableEntry, at: number): void {
  const { profile, guards } = context;
  const part = entry.operation.parts[at];
  const hand = handOf(context, entry);
  const isOwn = part?.op === 'create' && goesByOwnId(profile, part);
  const canTell = isOwn
    ? profile.hasHistory && profile.findings.answersGone !== true
    : profile.hasTypeHistory;
  if (guards.seesDeletions && canTell) hand.absent.set(at, null);
  else hand.checked.add(at);
}

async function lookInHistory(context: PushContext, entry: ReadableEntry, at: number, part: Create) {
  const hand = handOf(context, entry);
  const isOwn = goesByOwnId(context.profile, part);
  const first = isOwn
    ? `${part.type}/${part.id}/_history?_count=1`
    : `${part.type}/_history?_count=200&_since=${encodeURIComponent(beforeSending(entry))}`;
  const asked = hand.absent.get(at) ?? { path: first, pages: 0 };
  const answer = await askServer(context, 'GET', asked.path);
  // 404, and every other refusal: it has no history there, so it never was, or nobody can say more.
  if (answer.kind === 'refused') return void hand.checked.add(at);
  if (answer.kind !== 'done') return tryLater(context, entry, answer);
  if (isOwn) {
    if (listAt(answer.json, 'entry').length > 0) arrivedAndGone(hand, at, part);
    return void hand.checked.add(at);
  }
  const found = versionsIn(answer.json).find((each) => pressIdInJson(each) === part.id);
  if (found !== undefined) hand.arrived.set(at, textAt(found, 'id') ?? part.id);
  const link = listAt(answer.json, 'link').find((each) => textAt(each, 'relation') === 'next');
  const next = found === undefined ? textAt(link, 'url') : null;
  const path = next === null ? null : nextOnBase(context.base, withinBase(context.base, asked.path), next);
  if (path !== null && asked.pages + 1 < MOST_PAGES) hand.absent.set(at, { path, pages: asked.pages + 1 });
  else hand.checked.add(at);
}

/** By the server's clock, with time to spare. */
function beforeSending({ sent, operation }: ReadableEntry): string {
  const first = Date.parse(sent[0]?.at ?? operation.pressedAt);
  const { clockOffsetMs } = operation;
  const from = first + (clockOffsetMs ?? 0) - (clockOffsetMs === null ? BEFORE_UNKNOWN_MS : BEFORE_MS);
  return new Date(from).toISOString();
}

/**
 * A transaction arrives whole or not at all. If one part is found, the others arrived with it, and whatever is not there
 * now was deleted, or cannot be recognised.
 */
export function restOfTransaction(context: PushContext, entry: ReadableEntry): void {
  const hand = handOf(context, entry);
  const { parts } = entry.operation;
  if (!context.guards.seesDeletions || !context.profile.transactions || hand.arrived.size === 0) return;
  for (const [at, part] of parts.entries()) if (!hand.arrived.has(at)) arrivedAndGone(hand, at, part);
}

function arrivedAndGone(hand: ReturnType<typeof handOf>, at: number, { id }: OperationPart): void {
  hand.arrived.set(at, id);
  hand.bodies.set(at, null);
}

function versionsIn(bundle: unknown): readonly unknown[] {
  return listAt(bundle, 'entry').map((each) => (isObject(each) ? each['resource'] : null));
}
