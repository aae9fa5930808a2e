import { deleteDB, openDB, type DBSchema } from 'idb';
import type { DatabaseKeys } from './database-name.ts';

/** The names of the databases, and which of them have to go. Nothing else is in it. */
interface RegistrySchema extends DBSchema {
  database: { key: string; value: RegisteredDatabase };
}

interface RegisteredDatabase {
  readonly name: string;
  readonly wipe: 'no' | 'pending';
  /** Each spelling that its organisation was seen under. Absent: it was not opened since a release that writes them. */
  readonly folded?: readonly string[];
  /** The id of its organisation. Absent: nobody has opened it with one. */
  readonly id?: string;
}

async function withRegistry<T>(
  body: (db: Awaited<ReturnType<typeof openRegistry>>) => Promise<T>,
): Promise<T> {
  const db = await openRegistry();
  try {
    return await body(db);
  } finally {
    db.close();
  }
}

const openRegistry = () =>
  openDB<RegistrySchema>('ehch-registry', 1, {
    upgrade: (db) => {
      db.createObjectStore('database', { keyPath: 'name' });
    },
  });

export function registerDatabase(name: string): Promise<void> {
  return withRegistry(async (db) => {
    const tx = db.transaction('database', 'readwrite', { durability: 'strict' });
    const known = await tx.store.get(name);
    if (!known) await tx.store.put({ name, wipe: 'no' });
    await tx.done;
  });
}

/**
 * The name of the database of an organisation, whether there is one already or not: by its id, or else by its spelling. It
 * makes none, and writes nothing.
 */
export function findDatabase(keys: DatabaseKeys): Promise<string> {
  return withRegistry(async (db) => chosen(await db.getAll('database'), keys).name);
}

/** The same, and from here on the database belongs to the id, however the organisation is spelt (SPEC K10). */
export function claimDatabase(keys: DatabaseKeys): Promise<string> {
  return withRegistry(async (db) => {
    const tx = db.transaction('database', 'readwrite', { durability: 'strict' });
    const all = await tx.store.getAll();
    const row = chosen(all, keys);
    // A full disk refuses every write, and whoever has a database here must still open it.
    if (!all.some((one) => JSON.stringify(one) === JSON.stringify(row))) await tx.store.put(row);
    await tx.done;
    return row.name;
  });
}

function chosen(all: readonly RegisteredDatabase[], { spelt, folded, id }: DatabaseKeys): RegisteredDatabase {
  const there = all.filter(({ wipe }) => wipe === 'no');
  const own = id === null ? undefined : there.find((row) => row.id === id);
  const seenAs = ({ folded: before = [] }: RegisteredDatabase) => [...new Set([...before, folded])];
  if (own !== undefined) return { ...own, folded: seenAs(own) };
  // Guard: what has another id is of another organisation, although it is spelt alike.
  const free = id === null ? there : there.filter((row) => row.id === undefined);
  const found = free.find(({ name }) => name === spelt) ?? free.find((row) => row.folded?.includes(folded));
  const row: RegisteredDatabase = found ?? { name: id ?? spelt, wipe: 'no' };
  return { ...row, folded: seenAs(row), ...(id !== null && { id }) };
}

/** The names of the databases of this browser that nobody wipes. */
export function registeredDatabases(): Promise<readonly string[]> {
  return withRegistry(async (db) =>
    (await db.getAll('database')).flatMap(({ name, wipe }) => (wipe === 'no' ? [name] : [])),
  );
}

/** Written before a wipe begins, so that the next start finishes it after a crash (SPEC P3). */
export function markForWipe(name: string): Promise<void> {
  return withRegistry(async (db) => {
    const tx = db.transaction('database', 'readwrite', { durability: 'strict' });
    await tx.store.put({ name, wipe: 'pending' });
    await tx.done;
  });
}

/** Finishes the wipes that were begun, before anything else happens (SPEC P3). */
export function finishWipes(): Promise<void> {
  return withRegistry(async (db) => {
    for (const { name, wipe } of await db.getAll('database')) {
      if (wipe !== 'pending') continue;
      // Other windows close when they hear of it. Until then this waits.
      await deleteDB(name);
      await db.delete('database', name);
    }
  });
}
