import { isObject, type FhirResource } from '../resource.ts';
import type { Version, WriteTerms } from './version.ts';

/** A version that the server accepted, and what its writer claimed to know. */
export interface AcceptedWrite {
  readonly type: string;
  readonly id: string;
  /** The `versionId` of the new version. A deletion has one too. */
  readonly version: string;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** The version in the writer's `If-Match`, bare; null if it named none, and so overwrote whatever was there. */
  readonly claimedBase: string | null;
  /** The version that this one followed; null for the first. */
  readonly previous: string | null;
  /** Whether the version before was a deletion. */
  readonly previousDeleted: boolean;
  /** Milliseconds since the epoch, when it was accepted. */
  readonly at: number;
  /** A number of the request. The entries of one transaction share it, and so a write and its marker. */
  readonly request: number;
  /** The intent in the resource's own extension or identifier, if it has one. */
  readonly intent: string | null;
}

/** What was accepted since the start, also where a restored backup has lost it again. */
export class Journal {
  readonly #writes: AcceptedWrite[] = [];
  #request = 0;

  /** In order. The list goes on growing. */
  get writes(): readonly AcceptedWrite[] {
    return this.#writes;
  }

  /** Counts a request, so that the writes of one can be told from those of another. */
  beginRequest(): void {
    this.#request += 1;
  }

  /** The server's own loading claims nothing, and is not noted. */
  note(
    { type, id, vid, updated, method }: Version,
    previous: Version | undefined,
    { claimedBase }: WriteTerms,
    intent: string | null,
  ): void {
    if (claimedBase === undefined) return;
    this.#writes.push({
      type,
      id,
      version: String(vid),
      method,
      claimedBase,
      previous: previous ? String(previous.vid) : null,
      previousDeleted: previous?.json === null,
      at: updated,
      request: this.#request,
      intent,
    });
  }

  /** Returns what takes back everything noted since. */
  mark(): () => void {
    const { length } = this.#writes;
    return () => void (this.#writes.length = length);
  }
}

/** The intent that a resource carries: an extension `…/sync-intent`, or an identifier of a system `…/intent`. */
export function intentOf(resource: FhirResource): string | null {
  for (const extension of listOf(resource['extension'])) {
    if (!String(extension['url']).endsWith('/sync-intent')) continue;
    const [value] = Object.entries(extension).flatMap(([name, one]) =>
      name.startsWith('value') ? [one] : [],
    );
    if (typeof value === 'string') return value;
  }
  const identifier = resource['identifier'];
  const own = listOf(Array.isArray(identifier) ? identifier : [identifier]).find(({ system }) =>
    String(system).endsWith('/intent'),
  );
  return typeof own?.['value'] === 'string' ? own['value'] : null;
}

function listOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
