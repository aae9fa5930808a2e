import { deleteDB, openDB, type DBSchema } from 'idb';

/** The names of the databases, and which of them have to go. Nothing else is in it. */
interface RegistrySchema extends DBSchema {
  database: { key: string; value: { readonly name: string; readonly wipe: 'no' | 'pending' } };
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
