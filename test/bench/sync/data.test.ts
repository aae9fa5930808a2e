import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHANGED, changedRecords, homeRecords, RESIDENTS, RESOURCES_EACH } from './data.ts';

test('the records are always the same: 30,000 resources of ten types, 33 MB, six in ten of them Observations', () => {
  const all = homeRecords();
  assert.deepEqual(homeRecords(), all);
  assert.equal(all.length, RESIDENTS * RESOURCES_EACH);
  assert.equal(new Set(all.map(({ type, id }) => `${type}/${id}`)).size, all.length);
  assert.equal(new Set(all.map(({ type }) => type)).size, 10);
  const sizes = all.map(({ text }) => text.length).sort((a, b) => a - b);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  assert(bytes > 32.5e6 && bytes < 34e6, `${bytes} bytes`);
  const at = (share: number) => sizes[Math.floor(sizes.length * share)] ?? 0;
  assert(at(0.5) > 900 && at(0.5) < 1020, `median ${at(0.5)}`);
  assert(at(0.95) > 2800 && at(0.95) < 3050, `p95 ${at(0.95)}`);
  assert.equal(all.filter(({ type }) => type === 'Observation').length / all.length, 0.62);
});

test('each resident has three changed resources, each of them newer than all others', () => {
  const before = new Map(homeRecords().map((each) => [`${each.type}/${each.id}`, each]));
  const newest = [...before.values()].at(-1)?.updated ?? '';
  const changed = changedRecords();
  assert.equal(new Set(changed.map(({ type, id }) => `${type}/${id}`)).size, CHANGED);
  for (const each of changed) {
    assert(each.updated > newest);
    assert.notEqual(before.get(`${each.type}/${each.id}`)?.text, each.text);
  }
});
