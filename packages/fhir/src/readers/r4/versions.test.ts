import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW } from '../../record.fixtures.ts';
import { compareVersions } from './versions.ts';

const flag = (text: string, versionId: string) => ({
  resourceType: 'Flag',
  id: 'f',
  code: { text },
  meta: { versionId },
});

test('versions that are counted have an order, and versions that are names have none', () => {
  assert.equal(compareVersions(flag('MRSA', '10'), flag('None', '9'), NOW), 'first');
  for (const name of ['0x10', '1e3', '-12', '12.5', '', 'a4'])
    assert.equal(compareVersions(flag('MRSA', name), flag('None', '9'), NOW), 'not-known', name);
});

test('a record is not the newest by a time that has not come', () => {
  const at = (text: string, lastUpdated: string, versionId?: string) => ({
    ...flag(text, ''),
    meta: { lastUpdated, ...(versionId !== undefined && { versionId }) },
  });
  const ahead = '2031-01-01T00:00:00Z';
  const past = '2026-11-01T00:00:00Z';
  assert.equal(compareVersions(at('MRSA', ahead), at('None', past), NOW), 'not-known');
  assert.equal(compareVersions(at('MRSA', ahead, '1'), at('None', past, '2'), NOW), 'second');
  assert.equal(compareVersions(at('MRSA', '2026-11-21T09:40:00Z'), at('None', past), NOW), 'first');
  assert.equal(compareVersions(at('MRSA', ahead), at('None', past), null), 'first');
});
