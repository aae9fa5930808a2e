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

test('who is dropped in the middle of a first load does not become a member when it ends', () => {
  const run = { since: '2026-11-21T09:00:00Z', offset: 0, loading: ['b', 'c'] };
  const loading = { checkpoint: checkpoint({ members: ['a'], run }), dropped: [] };
  const before = withoutResident(loading, 'c');
  assert.deepEqual(before.checkpoint?.run?.loading, ['b']);
  const end = coveredBy(checkpoint({ members: ['a', 'b', 'c'] }), before, new Set());
  assert.deepEqual(end.checkpoint?.members, ['a', 'b']);
});
