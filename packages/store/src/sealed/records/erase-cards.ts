import type { RecordWriting } from '../swap.ts';

/** Erases the cards of residents whose record changes, in the transaction of that change (SPEC R6). */
export async function eraseCards(tx: RecordWriting, ps: readonly string[]): Promise<void> {
  if (ps.length === 0) return;
  const store = tx.objectStore('card');
  const gone = new Set(ps);
  // One look at all keys, and not one for each resident: a home has few, and most have no card while they are loaded.
  const keys = await store.getAllKeys();
  await Promise.all(keys.filter(([, p]) => gone.has(p)).map((key) => store.delete(key)));
}
