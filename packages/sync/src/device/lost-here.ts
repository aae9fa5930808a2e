import { reportCaught } from '@ehch/clinical/diagnostics';
import type { OpenedStore } from './stores.ts';

/** It is a number alone, so it lies in the settings, where it needs no key. */
const ERASED = 'erased';

/** What is lost of people's work: of an earlier session, or erased under an open page. It is told until a person has noted it. */
export class LostHere {
  readonly #opened: Pick<OpenedStore, 'store' | 'lost' | 'forgetLost'>;
  /** What was erased and could not be written down. It is told for as long as this engine lives. */
  #unwritten: number | null = null;
  #lastCounted = 0;

  constructor(opened: Pick<OpenedStore, 'store' | 'lost' | 'forgetLost'>) {
    this.#opened = opened;
  }

  /** As it was counted last. It asks nobody, so it outlives an erased store. */
  get lastCounted(): number {
    return this.#lastCounted;
  }

  async count(): Promise<{ readonly lost: number; readonly wasErased: boolean }> {
    const erased = await this.#erased();
    this.#lastCounted = (await this.#opened.lost()) + (erased ?? 0);
    return { lost: this.#lastCounted, wasErased: erased !== null };
  }

  /** Of several erasures that nobody has noted, the work of all is gone. */
  async noteErased(work: number): Promise<void> {
    this.#unwritten = (this.#unwritten ?? 0) + work;
    this.#lastCounted += work;
    try {
      await this.#opened.store.settings.set(ERASED, await this.#erased());
      this.#unwritten = null;
    } catch (error) {
      reportCaught(error, 'sync/note-erased');
    }
  }

  /** A person was told. */
  async forget(): Promise<void> {
    await this.#opened.forgetLost();
    this.#unwritten = null;
    if ((await this.#erased()) !== null) await this.#opened.store.settings.set(ERASED, null);
    this.#lastCounted = 0;
  }

  async #erased(): Promise<number | null> {
    const kept = await this.#opened.store.settings.get(ERASED);
    const written = typeof kept === 'number' ? kept : null;
    return this.#unwritten === null ? written : (written ?? 0) + this.#unwritten;
  }
}
