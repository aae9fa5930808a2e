import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreSixCit } from './6cit.ts';

test('each of the 432 complete tests has the total and band of the Kingshill version', () => {
  const reached = new Set<number>();
  for (const yearCorrect of [true, false])
    for (const monthCorrect of [true, false])
      for (const timeWithinHour of [true, false])
        for (const countBackErrors of [0, 1, 2])
          for (const monthsBackErrors of [0, 1, 2])
            for (const addressErrors of [0, 1, 2, 3, 4, 5]) {
              const expected =
                (yearCorrect ? 0 : 4) +
                (monthCorrect ? 0 : 3) +
                (timeWithinHour ? 0 : 3) +
                2 * (countBackErrors + monthsBackErrors + addressErrors);
              const { total, band } = scoreSixCit({
                yearCorrect,
                monthCorrect,
                timeWithinHour,
                countBackErrors,
                monthsBackErrors,
                addressErrors,
              });
              const named = expected <= 7 ? 'normal' : expected <= 9 ? 'mild' : 'significant';
              assert.deepEqual({ total, band }, { total: expected, band: named });
              reached.add(expected);
            }
  assert.equal(Math.max(...reached), 28);
});
