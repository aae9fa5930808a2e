import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreGds15 } from './gds15.ts';

const NO_SCORES = new Set([1, 5, 7, 11, 13]);

test('each of the 32768 complete scales has the total of the key', () => {
  const ids = Array.from({ length: 15 }, (_, index) => `q${index + 1}`);
  for (let set = 0; set < 2 ** 15; set += 1) {
    const yes = ids.map((_, bit) => (set & (1 << bit)) !== 0);
    const expected = yes.filter((one, index) => one !== NO_SCORES.has(index + 1)).length;
    const { total, band } = scoreGds15(Object.fromEntries(ids.map((id, index) => [id, yes[index]])));
    if (total !== expected || band !== (expected >= 5 ? '5-or-more' : 'below-5'))
      assert.fail(`${set}: ${total} ${band}, expected ${expected}`);
  }
});
