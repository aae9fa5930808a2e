import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreFourAt } from './4at/4at.ts';
import type { ScoreResult } from '../score.ts';
import { bmiOf } from './bmi/bmi.ts';
import { enterCfs } from './cfs/cfs.ts';
import { edmonton } from './edmonton/edmonton.ts';
import { enterEfi2 } from './efi2/efi2.ts';
import { scoreFrailtyIndex } from './frailty-index/frailty-index.ts';
import { scoreGaitSpeed } from './gait-speed/gait-speed.ts';
import { enterPurposeT } from './purpose-t/purpose-t.ts';
import { scoreTug } from './tug/tug.ts';
import { weightChangeOf } from './weight-change/weight-change.ts';

/** A sum, a finished total, and every instrument of another kind. */
const SCORES = {
  '4at': scoreFourAt,
  edmonton: edmonton.score,
  efi2: enterEfi2,
  'frailty-index': scoreFrailtyIndex,
  'gait-speed': scoreGaitSpeed,
  tug: scoreTug,
};

for (const [id, score] of Object.entries(SCORES))
  test(`${id} carries the instant of assessment, and nothing that is not an instant`, () => {
    const at = '2026-06-01T08:00:00+01:00';
    assert.equal(score({ assessedAt: at }).assessedAt, at);
    for (const none of ['2026-06-01', '2026-02-30T08:00:00Z', 'today', '', null])
      assert.ok(!('assessedAt' in score({ assessedAt: none })));
  });

const ASSESSED = '2026-11-20T09:15:00Z';
const DATED = {
  cfs: [enterCfs, { level: 4, on: '2062-11-20' }],
  edmonton: [edmonton.score, { total: 4, on: '2026-11-21' }],
  efi2: [enterEfi2, { value: 0.2, name: 'eFI2', on: '2027' }],
  'purpose-t': [enterPurposeT, { pathway: 'red', on: '2026-12' }],
  'weight-change': [weightChangeOf, { previousKg: 60, currentKg: 54, currentOn: '2026-11-21' }],
  bmi: [bmiOf, { kg: 50, heightM: 1.6, times: { kg: '2026-11-21' } }],
} as const satisfies Record<string, readonly [(input: never) => unknown, object]>;

for (const [id, [score, input]] of Object.entries(DATED))
  test(`${id} with a day in the future is a slip and gives no result`, () => {
    const give = score as (of: object) => ScoreResult;
    const { status, total, band, flags } = give({ ...input, assessedAt: ASSESSED });
    assert.deepEqual([status, total, band], ['invalid', null, null]);
    assert.ok(flags.some((flag) => /^impossible-(on|currentOn)$/.test(flag)));
    // Without an instant nobody knows which days are in the future.
    assert.equal(give(input).status, 'complete');
  });

test('a weight change has the day of the later weighing', () => {
  const { total, reachedOn } = weightChangeOf({
    previousKg: 60,
    currentKg: 54,
    previousOn: '2026-05-01',
    currentOn: '2026-10-01',
    assessedAt: ASSESSED,
  });
  assert.deepEqual([total, reachedOn], [10, '2026-10-01']);
});
