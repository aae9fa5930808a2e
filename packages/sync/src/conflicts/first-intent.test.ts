import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merge } from './merge.ts';
import { SYNC_INTENT } from './mergeable.ts';

const plan = (walk: string, food: string, more: object = {}) =>
  JSON.stringify({
    resourceType: 'CarePlan',
    activity: [
      { id: 'walk', detail: { description: walk } },
      { id: 'food', detail: { description: food } },
    ],
    ...more,
  });

// Right: the first `sync-intent` of a resource is no change of a person's, as a later one is none. Now the list itself is
// the change, so on levels A- and B the first two changes of a resource always go to a person.
test('the extension that names an intent is nobody’s change, also where it is the first (SPEC P10)', () => {
  const theirs = plan('Walk', 'Soft', { extension: [{ url: SYNC_INTENT, valueId: 'their-press' }] });
  assert.equal(merge('CarePlan', plan('Walk', 'Diet'), plan('Rest', 'Diet'), theirs).state, 'merged');
});
