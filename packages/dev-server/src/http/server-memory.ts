import type { Answer } from './call.ts';
import type { Result } from './page-store.ts';

/** What a server remembers besides its data. A restart or a restored backup loses it. */
export class ServerMemory {
  /** Lists of searches, by their question, with the time of each. */
  readonly searches = new Map<string, { readonly at: number; readonly result: Result }>();
  /** The first answers to creates with an idempotency key. */
  readonly creates = new Map<string, Answer>();

  clear(): void {
    this.searches.clear();
    this.creates.clear();
  }
}
