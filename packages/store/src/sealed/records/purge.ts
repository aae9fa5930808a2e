import type { ResidentId } from '@ehch/clinical';
import { addOne, newWrapping, wrappingIn } from '../../database/meta.ts';
import { under } from '../../database/ranges.ts';
import type { CheckpointRow, KeyRow } from '../../database/schema.ts';
import { write } from '../../database/transact.ts';
import type { Kept, Wrapping } from '../../keys/key-ring.ts';
import { rewrap } from '../../keys/resident-key.ts';
import { HELD_BY_PURGE } from '../../outbox/moved.ts';
import { namesOf, type KeptSource, type SealedContext } from '../context.ts';
import { swap, type RecordWriting } from '../swap.ts';
import { withoutMember, withoutMembers } from './checkpoints.ts';

/**
 * Erases one resident's copies in one strict transaction: the key first, because it is the loss of the key that counts
 * where a disk keeps deleted bytes (SPEC P1).
 *
 * @param outbox whether what was not sent is held back (SPEC P2), and the bodies of what was accepted go as well
 */
export async function purgeResident(
  context: SealedContext,
  source: KeptSource,
  resident: ResidentId,
  outbox: { readonly holds: boolean; readonly erasesDetails: boolean },
): Promise<void> {
  const names = namesOf(context, source);
  const [p, sourceName] = await Promise.all([names.resident(resident), names.source()]);
  const lane = await context.keys.home.lane(resident);
  await swap(context, {
    epoch: null,
    durability: 'strict',
    also: ['outbox', 'ack'],
    read: async (tx) => ({ ...(await readKeys(tx)), checkpoints: await tx.objectStore('ckpt').getAll() }),
    prepare: async ({ wrapping, keys, checkpoints }) => {
      const others = keys.filter((each) => each.p !== p);
      const ofSource = checkpoints.filter((each) => each.source === sourceName);
      return {
        ...(await changeWrapping(context, wrapping, others)),
        checkpoints: await withoutMember(context, ofSource, resident),
      };
    },
    write: async (tx, { wrapping, keys, checkpoints }) => {
      const gone = {
        p,
        source: sourceName,
        kept: source.kept,
        generation: wrapping.generation,
        wrapped: null,
      };
      await tx.objectStore('key').put(gone);
      await Promise.all([
        writeKeys(tx, wrapping, keys),
        eraseCopies(tx, p),
        eraseHeadlines(tx, p),
        ...checkpoints.map((row) => tx.objectStore('ckpt').put(row)),
        ...(outbox.holds ? [holdUnsent(tx, lane)] : []),
        ...(outbox.erasesDetails ? [eraseDetails(tx, lane)] : []),
        addOne(tx.objectStore('meta'), 'changeSeq'),
      ]);
    },
  });
  context.memory.empty();
}

/** Gives the room of one resident's copies back. The key stays, and with it the headline and what was acknowledged. */
export async function evictResident(
  context: SealedContext,
  source: string,
  p: string,
  resident: ResidentId,
): Promise<void> {
  await swap<CheckpointRow[], CheckpointRow[]>(context, {
    epoch: null,
    durability: 'relaxed',
    read: (tx) => tx.objectStore('ckpt').getAll(),
    prepare: (rows) =>
      withoutMember(
        context,
        rows.filter((each) => each.source === source),
        resident,
      ),
    write: async (tx, checkpoints) => {
      await Promise.all([
        eraseCopies(tx, p),
        ...checkpoints.map((row) => tx.objectStore('ckpt').put(row)),
        addOne(tx.objectStore('meta'), 'changeSeq'),
      ]);
    },
  });
  context.memory.empty();
}

/** Erases every copy of the sources that `isGone` names. What was not sent stays. */
export async function purgeSources(
  context: SealedContext,
  isGone: (row: { readonly source: string; readonly kept: Kept }) => boolean,
): Promise<void> {
  await swap(context, {
    epoch: null,
    durability: 'strict',
    read: async (tx) => ({
      ...(await readKeys(tx)),
      checkpoints: await tx.objectStore('ckpt').getAll(),
      homes: await tx.objectStore('home').getAll(),
    }),
    prepare: async ({ wrapping, keys, checkpoints, homes }) => {
      const rows = checkpoints.filter(isGone);
      // An unlocking on a full disk must not fail for a purge of nothing.
      if (![...keys, ...rows, ...homes].some(isGone)) return null;
      return {
        gone: keys.filter(isGone),
        ...(await changeWrapping(
          context,
          wrapping,
          keys.filter((each) => !isGone(each)),
        )),
        checkpoints: await withoutMembers(context, rows),
        homes: homes.filter(isGone),
      };
    },
    write: async (tx, { gone, wrapping, keys, checkpoints, homes }) => {
      await Promise.all([
        ...gone.flatMap((row) => [
          ...(isTombstone(row) ? [] : [tx.objectStore('key').delete(row.p)]),
          eraseCopies(tx, row.p),
          eraseHeadlines(tx, row.p),
        ]),
        ...homes.map(({ h }) => tx.objectStore('home').delete(h)),
        ...checkpoints.map((row) => tx.objectStore('ckpt').put(row)),
        writeKeys(tx, wrapping, keys),
        addOne(tx.objectStore('meta'), 'changeSeq'),
      ]);
    },
  });
  context.memory.empty();
}

