import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkpoint } from '../../test/samples.ts';
import { coveredBy, withoutAll, withoutResident } from './coverage.ts';

const whole = { checkpoint: checkpoint({ members: ['a', 'b'] }), dropped: [] };

test('D4: a step that was prepared before copies went does not bring their resident back as covered', () => {
  const before = withoutResident(whole, 'a');
  assert.deepEqual(before.checkpoint?.members, ['b']);
  const after = coveredBy(checkpoint({ members: ['a', 'b'] }), before, new Set());
  assert.deepEqual(after.checkpoint?.members, ['b']);
  assert.deepEqual(after.dropped, ['a']);
});

test('who has read that a resident is gone may load and cover them again', () => {
  const after = coveredBy(checkpoint({ members: ['a', 'b'] }), withoutResident(whole, 'a'), new Set(['a']));
  assert.deepEqual(after, { checkpoint: checkpoint({ members: ['a', 'b'] }), dropped: [] });
});

test('after all copies went there is no checkpoint, and a late step covers nobody', () => {
  const before = withoutAll(whole);
  assert.equal(before.checkpoint, null);
  const after = coveredBy(checkpoint({ members: ['a', 'b', 'c'] }), before, new Set());
  assert.deepEqual(after.checkpoint?.members, ['c']);
});
