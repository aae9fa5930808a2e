import type { AcceptedWrite } from '@ehch/dev-server';
import type { HttpRequest } from '../../src/http/http.ts';

/** A request that the server has seen, with what it changed. */
export interface ServedRequest {
  readonly by: string;
  readonly at: number;
  readonly request: HttpRequest;
  readonly status: number;
  readonly writes: readonly AcceptedWrite[];
}

/** The intent of whose marker or mark a request carries. `null`: none, as with a retirement or another system. */
export function intentOfRequest({ writes }: ServedRequest): string | null {
  // The marker lies in the transaction of its effect, and its id is the intent.
  const marker = writes.find(({ type }) => type === 'Provenance');
  return marker?.id ?? writes.find(({ intent }) => intent !== null)?.intent ?? null;
}
