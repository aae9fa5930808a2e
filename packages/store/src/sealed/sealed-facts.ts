import { addOne, numberIn } from '../database/meta.ts';
import { FORMAT } from '../database/schema.ts';
import { named, write } from '../database/transact.ts';
import { seal, unseal } from '../keys/seal.ts';
import type { Leadership, LookStore, Settings } from '../store.ts';
import type { SealedContext } from './context.ts';
import { keepingWork } from './records/make-room.ts';

export function sealedLeadership(context: SealedContext): Leadership {
  const { db } = context;
  return {
    // Without a leader nothing is sent, so a full disk must not stop it.
    begin: () =>
      keepingWork(context, () =>
        write(db, ['meta'], 'strict', (tx) => addOne(tx.objectStore('meta'), 'epoch')),
      ),
    current: () => numberIn({ get: (name) => db.get('meta', name).catch(rethrow) }, 'epoch'),
  };
}

/** Settings are plain: nothing clinical is in them. */
export function plainSettings({ db }: SealedContext): Settings {
  return {
    get: (name) => db.get('meta', `setting:${name}`).catch(rethrow),
    set: async (name, value) => {
      await write(db, ['meta'], 'strict', (tx) => tx.objectStore('meta').put(value, `setting:${name}`));
    },
  };
}

/** Who looked at whom, and when: the person, the resident and the time are all sealed or blinded. */
export function sealedLooks({ db, keys }: SealedContext): LookStore {
  const keyOf = async (sub: string, resident: string): Promise<[string, string]> =>
    Promise.all([
      keys.tree().blind('person', sub),
      keys.tree().blind('person', JSON.stringify([sub, resident])),
    ]);
  return {
    async last(sub, resident) {
      const key = await keyOf(sub, resident);
      const row = await db.get('look', key).catch(rethrow);
      return row ? unseal(keys.tree().work, ['look', ...key, row.format], row) : null;
    },
    async set(sub, resident, at) {
      const key = await keyOf(sub, resident);
      const sealed = await seal(keys.tree().work, ['look', ...key, FORMAT], at);
      await write(db, ['look', 'meta'], 'relaxed', async (tx) => {
        await Promise.all([
          tx.objectStore('look').put({ ...sealed, format: FORMAT }, key),
          addOne(tx.objectStore('meta'), 'changeSeq'),
        ]);
      });
    },
  };
}

function rethrow(error: unknown): never {
  throw named(error);
}