const COPIES = ['home', 'member', 'card', 'pack', 'delta', 'ver', 'ckpt'] as const;

/**
 * Erases every copy of every source, without a key: names are blinded, so nobody can tell the sources apart (SPEC P5). A
 * leader elsewhere is overtaken, so that a step of its pull counts on no copies that are gone.
 */
export async function purgeUnread({ db, memory }: SealedContext): Promise<void> {
  await write(db, [...COPIES, 'key', 'meta'], 'strict', async (tx) => {
    const [meta, keys] = [tx.objectStore('meta'), tx.objectStore('key')];
    const [from, rows] = await Promise.all([wrappingIn(meta), keys.getAll()]);
    const { generation, ...wrapping } = newWrapping(from.generation + 1);
    await Promise.all([
      ...rows.map((row) => (isTombstone(row) ? keys.put({ ...row, generation }) : keys.delete(row.p))),
      ...COPIES.map((name) => tx.objectStore(name).clear()),
      meta.put({ generation, ...wrapping }, 'wrapping'),
      ...(['generation', 'epoch', 'changeSeq'] as const).map((name) => addOne(meta, name)),
    ]);
  });
  memory.empty();
}

/** Whose copies were purged is not forgotten, so that no later acceptance brings them back (SPEC P2). */
function isTombstone({ kept, wrapped }: KeyRow): boolean {
  return kept === 'yes' && wrapped === null;
}

async function readKeys(tx: Parameters<Parameters<typeof swap>[1]['read']>[0]) {
  const [wrapping, keys] = await Promise.all([
    wrappingIn(tx.objectStore('meta')),
    tx.objectStore('key').getAll(),
  ]);
  return { wrapping, keys };
}

/** The keys of those who stay, under a wrapping key that is new (SPEC P1). */
async function changeWrapping(
  { keys: ring }: SealedContext,
  from: Wrapping,
  rows: readonly KeyRow[],
): Promise<{ readonly wrapping: Wrapping; readonly keys: readonly KeyRow[] }> {
  const wrapping = newWrapping(from.generation + 1);
  const keys = await Promise.all(
    rows.map(async (row) => {
      if (!row.wrapped) return { ...row, generation: wrapping.generation };
      const [old, next] = await Promise.all([
        ring.wrapping(row.kept, from),
        ring.wrapping(row.kept, wrapping),
      ]);
      return { ...row, generation: wrapping.generation, wrapped: await rewrap(row.wrapped, old, next) };
    }),
  );
  return { wrapping, keys };
}

async function writeKeys(tx: RecordWriting, wrapping: Wrapping, keys: readonly KeyRow[]): Promise<void> {
  await Promise.all([
    tx.objectStore('meta').put(wrapping, 'wrapping'),
    ...keys.map((row) => tx.objectStore('key').put(row)),
  ]);
}

async function eraseCopies(tx: RecordWriting, p: string): Promise<void> {
  await Promise.all([
    tx.objectStore('ver').delete(p),
    tx.objectStore('pack').delete(under(p)),
    tx.objectStore('delta').delete(under(p)),
  ]);
}

async function eraseHeadlines(tx: RecordWriting, p: string): Promise<void> {
  const [members, cards] = await Promise.all([
    tx.objectStore('member').index('p').getAllKeys(p),
    tx.objectStore('card').index('p').getAllKeys(p),
  ]);
  await Promise.all([
    ...members.map((key) => tx.objectStore('member').delete(key)),
    ...cards.map((key) => tx.objectStore('card').delete(key)),
  ]);
}

/** The state is a plain column, so holding an entry back needs no key of its own. */
async function holdUnsent(tx: RecordWriting, lane: string): Promise<void> {
  const outbox = tx.objectStore('outbox');
  const rows = await outbox.index('lane').getAll(under(lane));
  await Promise.all(
    rows
      .filter(({ state, isOfHome }) => !isOfHome && HELD_BY_PURGE.includes(state))
      .map((row) => outbox.put({ ...row, state: 'held', revision: row.revision + 1 })),
  );
}

async function eraseDetails(tx: RecordWriting, lane: string): Promise<void> {
  const ack = tx.objectStore('ack');
  const rows = await ack.index('lane').getAll(lane);
  await Promise.all(rows.map((row) => ack.put({ ...row, detail: null })));
}
