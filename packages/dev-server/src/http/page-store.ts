import { randomUUID } from 'node:crypto';
import type { SearchRequest } from '../search/request.ts';

/** A result as it stood when it was first asked for: places in the log, in order. */
export interface Result {
  /** The address that was asked, with what was understood of it. */
  readonly self: string;
  readonly path: string;
  readonly seqs: readonly number[];
  readonly request: SearchRequest;
}

/** How many results are kept for their later pages. An older one is answered with 410, as real servers do. */
const KEPT = 500;

/** Keeps results, so that the pages of one never skip or repeat a match while the data changes. */
export class PageStore {
  readonly #results = new Map<string, Result>();

  keep(result: Result): string {
    const token = randomUUID();
    this.#results.set(token, result);
    const [oldest] = this.#results.keys();
    if (this.#results.size > KEPT && oldest !== undefined) this.#results.delete(oldest);
    return token;
  }

  find(token: string): Result | undefined {
    return this.#results.get(token);
  }
}
