import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anything, assertEntry, assertTotal } from '../whole-entry.fixtures.ts';
import { proposeMust } from './must-steps.ts';
import { must } from './must.ts';
import { STEPS } from './must.vectors.ts';

test('no input makes the entry throw, and no number comes from anything but a number', () => {
  assertTotal(must.score, 'total', 'version', 'assessor', 'assessedAt');
  assertEntry(must.score, must.range);
});

test('no input makes the steps throw or gives a total without BMI and loss', () => {
  fc.assert(
    fc.property(anything('bmi', 'lossPct', 'acuteNoIntake5d'), (input) => {
      const { status, bmi, loss, acute, total, band } = proposeMust(input, STEPS);
      assert.equal(status === 'complete', total !== null);
      assert.equal(
        total !== null,
        [bmi, loss, acute].every((step) => step !== null),
      );
      assert.equal(band === null, total === null);
    }),
    { numRuns: 1000 },
  );
});

test('nothing is proposed without the owner’s permission', () => {
  fc.assert(
    fc.property(anything('bmi', 'lossPct', 'acuteNoIntake5d'), (input) => {
      const { status, bmi, loss, acute, total, band } = proposeMust(input, { ...STEPS, licenceRef: ' ' });
      assert.equal(status, 'not-licensed');
      assert.deepEqual([bmi, loss, acute, total, band], [null, null, null, null, null]);
    }),
  );
});

test('a worse BMI or a larger loss never proposes less', () => {
  const number = fc.double({ min: 10, max: 40, noNaN: true });
  fc.assert(
    fc.property(number, number, number, (bmi, lossPct, by) => {
      const points = (input: object) => proposeMust(input, STEPS).total ?? Number.NaN;
      assert.ok(points({ bmi: bmi / by, lossPct }) >= points({ bmi: Math.max(bmi, bmi / by), lossPct }));
      assert.ok(points({ bmi, lossPct: lossPct + by }) >= points({ bmi, lossPct }));
    }),
  );
});

test('a step that somebody says is not known or was refused is no zero', () => {
  for (const acuteNoIntake5d of ['not-known', 'refused', 'unable', 'not-asked'] as const) {
    const { status, total } = proposeMust({ bmi: 25, lossPct: 0, acuteNoIntake5d }, STEPS);
    assert.deepEqual([status, total], ['incomplete', null]);
  }
});
