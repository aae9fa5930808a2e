import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneOfEach } from './one-of-each.ts';
import { pageRows } from './page-rows.ts';

const versions = ['2026-11-21T09:00:00.123456Z', '2026-11-21T09:00:00.123789Z'].map((lastUpdated, at) => ({
  resource: { resourceType: 'Goal', id: 'walk', meta: { versionId: String(at), lastUpdated } },
}));

test('of two versions in one millisecond the newer one stays, to the last digit of the server’s time', () => {
  for (const entry of [versions, versions.toReversed()]) {
    const page = { resourceType: 'Bundle', type: 'searchset', entry };
    const rows = oneOfEach(pageRows(JSON.stringify(page), page, 'https://record.test/fhir'));
    assert.deepEqual(
      rows.map(({ stored }) => [stored.id, stored.version]),
      [['walk', '1']],
    );
  }
});
