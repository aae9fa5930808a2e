import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreAmt4 } from './amt4.ts';

const ANSWERS = [true, false, 'refused', undefined] as const;

test('each of the 256 answer sets counts right answers, and only four of four is normal', () => {
  for (const age of ANSWERS)
    for (const birth of ANSWERS)
      for (const place of ANSWERS)
        for (const year of ANSWERS) {
          const all = [age, birth, place, year];
          const { total, atLeast, band, atLeastBand } = scoreAmt4(
            Object.fromEntries(['age', 'birth', 'place', 'year'].map((id, index) => [id, all[index]])),
          );
          const right = all.filter((one) => one === true).length;
          const open = all.filter((one) => typeof one !== 'boolean').length;
          assert.equal(total ?? atLeast, right);
          assert.equal(band, open > 0 ? null : right === 4 ? 'normal' : 'abnormal');
          // An incomplete set is already abnormal exactly if it can no longer reach four.
          assert.equal(atLeastBand, open > 0 && right + open < 4 ? 'abnormal' : null);
        }
});
