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

/** All bytes of some rows, each as one character. Strings are in it as UTF-8. */
export function bytesIn(value: unknown): string {
  if (value instanceof ArrayBuffer) return characters(new Uint8Array(value));
  if (ArrayBuffer.isView(value))
    return characters(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  if (typeof value === 'string') return characters(new TextEncoder().encode(value));
  const parts = value instanceof Map ? [...value] : Object.entries(value ?? {});
  return parts.map(([name, each]) => `${bytesIn(name)}\n${bytesIn(each)}`).join('\n');
}

/** The ways in which a word may lie on a disk: UTF-8, UTF-16, and base64 at each of the three offsets. */
export function spellings(word: string): string[] {
  const utf8 = characters(new TextEncoder().encode(word));
  const utf16 = Array.from(utf8, (letter) => `${letter}\0`).join('');
  // Without the characters that the neighbours decide as well.
  const base64 = [0, 1, 2].map((offset) =>
    btoa(`${'\0'.repeat(offset)}${utf8}`).slice(offset === 0 ? 0 : 4, -4),
  );
  return [utf8, utf16, ...base64];
}

export function characters(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 10_000)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 10_000)));
  return parts.join('');
}

/** Whether a value has a CryptoKey anywhere in it. */
export function hasCryptoKey(value: unknown): boolean {
  if (value instanceof CryptoKey) return true;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return Object.values(value).some(hasCryptoKey);
}
