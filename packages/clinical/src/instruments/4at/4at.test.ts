import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fourAt, scoreFourAt } from './4at.ts';

const ALERTNESS = { normal: 0, 'mild-sleepy-under-10s': 0, abnormal: 4 } as const;
const AMT4 = [
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 2],
  ['untestable', 2],
] as const;
const MONTHS = { '7plus': 0, 'starts-under-7': 1, refuses: 1, untestable: 2 } as const;

test('each of the 144 answer sets has the form’s total and band', () => {
  let sets = 0;
  for (const [alertness, a] of Object.entries(ALERTNESS))
    for (const [amt4, b] of AMT4)
      for (const [months, c] of Object.entries(MONTHS))
        for (const acute of [true, false]) {
          const input = { alertness, amt4, months, acute } as Parameters<typeof scoreFourAt>[0];
          const { total, band } = scoreFourAt(input);
          const expected = a + b + c + (acute ? 4 : 0);
          const named =
            expected >= 4
              ? 'possible-delirium'
              : expected >= 1
                ? 'possible-cognitive-impairment'
                : 'unlikely';
          assert.deepEqual({ total, band }, { total: expected, band: named });
          sets += 1;
        }
  assert.equal(sets, 144);
});

test('a refused question is not a refusal to start: only "untestable" and "refuses" have points', () => {
  const { status, missing } = scoreFourAt({
    alertness: 'normal',
    amt4: 'refused',
    months: 'unable',
    acute: false,
  });
  assert.deepEqual({ status, missing }, { status: 'incomplete', missing: ['amt4', 'months'] });
});

test('the acknowledgement is part of the instrument', () => {
  assert.match(fourAt.source.notice, /the4at\.com/);
});
