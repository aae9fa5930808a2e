import { reportCaught } from '@ehch/clinical/diagnostics';
import { isObject } from '@ehch/fhir';
import type { Locks } from '../locks.ts';
import type { OpenedStore } from './stores.ts';

/** They are numbers alone, so they lie in the settings, where they need no key. */
const ERASED = 'erased';

/**
 * How much of people's work went with each store that was erased, by what tells one from another: each of its windows
 * says it.
 */
type Erased = Readonly<Record<string, number>>;

/**
 * What is lost of people's work: of an earlier session, or erased under an open page. It is told until a person has
 * noted it.
 */
export class LostHere {
  readonly #opened: Pick<OpenedStore, 'store' | 'name' | 'connection' | 'lost' | 'forgetLost'>;
  readonly #locks: Locks;
  /** What could not be written down is told for as long as this engine lives. */
  #unwritten: Erased = {};
  /** As they were counted last. */
  #lost = 0;
  #erased: Erased = {};

  constructor(
    opened: Pick<OpenedStore, 'store' | 'name' | 'connection' | 'lost' | 'forgetLost'>,
    locks: Locks,
  ) {
    this.#opened = opened;
    this.#locks = locks;
  }

  async count(): Promise<{ readonly lost: number; readonly wasErased: boolean }> {
    this.#lost = await this.#opened.lost();
    this.#erased = await this.#read();
    const works = Object.values(this.#erased);
    return { lost: works.reduce((sum, work) => sum + work, this.#lost), wasErased: works.length > 0 };
  }

  /**
   * What goes where this store is erased, with what nobody has noted: as it was counted last, because nobody can be
   * asked.
   */
  get gone(): Erased {
    const { connection } = this.#opened;
    if (connection === undefined) return this.#erased;
    return { ...this.#erased, [connection.id()]: connection.lastCounted() + this.#lost };
  }

  async noteErased(gone: Erased): Promise<void> {
    this.#unwritten = together(this.#unwritten, gone);
    this.#erased = together(this.#erased, gone);
    const { name, store } = this.#opened;
    try {
      // Every window of what was erased begins anew, and notes it at the same time.
      await this.#locks.exclusive(`${name} erased`, async () =>
        store.settings.set(ERASED, await this.#read()),
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
    await this.#opened.store.settings.set(ERASED, null);
    await this.count();
  }

  async #read(): Promise<Erased> {
    const kept = await this.#opened.store.settings.get(ERASED);
    // Nothing but this class has written it.
    return together(isObject(kept) ? (kept as Erased) : {}, this.#unwritten);
  }
}

/** Of two windows, the one that counted more knows of more. */
function together(one: Erased, other: Erased): Erased {
  const all: Record<string, number> = { ...one };
  for (const [id, work] of Object.entries(other)) all[id] = Math.max(work, all[id] ?? 0);
  return all;
}
