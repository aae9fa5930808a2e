import { EhchError } from '@ehch/clinical';
import { numberIn } from '../database/meta.ts';
import { closeElsewhere, openDatabase, type Database } from '../database/open-database.ts';
import { finishWipes, registerDatabase } from '../database/registry.ts';
import { write, type Writing } from '../database/transact.ts';
import type { Schema } from '../database/schema.ts';
import type { StoreNames } from 'idb';
import { randomBytes, type Bytes } from '../keys/bytes.ts';
import { makeSlot, type Slot } from '../keys/slot.ts';
import type { Unlock } from '../keys/unlock.ts';
import { slotName } from '../sealed/people.ts';
import { fromJson } from './bytes-in-json.ts';
import type { FileContent } from './export-sealed.ts';
import { openFile } from './move-file.ts';
import { KEYED_APART, MOVED_STORES, type MovedCounts, type MovedStore } from './moved-rows.ts';

export interface ImportOptions {
  /** Of {@link databaseName}. The file must be of the same server and organisation. */
  readonly name: string;
  /** Other names that the database of this organisation may have on the other PC. */
  readonly alsoNamed?: readonly string[];
  /** How the person opens the records on this PC from now on. Colleagues are added again by `addPerson`. */
  readonly unlock: Unlock;
  readonly file: Uint8Array;
  /** Of the file. */
  readonly passphrase: string;
}

/** Where people leave their work. A database with any of it takes in no other (SPEC M3). */
const WORK = ['outbox', 'draft', 'log', 'ack', 'quar'] as const;
const STORES = ['meta', 'slot', ...MOVED_STORES] as const;

/**
 * Takes the file of another PC into this one, where nobody has worked yet: everything in one transaction, or nothing
 * (SPEC M2, M3). Call it before the store is opened, and open it afterwards with the same `unlock`.
 *
 * @returns how many rows of each kind lie here now, as many as the other PC counted
 * @throws {EhchError} `malformed`, `unsupported`, `bad-argument` or `forbidden` about the file; `busy` if work lies here
 *   already; `not-kept` if there is no room
 */
export async function importSealed(options: ImportOptions): Promise<MovedCounts> {
  const { name, alsoNamed = [], unlock, file, passphrase } = options;
  const content = fromJson(await openFile([name, ...alsoNamed], passphrase, file)) as FileContent;
  const slot = await makeSlot(content.root, unlock);
  await finishWipes();
  await registerDatabase(name);
  // Windows with the former key could put aside what they cannot open. They load the page again.
  await closeElsewhere(name);
  const db = await openDatabase(name);
  try {
    await takeIn(db, content, unlock.sub, slot);
  } finally {
    db.close();
  }
  await closeElsewhere(name);
  return content.counts;
}

async function takeIn(db: Database, content: FileContent, sub: string, slot: Slot): Promise<void> {
  const salt = ((await db.get('meta', 'salt')) as Bytes | undefined) ?? randomBytes(16);
  const person = await slotName(salt, sub);
  await write(db, STORES, 'strict', async (tx) => {
    const meta = tx.objectStore('meta');
    const here = await Promise.all(WORK.map((store) => tx.objectStore(store).count()));
    if (here.some((count) => count > 0))
      throw new EhchError(
        'busy',
        'Somebody has worked on this PC. Send that, and wipe it, before the file is taken in.',
      );
    const epoch = Math.max(await numberIn(meta, 'epoch'), Number(content.meta['epoch'])) + 1;
    await Promise.all([...MOVED_STORES, 'slot' as const].map((store) => tx.objectStore(store).clear()));
    await Promise.all([
      ...MOVED_STORES.flatMap((store) => putRows(tx, store, content)),
      ...Object.entries(content.meta).map(([at, value]) => meta.put(value, at)),
      tx.objectStore('slot').put(slot, person),
    ]);
    await Promise.all([
      meta.put('device', 'mode'),
      meta.put(salt, 'salt'),
      // A window whose connection the browser had closed meanwhile has the key of before.
      meta.put(crypto.randomUUID(), 'taken'),
      // No leader of before goes on, here or by the numbers of the other PC (SPEC L1).
      meta.put(epoch, 'epoch'),
      ...(['changeSeq', 'generation'] as const).map(async (at) =>
        meta.put((await numberIn(meta, at)) + 1, at),
      ),
    ]);
    await reconcile(tx, content.counts);
  });
}

type Write = Writing<StoreNames<Schema>>;

function putRows(tx: Write, name: MovedStore, { rows }: FileContent): Promise<unknown>[] {
  const store = tx.objectStore(name);
  return rows[name].map(async ([key, row]) =>
    KEYED_APART.includes(name) ? store.put(row as never, key as never) : store.put(row as never),
  );
}

/** As many rows as the other PC counted, or nothing at all. */
async function reconcile(tx: Write, counts: MovedCounts): Promise<void> {
  const found = await Promise.all(MOVED_STORES.map((name) => tx.objectStore(name).count()));
  if (MOVED_STORES.every((name, i) => counts[name] === found[i])) return;
  throw new EhchError(
    'malformed',
    'Not everything of this file arrived, so nothing was taken in. Export it again.',
  );
}
