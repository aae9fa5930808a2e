import type { PlaceConfiguration, ResidentId } from '@ehch/clinical';
import {
  keyOf,
  LOCAL_SOURCE,
  type FieldValue,
  type Operation,
  type OutboxChange,
  type OutboxEntry,
  type ResourceKey,
  type Store,
  type StoredResource,
} from '@ehch/store';
import { takenIntentIn } from '../actions/intents-in.ts';
import { decideEdits } from '../conflicts/decide-edits.ts';
import { editAt } from '../raw-json/edit-at.ts';
import { changeLocalList } from './local-list.ts';

/**
 * Accepts on this device what people have pressed, in the order of the presses: where there is no server, nobody else does
 * (SPEC N3). Audit events stay in the outbox, under the key of the home. A crash leaves an entry, and the next call goes on.
 */
export async function acceptHere(store: Store, place: PlaceConfiguration | null): Promise<void> {
  for (const entry of await store.outbox.entries()) {
    const { operation, n } = entry;
    if (
      operation === null ||
      operation.class === 'audit' ||
      operation.class === 'escalation' ||
      entry.state !== 'queued'
    )
      continue;
    const intent = takenIntentIn(operation.about);
    if (intent !== null) await changeLocalList(store, place, intent);
    await store.outbox.change(n, ['queued'], null, await acceptance(store, entry, operation));
  }
}

/** The copies that an operation leaves, or the conflict that a person has to settle. */
async function acceptance(
  store: Store,
  { notBefore }: OutboxEntry,
  { resident, parts, pressedAt }: Operation,
): Promise<OutboxChange> {
  const held = resident === null ? new Map<ResourceKey, StoredResource>() : await copiesOf(store, resident);
  const bodies: StoredResource[] = [];
  for (const part of parts) {
    if (part.op === 'create') {
      bodies.push(versioned(part.type, part.id, part.body, 1));
      continue;
    }
    const before = held.get(keyOf(part));
    const decision = before && decideEdits(part.edits, before.text);
    if (before === undefined || decision === undefined || decision.state === 'conflict') {
      const problem = {
        kind: 'conflict',
        key: keyOf(part),
        base: null,
        theirs: before?.text ?? null,
        paths: decision?.state === 'conflict' ? decision.paths : [],
      } as const;
      return { kind: 'move', to: 'conflict', notBefore, problem };
    }
    if (decision.state === 'safe')
      bodies.push(versioned(part.type, part.id, decision.body, Number(before.version) + 1));
  }
  return { kind: 'accept', at: pressedAt, bodies };
}

/** The resources of one resident, by type and id. */
async function copiesOf(store: Store, resident: ResidentId): Promise<Map<ResourceKey, StoredResource>> {
  const { resources } = await store.records(LOCAL_SOURCE).read(resident);
  return new Map(resources.map((each) => [keyOf(each), each]));
}

/**
 * A body with the number of its version. It has no time: after a clock was set back, a newer body would count as the older
 * one.
 */
function versioned(type: string, id: string, body: string, version: number): StoredResource {
  const value: FieldValue = { is: 'value', value: `${version}` };
  const text = editAt(body, ['meta', 'versionId'], value);
  return { type, id, version: `${version}`, updated: null, text };
}
