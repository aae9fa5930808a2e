import type { CareActions, Draft, DraftKept } from '@ehch/clinical';

/** How kept the answers on screen are. */
export type Keeping =
  /** The page gives no place for drafts. */
  | { readonly state: 'nowhere' }
  | { readonly state: 'nothing-yet' }
  | { readonly state: 'keeping' }
  | { readonly state: 'kept'; readonly kept: DraftKept }
  | { readonly state: 'failed'; readonly error: unknown };

/**
 * Hands each draft of one form to the port: one at a time, and the latest wins, so that no older draft ever replaces a
 * newer one. A draft that could not be kept stays here until it is.
 */
export class DraftKeeper {
  readonly #actions: CareActions;
  readonly #onChange: () => void;
  #waiting: Draft | null = null;
  #running: Promise<void> | null = null;
  #keeping: Keeping = { state: 'nothing-yet' };

  constructor(actions: CareActions, onChange: () => void) {
    this.#actions = actions;
    this.#onChange = onChange;
  }

  get keeping(): Keeping {
    return this.#keeping;
  }

  /** The draft that the port has not kept yet. */
  get unkept(): Draft | null {
    return this.#waiting;
  }

  keep(draft: Draft): void {
    this.#waiting = draft;
    this.#running ??= this.#run();
  }

  /** Tries again what could not be kept. */
  retry(): void {
    if (this.#waiting !== null) this.keep(this.#waiting);
  }

  /** What waits is finished, and must not be there again as unfinished. */
  forget(): void {
    this.#waiting = null;
    this.#tell({ state: 'nothing-yet' });
  }

  /** When nothing is on its way any more. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    this.#tell({ state: 'keeping' });
    let outcome: Keeping = { state: 'keeping' };
    while (this.#waiting !== null && outcome.state !== 'failed') {
      const draft: Draft = this.#waiting;
      try {
        const kept = await this.#actions.saveDraft(draft);
        if (this.#waiting === draft) this.#waiting = null;
        outcome = { state: 'kept', kept };
      } catch (error) {
        // What came meanwhile is newer, and is worth its own try.
        outcome = this.#waiting === draft ? { state: 'failed', error } : outcome;
      }
    }
    this.#running = null;
    this.#tell(outcome);
  }

  #tell(keeping: Keeping): void {
    this.#keeping = keeping;
    this.#onChange();
  }
}
