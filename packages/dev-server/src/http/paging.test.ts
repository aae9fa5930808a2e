import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { issueOf, linkOf, matches, openServer, patient, weight, type Heard } from '../asking.fixtures.ts';

const ids = Array.from({ length: 25 }, (_, n) => `w${String(n).padStart(2, '0')}`);
const { server, ask } = await openServer({
  resources: [patient('a'), ...ids.map((id, n) => weight(id, 'a', 50 + n, '2026-11-01'))],
});
after(() => server.close());

async function walk(first: Heard, between: () => Promise<unknown> = async () => {}): Promise<string[]> {
  const seen = matches(first);
  for (let next = linkOf(first, 'next'); next !== undefined;) {
    await between();
    const page = await ask(next);
    seen.push(...matches(page));
    next = linkOf(page, 'next');
  }
  return seen;
}

test('pages hold every match once, and the last has no next link', async () => {
  const first = await ask('/Observation?patient=a&_count=10');
  assert.equal(first.body['total'], 25);
  assert.equal(matches(first).length, 10);
  assert.deepEqual(await walk(first), ids);
});

test('pages neither skip nor repeat while resources are updated and added', async () => {
  let n = 0;
  const seen = await walk(await ask('/Observation?patient=a&_count=5&_sort=_lastUpdated'), async () => {
    await ask(`/Observation/${ids[n]}`, {
      method: 'PUT',
      json: weight(ids[n] ?? '', 'a', 99 + n, '2026-11-02'),
    });
    await ask(`/Observation/new${n}`, { method: 'PUT', json: weight(`new${n}`, 'a', 1, '2026-11-02') });
    n += 1;
  });
  assert.deepEqual(seen.toSorted(), ids);
});

test('a resource deleted after the first page is not on a later one', async () => {
  const first = await ask('/Observation?patient=a&_count=5&_sort=_id');
  await ask('/Observation/w24', { method: 'DELETE' });
  assert.ok(!(await walk(first)).includes('w24'));
});

test('a previous link leads back', async () => {
  const first = await ask('/Observation?patient=a&_count=5&_sort=_id');
  const second = await ask(linkOf(first, 'next') ?? '');
  assert.deepEqual(matches(await ask(linkOf(second, 'previous') ?? '')), matches(first));
});

test('a page that is no longer kept is 410, so that a client searches again', async () => {
  const answer = await ask('/Observation?_page=long-gone&_pageOffset=5');
  assert.equal(answer.status, 410);
  assert.equal(issueOf(answer), 'error not-found');
});

test('if clients use another name for this machine, links use it too and are answered', async () => {
  const named = await openServer({
    resources: [patient('a'), ...ids.map((id, n) => weight(id, 'a', 50 + n, '2026-11-01'))],
    publicHost: 'fhir.localhost',
  });
  const { port, url } = named.server;
  assert.equal(url, `http://fhir.localhost:${port}/fhir`);
  const here = (address: string): string => address.replace('fhir.localhost', '127.0.0.1');
  const first = await named.ask(here(`${url}/Observation?patient=a&_count=10`));
  const next = linkOf(first, 'next') ?? '';
  assert.ok(next.startsWith(`${url}/`), next);
  assert.equal(matches(await named.ask(here(next))).length, 10);
  await named.server.close();
});
