import type { Operation, OperationPart, StoredResource } from '@ehch/store';
import { change, handOf, instantOf, type PushContext } from './context.ts';
import type { Hand } from './hand.ts';
import { isReadable, type ReadableEntry } from './lanes.ts';
import { canBeRecognised } from './marks.ts';
import { mergesIn } from './merged-with.ts';
import { withReference } from './references.ts';

/**
 * The server has all of an entry. Entries that build on it are brought to what the server made of it first: a crash in
 * between leaves them right as well, because the entry is then verified once more (P4).
 */
export async function accept(context: PushContext, entry: ReadableEntry): Promise<void> {
  const hand = handOf(context, entry);
  const bodies = [...hand.bodies.values()].filter((body) => body !== null);
  const isDeleted = entry.operation.parts.some(
    (part, at) => hand.bodies.get(at) === null && canBeRecognised(part),
  );
  for (const later of await context.store.outbox.entries()) {
    if (later.n <= entry.n || !isReadable(later)) continue;
    const operation = following(later.operation, entry.operation, hand);
    if (operation !== later.operation)
      await change(context, later, { kind: 'move', to: later.state, notBefore: later.notBefore, operation });
  }
  const isDone = await change(context, entry, {
    kind: 'accept',
    at: instantOf(context),
    bodies,
    ...(isDeleted && { isDeleted }),
    ...(hand.merged.size === 0 ? {} : { merged: mergesIn(entry.operation, hand) }),
  });
  if (isDone && hand.merged.size > 0) context.merged.push(entry.intent);
  context.hands.delete(entry.n);
}

/** A later operation, with the server's ids in the place of ours, and on the version that has just been made. */
function following(later: Operation, { parts }: Operation, hand: Hand): Operation {
  const made = parts.flatMap((part, at) => {
    const id = hand.arrived.get(at);
    return id === undefined ? [] : [{ part, id, body: hand.bodies.get(at) ?? null }];
  });
  const changed = later.parts.map((part) =>
    made.reduce((now, one) => followed(now, one, hand.isOwnAnswer), part),
  );
  return changed.every((part, at) => part === later.parts[at]) ? later : { ...later, parts: changed };
}

function followed(
  later: OperationPart,
  {
    part,
    id,
    body,
  }: { readonly part: OperationPart; readonly id: string; readonly body: StoredResource | null },
  isOwnAnswer: boolean,
): OperationPart {
  const renamed = id === part.id ? later : rename(later, `${part.type}/${part.id}`, { ...part, id });
  const isSame = renamed.op === 'update' && renamed.type === part.type && renamed.id === id;
  // A version that was read later may hold a colleague's change, which the next edit has to be compared with.
  if (!isSame || body === null || !isOwnAnswer || renamed.base === body.version) return renamed;
  return { ...renamed, base: body.version };
}

function rename(later: OperationPart, from: string, { type, id }: OperationPart): OperationPart {
  const to = `${type}/${id}`;
  const own = `${later.type}/${later.id}` === from ? { ...later, id } : later;
  if (own.op === 'create') {
    const body = withReference(own.body, from, to);
    return body === own.body ? own : { ...own, body };
  }
  const before = JSON.stringify(own.edits);
  const edits = withReference(before, from, to);
  return edits === before ? own : { ...own, edits: JSON.parse(edits) as typeof own.edits };
}
