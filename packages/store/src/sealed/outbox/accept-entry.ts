import type { ResidentId } from '@ehch/clinical';
import { acknowledgementOf } from '../../outbox/moved.ts';
import type { OutboxChange } from '../../outbox/outbox.ts';
import { addOne } from '../../database/meta.ts';
import type { OutboxRow } from '../../database/schema.ts';
import type { StoredResource } from '../../records/stored-resource.ts';
import { namesOf, type KeptSource, type SealedContext } from '../context.ts';
import { eraseCards } from '../records/erase-cards.ts';
import { keyFor, readRows, type ResidentRows } from '../records/resident-state.ts';
import { prepareResident, writeResident } from '../records/resident-write.ts';
import { swap } from '../swap.ts';
import { sealAcknowledgement } from './acknowledgement-row.ts';
import { openEntry } from './entry-row.ts';

/** The source that the outbox writes to. `isKept`: whether its copies may be on the disk. */
export interface ServerSource extends KeptSource {
  readonly isKept: boolean;
  /** There is no server: the whole operation stays beside its bodies. */
  readonly isOnlyCopy: boolean;
  readonly keepInMemory: (resident: ResidentId, bodies: readonly StoredResource[]) => void;
}

type Accept = Extract<OutboxChange, { kind: 'accept' }>;

/**
 * The server has it: the entry goes, its bodies become the cached copies, and an acknowledgement stays, in one strict
 * transaction (SPEC O4). Returns `false` if the entry was changed meanwhile.
 */
export async function acceptEntry(
  context: SealedContext,
  server: ServerSource,
  row: OutboxRow,
  epoch: number | null,
  accept: Accept,
): Promise<boolean> {
  const { operation } = await openEntry(context, row);
  const resident = operation?.resident ?? null;
  // While locked, escalations go on. Their copies come with the next pull.
  const isLocked = context.keys.isLocked;
  const p = resident === null || isLocked ? null : await namesOf(context, server).resident(resident);
  let isChanged = false;
  await swap<ResidentRows | null, Prepared>(context, {
    epoch,
    durability: 'strict',
    also: ['outbox', 'ack'],
    read: async (tx) => (p === null ? null : readRows(tx, p)),
    prepare: async (rows) => {
      const { copies, made } = await prepareCopies(context, server, rows, resident, accept);
      const under = isLocked ? 'home' : resident === null ? context.keys.tree().work : (made?.key ?? null);
      const trace = operation && acknowledgementOf(operation, accept, server);
      const acknowledgement =
        trace && (await sealAcknowledgement(context, trace, { intents: row.intents, lane: row.lane }, under));
      return { copies, key: copies?.key ?? made?.row ?? null, acknowledgement };
    },
    write: async (tx, { copies, key, acknowledgement }) => {
      const now = await tx.objectStore('outbox').get(row.n);
      isChanged = now?.revision !== row.revision || now.state !== row.state;
      if (isChanged) return;
      await Promise.all([
        tx.objectStore('outbox').delete(row.n),
        ...(key ? [tx.objectStore('key').put(key)] : []),
        ...(copies ? [writeResident(tx, copies), eraseCards(tx, [copies.ver.p])] : []),
        ...(acknowledgement ? [tx.objectStore('ack').put(acknowledgement)] : []),
        addOne(tx.objectStore('meta'), 'changeSeq'),
      ]);
    },
  });
  if (!isChanged && resident !== null && !server.isKept) server.keepInMemory(resident, accept.bodies);
  return !isChanged;
}

interface Prepared {
  readonly copies: Awaited<ReturnType<typeof prepareResident>>;
  readonly key: ResidentRows['key'] | null;
  readonly acknowledgement: Awaited<ReturnType<typeof sealAcknowledgement>> | null;
}

/** The bodies as copies, and the key of the resident. Whose copies were purged gets neither (SPEC P2). */
async function prepareCopies(
  context: SealedContext,
  server: ServerSource,
  rows: ResidentRows | null,
  resident: string | null,
  { bodies }: Accept,
) {
  if (!rows || resident === null || rows.key?.wrapped === null) return { copies: null, made: null };
  const change = { resident, put: bodies, deleted: [], kinds: {}, isAnswer: true } as const;
  const copies = server.isKept ? await prepareResident(context, server, rows, [change]) : null;
  // With the key that was just made for the copies, so that no second one is made.
  const known = copies?.key ? { ...rows, key: copies.key } : rows;
  return { copies, made: await keyFor(context, server, await namesOf(context, server).source(), known) };
}
