import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startDevServer, type DevServer } from '@ehch/dev-server';
import { configuration, connectedEngine, NOW } from '../test/connected-engine.ts';
import { twoResidents } from '../test/two-residents.ts';
import { fetchHttp } from './http/fetch-http.ts';
import type { HostSurface } from './protocol.ts';

let server: DevServer;
before(async () => {
  server = await startDevServer({ resources: twoResidents, allowFaults: true });
});
after(() => server.close());

const LATER = '2026-11-21T09:50:00Z';

/**
 * A host page's `fetch` with a cache of its own. It drops the `cache` option, as a wrapper that builds its request
 * does.
 */
function cachingFetch(honours: (headers: Headers) => boolean): typeof globalThis.fetch {
  const cache = new Map<string, { text: string; headers: Headers }>();
  return async (input, init) => {
    const key = input instanceof Request ? input.url : input.toString();
    const held = cache.get(key);
    if (held && !honours(new Headers(init?.headers))) {
      const headers = new Headers(held.headers);
      headers.set('age', '40');
      return new Response(held.text, { headers });
    }
    const { headers } = init ?? {};
    const response = await fetch(key, headers === undefined ? {} : { headers });
    const text = await response.text();
    cache.set(key, { text, headers: response.headers });
    return new Response(text, { headers: response.headers, status: response.status });
  };
}

async function refreshedAllergies(resident: string, honours: (headers: Headers) => boolean) {
  const http = fetchHttp(cachingFetch(honours), { ownCredentials: true });
  const host: HostSurface = { getToken: async () => null, request: (request) => http.request(request) };
  const { engine, settle } = await connectedEngine(
    configuration(server.url, { network: { by: 'host' } }),
    host,
  );
  await settle(resident);
  const written = await fetch(`${server.url}/AllergyIntolerance/new-${resident}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({
      resourceType: 'AllergyIntolerance',
      id: `new-${resident}`,
      patient: { reference: `Patient/${resident}` },
      code: { text: 'Trimethoprim' },
    }),
  });
  assert.equal(written.status, 201);
  await engine.refreshResident({ resident, section: 'allergies', now: LATER });
  return (await engine.openResident({ resident, now: LATER })).view.sections.allergies;
}

test('a fetch that drops the cache option still asks the server again, so the new allergy is there', async () => {
  const section = await refreshedAllergies('agnes', (headers) => headers.get('cache-control') === 'no-cache');
  assert.match(JSON.stringify(section), /Trimethoprim/i);
  assert.ok(section.state === 'known' && section.asOf === LATER);
});

test('an answer from a cache that cannot be bypassed has its own age, and never counts as of now', async () => {
  const section = await refreshedAllergies('bertha', () => false);
  assert.doesNotMatch(JSON.stringify(section), /Trimethoprim/i);
  assert.ok(section.state === 'known');
  assert.ok(Date.parse(section.asOf) <= Date.parse(LATER) - 40_000, section.asOf);
  assert.ok(Date.parse(section.asOf) >= Date.parse(NOW));
});
