import type { OperationPart } from '@ehch/store';
import { askServer, handOf, type PushContext } from './context.ts';
import type { ReadableEntry } from './lanes.ts';
import { hasMarker, pressIdIn, shows } from './marks.ts';
import { becomeUnknown, tryLater } from './settle.ts';
import { storedOf } from './stored.ts';

/** Reads the newest version of a resource that an entry changes, by its id: a search might be minutes old. */
export async function readNewest(
  context: PushContext,
  entry: ReadableEntry,
  at: number,
  part: OperationPart,
): Promise<void> {
  const hand = handOf(context, entry);
  const answer = await askServer(context, 'GET', `${part.type}/${part.id}`);
  if (answer.kind === 'refused' && isGone(answer.status) && answer.speaksFhir) {
    hand.read.set(at, 'gone');
    return;
  }
  if (answer.kind !== 'done') return tryLater(context, entry, answer);
  const stored = storedOf(answer.text, part.type);
  if (stored === null || stored.id !== part.id)
    return tryLater(context, entry, { kind: 'unknown', why: 'another resource', retryAfterMs: null });
  hand.read.set(at, { version: stored.version, text: stored.text });
}

/** Reads the version on which edits were made. If it is not to be had, a person decides instead. */
export async function readBase(
  context: PushContext,
  entry: ReadableEntry,
  at: number,
  part: Extract<OperationPart, { op: 'update' }>,
): Promise<void> {
  const answer = await askServer(
    context,
    'GET',
    `${part.type}/${part.id}/_history/${encodeURIComponent(part.base ?? '')}`,
  );
  if (answer.kind === 'unknown' || answer.kind === 'signed-out') return tryLater(context, entry, answer);
  const stored = answer.kind === 'done' ? storedOf(answer.text, part.type) : null;
  const isIt = stored?.id === part.id && stored.version === part.base;
  handOf(context, entry).base.set(at, isIt ? stored.text : null);
}

/**
 * Reads a part that has arrived, as it is now on the server. What only an answer without a body has told is not believed
 * before it is seen: if it is not there, or does not show what was sent, it is verified (P3).
 */
export async function readArrived(
  context: PushContext,
  entry: ReadableEntry,
  { at, id, part }: { readonly at: number; readonly id: string; readonly part: OperationPart },
): Promise<void> {
  const answer = await askServer(context, 'GET', `${part.type}/${id}`);
  const { bodies, told } = handOf(context, entry);
  if (answer.kind === 'refused' && isGone(answer.status) && answer.speaksFhir) {
    if (told.has(at) && answer.status === 404) return becomeUnknown(context, entry, 'not there');
    // It arrived, and somebody deleted it since.
    bodies.set(at, null);
    return;
  }
  if (answer.kind !== 'done') return tryLater(context, entry, answer);
  const stored = storedOf(answer.text, part.type);
  if (stored === null || stored.id !== id)
    return tryLater(context, entry, { kind: 'unknown', why: 'another resource', retryAfterMs: null });
  const { operation } = entry;
  const isShown =
    part.op === 'create'
      ? (pressIdIn(stored.text) ?? part.id) === part.id
      : hasMarker(context.profile, operation) || shows(stored.text, part, operation.intent);
  if (told.has(at) && !isShown) return becomeUnknown(context, entry, 'not changed');
  bodies.set(at, stored);
}

export function isGone(status: number): boolean {
  return status === 404 || status === 410;
}
