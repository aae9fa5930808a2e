import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deriveTree } from './key-tree.ts';
import { seal, unseal } from './seal.ts';

const { work } = await deriveTree(new Uint8Array(32));

test('K3: a text comes back from its own place, and opens at no other', async () => {
  const sealed = await seal(work, ['pack', 'p1', 0, 1], '{"value":7.10}');
  assert.equal(await unseal(work, ['pack', 'p1', 0, 1], sealed), '{"value":7.10}');
  for (const place of [
    ['pack', 'p2', 0, 1],
    ['delta', 'p1', 0, 1],
    ['pack', 'p1', 0, 2],
    ['pack', 'p10', 1],
  ]) {
    await assert.rejects(unseal(work, place, sealed), { name: 'OperationError' });
  }
});

test('K3: the same text is sealed differently each time', async () => {
  const [a, b] = await Promise.all([seal(work, ['pack'], 'same'), seal(work, ['pack'], 'same')]);
  assert.equal(a.iv.length, 12);
  assert.notDeepEqual(a.iv, b.iv);
  assert.notDeepEqual(new Uint8Array(a.ct), new Uint8Array(b.ct));
});
