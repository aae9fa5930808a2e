import assert from 'node:assert/strict';
import type { Json } from '../emitted/operation-bundle.ts';

/** The server that `npm run test:hapi` has started for the tests. `null`: they were started in another way. */
export const BASE = process.env['EHCH_HAPI'] ?? null;
/** Why a test is skipped, for `test({ skip })`. */
export const SKIP = BASE === null ? 'needs HAPI: npm run test:hapi' : false;
/** Whether the server has the UK Core definitions. */
export const HAS_UK_CORE = process.env['EHCH_HAPI_UK_CORE'] === 'yes';

/** Whether everything is to be checked, and not a sample. */
export const IS_WHOLE = process.env['EHCH_HAPI_WHOLE'] === 'yes';

const HEADERS = { 'content-type': 'application/fhir+json', accept: 'application/fhir+json' };

export interface Answer {
  readonly status: number;
  readonly body: Json;
}

/** Asks the server, past its search cache of 60 seconds. */
export async function ask(
  method: string,
  path: string,
  body?: Json,
  headers = {},
  base = BASE,
): Promise<Answer> {
  assert.ok(base !== null);
  const response = await fetch(path === '' ? base : `${base}/${path}`, {
    method,
    headers: { ...HEADERS, 'cache-control': 'no-cache', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Json };
}

/** The entries of a search or of a transaction's answer. */
export function entriesOf({ body }: Answer): readonly Entry[] {
  return (body['entry'] ?? []) as readonly Entry[];
}

interface Entry {
  readonly resource?: Json;
  readonly response?: { readonly status: string; readonly location: string };
}

/** Puts resources onto the server in one transaction, under their own ids. */
export async function putAll(resources: readonly Json[], base = BASE): Promise<void> {
  const entry = resources.map((resource) => ({
    resource,
    request: { method: 'PUT', url: `${String(resource['resourceType'])}/${String(resource['id'])}` },
  }));
  const { status, body } = await ask(
    'POST',
    '',
    { resourceType: 'Bundle', type: 'transaction', entry },
    {},
    base,
  );
  assert.equal(status, 200, JSON.stringify(body).slice(0, 500));
}
