import { isSameBytes, type Bytes } from '../keys/bytes.ts';

/** Rows. A home's members, its checkpoints, the version lists of a first load and a shift's outbox are fewer. */
const MOST_ROWS = 800;

/**
 * What was opened of rows, for as long as they stay as they are: no `iv` is ever used twice, so the same `iv` is the same
 * text. It is this worker's memory. A lock and every purge empty it, because nothing readable may stay behind.
 */
export class RowMemory {
  readonly #rows = new Map<string, { readonly iv: Bytes; readonly value: unknown }>();
  readonly #isLocked: () => boolean;
  /** Counts how often it was emptied, so that what was opened before is not remembered after. */
  #emptied = 0;

  constructor(isLocked: () => boolean) {
    this.#isLocked = isLocked;
  }

  /** The value of this row, if it was opened before and is still the same. */
  recall(place: readonly (string | number)[], iv: Bytes): unknown {
    const known = this.#rows.get(nameOf(place));
    return known && isSameBytes(known.iv, iv) ? known.value : undefined;
  }

  /** The value of a row: from memory, or from `open`, whose result nobody may change afterwards. */
  async open<T>(place: readonly (string | number)[], iv: Bytes, open: () => Promise<T>): Promise<T> {
    const known = this.recall(place, iv);
    // The place says what lies there: one kind of row is always opened into the same type.
    if (known !== undefined) return known as T;
    const before = this.#emptied;
    const value = await open();
    if (before === this.#emptied) this.keep(place, iv, value);
    return value;
  }

  /** Remembers what was just sealed. It is opened next. */
  keep(place: readonly (string | number)[], iv: Bytes, value: unknown): void {
    // A write that was on its way when somebody locked may end after that.
    if (this.#isLocked()) return;
    const name = nameOf(place);
    this.#rows.delete(name);
    this.#rows.set(name, { iv, value });
    const [oldest] = this.#rows.keys();
    if (this.#rows.size > MOST_ROWS && oldest !== undefined) this.#rows.delete(oldest);
  }

  empty(): void {
    this.#rows.clear();
    this.#emptied++;
  }
}

const nameOf = (place: readonly (string | number)[]): string => place.join(' ');
