import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amts10, scoreAmts10 } from './amts10.ts';

test('each of the 1024 complete tests counts right answers, and has the band "below 8" exactly below 8', () => {
  const ids = amts10.items.map(({ id }) => id);
  assert.equal(ids.length, 10);
  for (let set = 0; set < 1024; set += 1) {
    const input = Object.fromEntries(ids.map((id, bit) => [id, (set & (1 << bit)) !== 0]));
    const right = Object.values(input).filter(Boolean).length;
    const { total, band } = scoreAmts10(input);
    assert.deepEqual({ total, band }, { total: right, band: right < 8 ? 'below-8' : '8-10' });
  }
});
