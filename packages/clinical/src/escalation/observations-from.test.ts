import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreNews2 } from '../instruments/news2/news2.ts';
import { observationsFrom } from './observations-from.ts';

test('S2: what a signed NEWS2 holds is what the ladder goes by, and a missing part stays missing', () => {
  const score = scoreNews2({ rr: 25, spo2: 93, scale: 2, oxygen: false, pulse: 112, acvpu: 'C' });
  const { score: same, ...values } = observationsFrom(score) ?? {};
  assert.equal(same, score);
  assert.deepEqual(values, { rr: 25, sbp: null, pulse: 112, spo2: 93, spo2Scale: 2, acvpu: 'C' });
});

test('S2: a score of another instrument is no observation', () => {
  assert.equal(observationsFrom({ ...scoreNews2({}), instrument: 'must' }), null);
});

test('S2: while the scale is open no scale is taken', () => {
  const open = scoreNews2({ rr: 16, spo2: 90, recordedScale: 2, oxygen: false });
  assert.equal(observationsFrom(open)?.spo2Scale, null);
});
