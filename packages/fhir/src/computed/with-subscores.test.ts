import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NEWS2_PARTS, scoreNews2, type News2Input } from '@ehch/clinical/instruments';
import type { SentNews2 } from '../recorded-view.ts';
import { withSubscores } from './with-subscores.ts';

const sent = (subscores: Readonly<Record<string, number>>, bothScales = false): SentNews2 => ({
  total: null,
  subscores,
  scale: null,
  bothScales,
});
const raw = (parts: News2Input) => scoreNews2({ ...parts, source: 'imported' });
const NONE = Object.fromEntries(NEWS2_PARTS.map((part) => [part, 0]));

test('sub-scores fill what was not measured, and of each part the higher counts', () => {
  const filled = withSubscores(raw({ rr: 25, pulse: 70 }), sent({ rr: 1, pulse: 2, temp: 1 }));
  assert.deepEqual([filled.status, filled.total, filled.atLeast], ['incomplete', null, 6]);
  assert.deepEqual(filled.items['rr']?.value, 25);
  assert.deepEqual(filled.items['pulse'], { value: null, score: 2, source: 'imported' });
  assert.deepEqual(filled.items['temp'], { value: null, score: 1, source: 'imported' });
  assert.deepEqual(filled.missing, ['spo2', 'oxygen', 'sbp', 'acvpu']);
  assert.deepEqual([filled.single3, filled.flags.includes('single3')], [true, true]);
  assert.deepEqual([filled.band, filled.monitoring, filled.atLeastBand], [null, null, 'medium']);
});

test('all seven together are a total with its band and how often to look', () => {
  const whole = withSubscores(raw({ rr: 25 }), sent({ ...NONE, sbp: 1 }));
  assert.deepEqual(
    [whole.status, whole.total, whole.band, whole.monitoring, whole.missing],
    ['complete', 4, 'low-medium', '1h', []],
  );
  assert.equal('atLeast' in whole, false);
  assert.equal(whole.atLeastBand, null);
});

test('a part set that comes to little has no band to warn of', () => {
  const little = withSubscores(raw({ rr: 16 }), sent({ temp: 1 }));
  assert.deepEqual([little.atLeast, little.atLeastBand, little.single3], [1, null, false]);
  assert.ok(!little.flags.includes('single3'));
});

test('sub-scores that say no more change nothing, and neither does what is no sub-score', () => {
  const own = raw({ rr: 25 });
  assert.equal(withSubscores(own, sent({})), own);
  assert.equal(withSubscores(own, sent({ rr: 3 })), own);
  for (const points of [4, -1, 2.5])
    assert.equal(withSubscores(own, sent({ temp: points })), own, String(points));
});

test('SpO2 of two scales is nobody’s, and leaves the set without a total', () => {
  const both = withSubscores(raw({ rr: 25 }), sent({ ...NONE, spo2: 3 }, true));
  assert.deepEqual([both.status, both.total, both.missing], ['incomplete', null, ['spo2']]);
  assert.equal(both.atLeast, 3);
});
