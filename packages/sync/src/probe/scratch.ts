/** The identifier system of what the probe writes, by which an administrator finds a remainder. */
export const PROBE_ID = 'https://ehch-kit.example/Id/probe';

/** A resource of the probe: it is about nobody. */
export function scratch(id: string | null, key: string, text: string): string {
  return JSON.stringify({
    resourceType: 'Basic',
    ...(id === null ? {} : { id }),
    identifier: [{ system: PROBE_ID, value: key }],
    code: { text: `Connection probe of EHCH Kit. It may be deleted. ${text}` },
  });
}

/** One entry of a transaction. */
export interface ScratchEntry {
  readonly method: 'PUT' | 'POST';
  readonly url: string;
  readonly body: string;
  readonly when?: { readonly ifMatch?: string; readonly ifNoneMatch?: string; readonly ifNoneExist?: string };
}

export function transaction(entries: readonly ScratchEntry[]): string {
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: entries.map(({ method, url, body, when = {} }) => ({
      resource: JSON.parse(body) as unknown,
      request: { method, url, ...when },
    })),
  });
}
