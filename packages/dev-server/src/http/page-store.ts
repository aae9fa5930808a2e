import { randomUUID } from 'node:crypto';
import type { SearchRequest } from '../search/request.ts';

/** A search result as it was at the first page: positions in the log, in order. */
export interface Result {
  /** The address of the search, with the parameters that the server understood. */
  readonly self: string;
  readonly path: string;
  readonly seqs: readonly number[];
  readonly request: SearchRequest;
}

/** The number of results kept for later pages. An older one is answered with 410, as on real servers. */
const KEPT = 500;

/** Keeps results, so that pages never skip or repeat a match while the data changes. */
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
