import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertTotal } from '../whole-entry.fixtures.ts';
import { scoreFrailtyIndex } from './frailty-index.ts';

test('any input has a result', () => assertTotal(scoreFrailtyIndex, 'present', 'considered', 'total'));

test('for every list of up to 60 there is an index exactly if 30 are known and at most a fifth is unknown', () => {
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
