import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourcesFromText, resourcesToText } from './resource-text.ts';

const row = (text: string, more: object = {}) => ({
  type: 'Observation',
  id: 'o1',
  version: '1',
  updated: '2026-11-21T09:00:00Z',
  text,
  ...more,
});

test('every text comes back to the last character, whatever stands in it', () => {
  const rows = [
    row('{"value":7.10}'),
    row(''),
    row('{\n"note":"two\\nlines \\u0000 🧓 [\\"a\\"]"\r\n}'),
    row('{"last":1e2}', { version: null, updated: null, fullUrl: 'urn:uuid:0f9e\n' }),
  ];
  assert.deepEqual(resourcesFromText(resourcesToText(rows)), rows);
  assert.deepEqual(resourcesFromText(resourcesToText([])), []);
});

test('D6: a pack in its first shape is read', () => {
  const text = JSON.stringify([
    ['Goal', 'g', '2', null, '{"value":7.10}'],
    ['Goal', 'h', null, null, '{}', 'urn:uuid:1'],
  ]);
  assert.deepEqual(resourcesFromText(text), [
    { type: 'Goal', id: 'g', version: '2', updated: null, text: '{"value":7.10}' },
    { type: 'Goal', id: 'h', version: null, updated: null, text: '{}', fullUrl: 'urn:uuid:1' },
  ]);
});
