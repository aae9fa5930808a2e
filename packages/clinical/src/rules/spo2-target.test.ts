import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedScaleWords, scaleOfTarget } from './spo2-target.ts';

for (const [low, high, scale] of [
  [88, 92, 2],
  [90, 90, 2],
  [null, 92, 2],
  [94, 98, 1],
  [94, null, 1],
  [90, 94, null],
  [88, null, null],
  [null, 98, null],
  [null, null, null],
] as const) {
  test(`a target of ${low} to ${high} % asks for scale ${scale}`, () => {
    assert.equal(scaleOfTarget(low, high), scale);
  });
}

test('the words for a scale say when nobody has settled it', () => {
  const target = {
    id: 't',
    on: null,
    source: { label: '' },
    by: null,
    cautions: [],
    low: 94,
    high: 98,
    text: '94-98 %',
  };
  assert.equal(askedScaleWords({ ...target, scale: 1 }), 'scale 1');
  assert.equal(askedScaleWords({ ...target, scale: 1, isScaleOpen: true }), 'scale not settled');
  assert.equal(askedScaleWords({ ...target, scale: null }), null);
});
