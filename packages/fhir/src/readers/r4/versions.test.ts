import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareVersions } from './versions.ts';

const flag = (text: string, versionId: string) => ({
  resourceType: 'Flag',
  id: 'f',
  code: { text },
  meta: { versionId },
});

test('versions that are counted have an order, and versions that are names have none', () => {
  assert.equal(compareVersions(flag('MRSA', '10'), flag('None', '9')), 'first');
  for (const name of ['0x10', '1e3', '-12', '12.5', '', 'a4'])
    assert.equal(compareVersions(flag('MRSA', name), flag('None', '9')), 'not-known', name);
});
