import { matterText } from './copy-matter.ts';
import { copyMatter, type Copied } from './matter-copying.ts';
import type { RowAtHand } from './row-at-hand.ts';

interface CopyHost {
  requestUpdate(): void;
}

/** The copying of matters as text for the record. */
export class CopyDesk {
  readonly #host: CopyHost;
  #copied: Copied | null = null;

  constructor(host: CopyHost) {
    this.#host = host;
  }

  /** What came of the last; `null`: nothing was copied. */
  get copied(): Copied | null {
    return this.#copied;
  }

  leave(): void {
    this.#copied = null;
  }

  async copy(thread: string, { row, around, device }: RowAtHand): Promise<void> {
    const copied = await copyMatter(thread, device, {
      row,
      done: 'Copied. Paste it into the record of this resident.',
      textOf: (one) => matterText(one.thread, around().now, around().place),
    });
    // Guard: a late answer about another list says nothing here.
    if (copied === null || row() === null) return;
    this.#copied = copied;
    this.#host.requestUpdate();
  }
}
