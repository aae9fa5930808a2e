import type { Page } from 'puppeteer-core';
import { openSlot, type Slot } from '../../packages/store/src/keys/slot.ts';

/** The rows of this device's database that keep records, work and keys, as text. */
export const rowsOf = (page: Page, stores: readonly string[]) =>
  page.evaluate(async (names) => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no reason'));
      });
    const all = await indexedDB.databases();
    const name = all.find((each) => each.name?.startsWith('ehch1-'))?.name ?? '';
    const db = await settled(indexedDB.open(name));
    const plain = (_: string, value: unknown) =>
      value instanceof ArrayBuffer || value instanceof Uint8Array ? [...new Uint8Array(value)] : value;
    const rows = await Promise.all(
      names.map(async (each) => [
        each,
        await settled(db.transaction(each).objectStore(each).getAllKeys()),
        await settled(db.transaction(each).objectStore(each).getAll()),
      ]),
    );
    db.close();
    return JSON.stringify(rows, plain);
  }, stores);

/** The stores that a wrong passphrase may not change. */
export const KEPT = ['slot', 'key', 'pack', 'delta', 'ver', 'outbox', 'ack', 'draft', 'log'];

/** The root key of this device, from the row that a passphrase opens. */
export async function rootOf(page: Page, passphrase: string): Promise<Uint8Array> {
  type Row = Omit<Slot, 'salt' | 'wrapped'> & { readonly salt: number[]; readonly wrapped: number[] };
  const [[, [sub = ''], [row]]] = JSON.parse(await rowsOf(page, ['slot'])) as [[string, string[], [Row]]];
  const slot = { ...row, salt: new Uint8Array(row.salt), wrapped: new Uint8Array(row.wrapped) };
  return openSlot(slot, { with: 'passphrase', sub, passphrase });
}
