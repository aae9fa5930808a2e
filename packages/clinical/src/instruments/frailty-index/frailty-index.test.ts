import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertTotal } from '../whole-entry.fixtures.ts';
import { scoreFrailtyIndex } from './frailty-index.ts';

test('whatever is given is answered', () => assertTotal(scoreFrailtyIndex, 'present', 'considered', 'total'));

test('over every list up to 60 there is an index exactly from 30 known and a fifth unknown at most', () => {
  for (let total = 0; total <= 60; total += 1)
    for (let considered = 0; considered <= total; considered += 1)
      for (const present of [0, considered / 2, considered]) {
        const result = scoreFrailtyIndex({ present, considered, total });
        const enough = considered >= 30 && 5 * considered >= 4 * total;
        assert.equal(result.total, enough ? present / considered : null);
        assert.equal(result.status, enough ? 'complete' : 'incomplete');
        assert.equal(result.band, null);
      }
});
