import { addOne } from '../database/meta.ts';
import type { QuarantineRow } from '../database/schema.ts';
import { write } from '../database/transact.ts';
import type { SealedContext } from './context.ts';

/** Puts a row that does not open aside, as it is (SPEC D5). A server has what it held, or a person is told of it. */
export async function putAside(
  context: SealedContext,
  name: 'member' | 'card' | 'ckpt' | 'draft',
  key: [string, string],
  row: unknown,
): Promise<void> {
  await write(context.db, ['meta', 'quar', 'member', 'card', 'ckpt', 'draft'], 'strict', async (tx) => {
    await Promise.all([
      tx.objectStore('quar').add(asideRow(context, name, row)),
      tx.objectStore(name).delete(key),
      addOne(tx.objectStore('meta'), 'generation'),
    ]);
  });
}

export function asideRow({ now }: SealedContext, store: string, row: unknown): QuarantineRow {
  return { store, reason: 'does-not-open', at: now(), row };
}
