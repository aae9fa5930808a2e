import type { AcceptedWrite } from '@ehch/dev-server';
import type { HttpRequest } from '../../src/http/http.ts';

/** A version that the server took, with the text of it and of the version before. `null`: deleted, or none. */
export interface ServedWrite extends AcceptedWrite {
  readonly text: string | null;
  readonly previousText: string | null;
}

/** A request that the server has seen, with what it changed. */
export interface ServedRequest {
  /** The client, or `outside` for another system. */
  readonly by: string;
  /** The subject who was signed in when the request left. */
  readonly session: string | null;
  readonly at: number;
  readonly request: HttpRequest;
  readonly status: number;
  readonly writes: readonly ServedWrite[];
}

/** The intent of whose marker or mark a request carries. `null`: none, as with a retirement or another system. */
export function intentOfRequest({ writes }: Pick<ServedRequest, 'writes'>): string | null {
  // The marker lies in the transaction of its effect, and its id is the intent.
  const marker = writes.find(({ type }) => type === 'Provenance');
  return marker?.id ?? writes.find(({ intent }) => intent !== null)?.intent ?? null;
}
