import { openDB } from 'idb';

/** A database as JSON, so that one of each released format can be kept beside the tests. */
export type DatabaseFile = Record<string, readonly { readonly key: unknown; readonly row: unknown }[]>;

/** Stores whose rows carry no key of their own. */
const KEYED_OUTSIDE = new Set(['meta', 'slot', 'look', 'log', 'quar']);

export async function writeFile(name: string): Promise<DatabaseFile> {
  const db = await openDB(name);
  const names = [...db.objectStoreNames].filter((each) => each !== 'ballast');
  const file = await Promise.all(
    names.map(async (each) => {
      const [keys, rows] = await Promise.all([db.getAllKeys(each), db.getAll(each)]);
      return [each, rows.map((row, i) => ({ key: keys[i], row: asJson(row) }))] as const;
    }),
  );
  db.close();
  return Object.fromEntries(file);
}

/** Fills a database whose stores exist. */
export async function readFile(name: string, file: DatabaseFile): Promise<void> {
  const db = await openDB(name);
  for (const [store, rows] of Object.entries(file)) {
    const tx = db.transaction(store, 'readwrite');
    await tx.store.clear();
    for (const { key, row } of rows) {
      await tx.store.put(fromJson(row), KEYED_OUTSIDE.has(store) ? (key as IDBValidKey) : undefined);
    }
    await tx.done;
  }
  db.close();
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

function asJson(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return { $buffer: base64(new Uint8Array(value)) };
  if (value instanceof Uint8Array) return { $bytes: base64(value) };
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asJson(each)]));
}

function fromJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromJson);
  if (typeof value !== 'object' || value === null) return value;
  const { $buffer, $bytes } = value as { $buffer?: string; $bytes?: string };
  if ($bytes !== undefined) return new Uint8Array(Buffer.from($bytes, 'base64'));
  if ($buffer !== undefined) return new Uint8Array(Buffer.from($buffer, 'base64')).buffer;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fromJson(each)]));
}
