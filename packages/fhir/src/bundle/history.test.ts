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

const version = (versionId: string | undefined, lastUpdated: string | undefined) => ({
  resource: { ...FLAG, meta: { versionId, lastUpdated } },
});
const NOW = '2026-11-21T09:30:00Z';

test('a version of the future is not the newest by its time', () => {
  const ahead = version(undefined, '2031-01-01T00:00:00Z');
  const listedFirst = version(undefined, '2026-11-01T00:00:00Z');
  assert.deepEqual(latestOfEach([listedFirst, ahead], NOW), [listedFirst]);
  const numbered = version('3', '2026-11-01T00:00:00Z');
  assert.deepEqual(latestOfEach([version('2', '2031-01-01T00:00:00Z'), numbered], NOW), [numbered]);
});

test('a version that stays beside another carries its own time', () => {
  const row = (versionId: string, lastModified: string) => ({
    resource: { ...FLAG, meta: { versionId } },
    response: { status: '200', lastModified },
  });
  assert.deepEqual(
    latestOfEach([row('2', '2026-11-01T00:00:00Z'), row('1', '2026-11-02T00:00:00Z')]).map(
      (one) => (one as ReturnType<typeof row>).resource.meta,
    ),
    [
      { lastUpdated: '2026-11-01T00:00:00Z', versionId: '2' },
      { lastUpdated: '2026-11-02T00:00:00Z', versionId: '1' },
    ],
  );
});

test('versions whose times and numbers contradict each other both stay', () => {
  const rows = [version('3', '2026-11-01T00:00:00Z'), version('2', '2026-11-02T00:00:00Z')];
  assert.deepEqual(latestOfEach(rows, NOW), rows);
  assert.deepEqual(latestOfEach([version('2', undefined), version('3', undefined)]), [
    version('3', undefined),
  ]);
});

test('a deletion that may belong to either of two records deletes neither', () => {
  const rows = [put(HERE), put('https://other.example/r4'), deletion('Flag/7')];
  assert.deepEqual(latestOfEach(rows), rows);
});
