import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latestOfEach } from './history.ts';

const FLAG = { resourceType: 'Flag', id: '7', meta: { lastUpdated: '2026-11-20T00:00:00Z' } };
const put = (base: string | null) => ({
  ...(base === null ? {} : { fullUrl: `${base}/Flag/7` }),
  resource: FLAG,
  request: { method: 'PUT', url: 'Flag/7' },
});
const deletion = (url: string) => ({
  request: { method: 'DELETE', url },
  response: { status: '204', lastModified: '2026-11-21T00:00:00Z' },
});
const HERE = 'https://fhir.example/r4';

for (const [how, row, url] of [
  ['by its type and id, of a record with an address', put(HERE), 'Flag/7'],
  ['by its address, of a record without one', put(null), `${HERE}/Flag/7`],
  ['by the address of a version', put(HERE), `${HERE}/Flag/7/_history/2`],
] as const) {
  test(`a deletion that names its record ${how} is its newest version`, () => {
    const last = deletion(url);
    assert.deepEqual(latestOfEach([row, last]), [last]);
    assert.deepEqual(latestOfEach([last, row]), [last]);
  });
}

test('a deletion that may belong to either of two records deletes neither', () => {
  const rows = [put(HERE), put('https://other.example/r4'), deletion('Flag/7')];
  assert.deepEqual(latestOfEach(rows), rows);
});
