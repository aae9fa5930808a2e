import { openDB } from 'idb';

/** Every row of a database as it lies on the disk, by store. */
export async function rowsOf(name: string): Promise<Map<string, unknown[]>> {
  const db = await openDB(name);
  try {
    const names = [...db.objectStoreNames];
    return new Map(await Promise.all(names.map(async (each) => [each, await db.getAll(each)] as const)));
  } finally {
    db.close();
  }
}

/** Changes rows of a store behind the back of the program, as a damaged disk would. */
export async function damage(name: string, store: string, change: (row: never) => unknown): Promise<void> {
  const db = await openDB(name);
  const tx = db.transaction(store, 'readwrite');
  const rows = await tx.store.getAll();
  await Promise.all(rows.map((row) => tx.store.put(change(row as never))));
  await tx.done;
  db.close();
}

/** The row with one bit of its sealed part turned. */
export function flipped<Row extends { readonly ct: ArrayBuffer }>(row: Row): Row {
  const ct = row.ct.slice(0);
  const bytes = new Uint8Array(ct);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return { ...row, ct };
}

/** All bytes of the rows, with every string as UTF-8. */
export function bytesOf(value: unknown): Uint8Array[] {
  if (value instanceof ArrayBuffer) return [new Uint8Array(value)];
  if (ArrayBuffer.isView(value)) return [new Uint8Array(value.buffer, value.byteOffset, value.byteLength)];
  if (typeof value === 'string') return [new TextEncoder().encode(value)];
  if (value instanceof Map) return [...value].flatMap(([name, each]) => [...bytesOf(name), ...bytesOf(each)]);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, each]) => [...bytesOf(name), ...bytesOf(each)]);
  }
  return [];
}

/** The ways in which a word may lie on a disk: UTF-8, UTF-16, and base64 at each of the three offsets. */
export function spellings(word: string): Uint8Array[] {
  const utf8 = new TextEncoder().encode(word);
  const utf16 = new Uint8Array(utf8.length * 2);
  utf8.forEach((byte, i) => (utf16[i * 2] = byte));
  const base64 = [0, 1, 2].map((offset) => {
    const text = btoa(`${'\0'.repeat(offset)}${String.fromCharCode(...utf8)}`);
    // Without the characters that the neighbours decide as well.
    return new TextEncoder().encode(text.slice(offset === 0 ? 0 : 4, -4));
  });
  return [utf8, utf16, ...base64];
}

export function contains(bytes: Uint8Array, part: Uint8Array): boolean {
  const text = (each: Uint8Array) => Array.from(each, (byte) => String.fromCharCode(byte)).join('');
  return text(bytes).includes(text(part));
}

/** Whether a value has a CryptoKey anywhere in it. */
export function hasCryptoKey(value: unknown): boolean {
  if (value instanceof CryptoKey) return true;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return Object.values(value).some(hasCryptoKey);
}
