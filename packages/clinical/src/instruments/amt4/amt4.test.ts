import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreAmt4 } from './amt4.ts';

const ANSWERS = [true, false, 'refused', undefined] as const;

test('every one of its 256 answer sets counts right answers, and only four of four are normal', () => {
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
          // With something open it is already abnormal exactly where four can no longer be reached.
          assert.equal(atLeastBand, open > 0 && right + open < 4 ? 'abnormal' : null);
        }
});
