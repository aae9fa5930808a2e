import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { issueOf, matches, openServer, patient, weight } from '../asking.fixtures.ts';

const resources = [patient('a'), weight('w', 'a', 54, '2026-11-01')];
const plain = await openServer({ resources });
const strict = await openServer({ resources, personality: { longestAddress: 200, postSearch: false } });
after(() => Promise.all([plain.server.close(), strict.server.close()]));

const long = `patient=a&code=${Array.from({ length: 300 }, (_, i) => `c${i}`).join(',')},27113001`;
const posted = {
  method: 'POST',
  body: long,
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
};

test('a search by POST finds the same as by GET, however long it is', async () => {
  assert.deepEqual(matches(await plain.ask(`/Observation?${long}`)), ['w']);
  assert.deepEqual(matches(await plain.ask('/Observation/_search', posted)), ['w']);
});

test('a server that accepts only short addresses answers a long one with 414', async () => {
  const refused = await strict.ask(`/Observation?${long}`);
  assert.equal(refused.status, 414);
  assert.match(issueOf(refused), /^error /);
  assert.equal((await strict.ask('/Observation?patient=a')).status, 200);
});

test('a server without search by POST answers with 405 and the allowed methods', async () => {
  const refused = await strict.ask('/Observation/_search', posted);
  assert.equal(refused.status, 405);
  assert.equal(refused.headers.get('allow'), 'GET');
});
