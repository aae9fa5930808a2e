import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertTotal } from '../whole-entry.fixtures.ts';
import { scoreTug } from './tug.ts';

test('any input has a result', () => assertTotal(scoreTug, 'seconds', 'reason'));

test('every time of two decimals is over 10 exactly above 10, and a place’s cut-off does not change that', () => {
  for (let cs = 100; cs <= 60_000; cs += 1) {
    const { over10, total, placeCut } = scoreTug({ seconds: cs / 100 }, { above: 13.5, source: 'a place' });
    if (over10 !== cs > 1000 || total !== cs / 100 || placeCut?.over !== cs > 1350) assert.fail(String(cs));
  }
});

test('a cut-off without a source is ignored', () => {
  assert.equal(scoreTug({ seconds: 20 }, { above: 12, source: ' ' }).placeCut, null);
});
