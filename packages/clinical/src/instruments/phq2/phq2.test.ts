import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scorePhq2 } from './phq2.ts';

const POINTS = [0, 1, 2, 3] as const;

test('each of the 16 answer pairs has the right sum, and is positive from the cut-off', () => {
  for (const cut of [2, 3] as const)
    for (const interest of POINTS)
      for (const mood of POINTS) {
        const { total, positive, band } = scorePhq2({ interest, mood }, cut);
        const reached = interest + mood >= cut;
        assert.deepEqual(
          { total, positive, band },
          { total: interest + mood, positive: reached, band: reached ? 'positive' : 'below-cut' },
        );
      }
});

test('with one answer it is positive only if that answer alone reaches the cut-off, and never negative', () => {
  for (const cut of [2, 3] as const)
    for (const interest of POINTS)
      assert.equal(scorePhq2({ interest }, cut).positive, interest >= cut ? true : null);
});
