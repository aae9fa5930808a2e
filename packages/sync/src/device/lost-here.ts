import { reportCaught } from '@ehch/clinical/diagnostics';
import { isObject } from '@ehch/fhir';
import type { Locks } from '../locks.ts';
import type { OpenedStore } from './stores.ts';

/** They are numbers alone, so they lie in the settings, where they need no key. */
const ERASED = 'erased';

/** How much of people's work went with each store that was erased, by what tells one from another: each of its windows says it. */
type Erased = Readonly<Record<string, number>>;

/** What is lost of people's work: of an earlier session, or erased under an open page. It is told until a person has noted it. */
export class LostHere {
  readonly #opened: Pick<OpenedStore, 'store' | 'name' | 'connection' | 'lost' | 'forgetLost'>;
  readonly #locks: Locks;
  /** What could not be written down is told for as long as this engine lives. */
  #unwritten: Erased = {};
  #last: { readonly lost: number; readonly erased: Erased } = { lost: 0, erased: {} };

  constructor(
    opened: Pick<OpenedStore, 'store' | 'name' | 'connection' | 'lost' | 'forgetLost'>,
    locks: Locks,
  ) {
    this.#opened = opened;
    this.#locks = locks;
  }

  async count(): Promise<{ readonly lost: number; readonly wasErased: boolean }> {
    const [lost, erased] = [await this.#opened.lost(), await this.#erased()];
    this.#last = { lost, erased };
    const works = Object.values(erased);
    return { lost: works.reduce((sum, work) => sum + work, lost), wasErased: works.length > 0 };
  }

  /** What goes where this store is erased, with what nobody has noted: as it was counted last, because nobody can be asked. */
  get gone(): Erased {
    const { connection } = this.#opened;
    const { lost, erased } = this.#last;
    if (connection === undefined) return erased;
    return { ...erased, [connection.id()]: connection.lastCounted() + lost };
  }

  async noteErased(gone: Erased): Promise<void> {
    this.#unwritten = together(this.#unwritten, gone);
    this.#last = { ...this.#last, erased: together(this.#last.erased, gone) };
    const { name, store } = this.#opened;
    try {
      // Every window of what was erased begins anew, and notes it at the same time.
      await this.#locks.exclusive(`${name} erased`, async () =>
        store.settings.set(ERASED, await this.#erased()),
      );
      this.#unwritten = {};
    } catch (error) {
      reportCaught(error, 'sync/note-erased');
    }
  }

  /** A person was told. */
  async forget(): Promise<void> {
    await this.#opened.forgetLost();
    this.#unwritten = {};
    const { settings } = this.#opened.store;
    if (Object.keys(await this.#erased()).length > 0) await settings.set(ERASED, null);
    this.#last = { lost: 0, erased: {} };
  }

  async #erased(): Promise<Erased> {
    const kept = await this.#opened.store.settings.get(ERASED);
    const written = Object.entries(isObject(kept) ? kept : {});
    const numbers = written.flatMap(([id, work]) => (typeof work === 'number' ? [[id, work] as const] : []));
    return together(Object.fromEntries(numbers), this.#unwritten);
  }
}

/** Of two windows, the one that counted more knows of more. */
function together(one: Erased, other: Erased): Erased {
  const larger = Object.entries(other).map(([id, work]) => [id, Math.max(work, one[id] ?? 0)] as const);
  return { ...one, ...Object.fromEntries(larger) };
}
