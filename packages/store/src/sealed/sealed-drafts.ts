import type { DraftKept, DraftOvertaken, KeptDraft, ResidentId } from '@ehch/clinical';
import type { Draft } from '@ehch/clinical/form';
import type { Instant } from '@ehch/clinical/time';
import { addOne } from '../database/meta.ts';
import { under } from '../database/ranges.ts';
import { FORMAT, type DraftRow } from '../database/schema.ts';
import { isCutOff, write } from '../database/transact.ts';
import type { DraftStore } from '../drafts/draft-store.ts';
import { overtakenBy } from '../drafts/draft-save.ts';
import { seal, unseal } from '../keys/seal.ts';
import type { SealedContext } from './context.ts';
import { doesNotOpen } from './does-not-open.ts';
import { putAside } from './quarantine.ts';
import { keepingWork } from './records/make-room.ts';

const TRIES = 25;

const placeOf = ({ r, f, revision, format }: Pick<DraftRow, 'r' | 'f' | 'revision' | 'format'>) =>
  ['draft', r, f, revision, format] as const;

/** Drafts, sealed. They lie under the key of the people's work, so that no purge of copies loses what somebody entered. */
export class SealedDrafts implements DraftStore {
  readonly #context: SealedContext;
  readonly #where: 'memory' | 'device';

  constructor(context: SealedContext, where: 'memory' | 'device') {
    this.#context = context;
    this.#where = where;
  }

  async save(draft: Draft, revision: string | null, at: Instant): Promise<DraftKept | DraftOvertaken> {
    const { db, keys } = this.#context;
    const key = await this.#keyOf(draft.resident, draft.form.id);
    const plain = { r: key[0], f: key[1], revision: crypto.randomUUID(), format: FORMAT };
    const next: DraftRow = {
      ...plain,
      ...(await seal(keys.tree().work, placeOf(plain), JSON.stringify(draft))),
    };
    for (let tries = 0; tries < TRIES; tries++) {
      const held = await db.get('draft', key);
      // It was cut off, and lies there all the same (SPEC D9).
      if (held?.revision === plain.revision) return this.#kept(plain.revision, at);
      const kept = held ? await this.#open(held) : null;
      const overtaken = overtakenBy(kept, revision);
      if (overtaken) return overtaken;
      const isThere = kept ? held?.revision : undefined;
      const isKept = await keepingWork(this.#context, () =>
        write(db, ['draft', 'meta'], 'strict', async (tx) => {
          if ((await tx.objectStore('draft').get(key))?.revision !== isThere) return false;
          await Promise.all([tx.objectStore('draft').put(next), addOne(tx.objectStore('meta'), 'changeSeq')]);
          return true;
        }),
      ).catch((error: unknown) => {
        if (isCutOff(error)) return false;
        throw error;
      });
      if (isKept) return this.#kept(plain.revision, at);
    }
    throw new Error('Other windows save this draft all the time.');
  }

  async load(resident: ResidentId, form: string): Promise<KeptDraft | null> {
    const row = await this.#context.db.get('draft', await this.#keyOf(resident, form));
    return row ? this.#open(row) : null;
  }

  async list(resident: ResidentId): Promise<readonly KeptDraft[]> {
    const [r] = await this.#keyOf(resident, '');
    const rows = await this.#context.db.getAll('draft', under(r));
    return (await Promise.all(rows.map((row) => this.#open(row)))).filter((each) => each !== null);
  }

  async remove({ resident, form, id }: Parameters<DraftStore['remove']>[0]): Promise<void> {
    const key = await this.#keyOf(resident, form);
    const row = await this.#context.db.get('draft', key);
    if (!row || (await this.#open(row))?.draft.id !== id) return;
    await keepingWork(this.#context, () =>
      write(this.#context.db, ['draft', 'meta'], 'strict', async (tx) => {
        // A draft that was saved meanwhile is another one, and stays.
        if ((await tx.objectStore('draft').get(key))?.revision !== row.revision) return;
        await Promise.all([tx.objectStore('draft').delete(key), addOne(tx.objectStore('meta'), 'changeSeq')]);
      }),
    );
  }

  async #keyOf(resident: ResidentId, form: string): Promise<[string, string]> {
    const tree = this.#context.keys.tree();
    return Promise.all([tree.blind('form', `resident ${resident}`), tree.blind('form', `form ${form}`)]);
  }

  /** A draft that does not open is put aside and counted as lost ({@link Lost}). It stops nobody from saving anew. */
  async #open(row: DraftRow): Promise<KeptDraft | null> {
    try {
      const text = await unseal(this.#context.keys.tree().work, placeOf(row), row);
      return { draft: JSON.parse(text) as Draft, revision: row.revision };
    } catch (error) {
      doesNotOpen(error);
      await putAside(this.#context, 'draft', [row.r, row.f], row);
      return null;
    }
  }

  #kept(revision: string, at: Instant): DraftKept {
    return this.#where === 'memory' ? { where: 'memory', revision } : { where: 'device', at, revision };
  }
}
