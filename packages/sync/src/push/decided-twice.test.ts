import assert from 'node:assert/strict';
import { test } from 'node:test';
import { change, operation, updated } from './entries.fixtures.ts';
import { pushWorld } from './push-world.fixtures.ts';

// Right: the old entry goes and the new one comes in one transaction of the store (as `squash` does it), so that of two
// decisions one counts. Now the second person reads “Somebody else has decided first”, and theirs is sent all the same.
test('of two people who decide at the same time, only the first one’s decision is carried out', async () => {
  const plan = { resourceType: 'CarePlan', id: 'plan', status: 'active', intent: 'plan', title: 'Theirs' };
  const world = await pushWorld({ resources: [plan] });
  const parts = [updated('CarePlan', 'plan', [change(['title'], 'Old', 'Mine')])];
  await world.press(operation('i1', { parts }));
  await world.run(10);
  const [first, second] = await Promise.allSettled([
    world.push.decide('i1', { kind: 'discard', why: 'The other version stands.' }),
    world.push.decide('i1', { kind: 'keep-mine' }),
  ]);
  assert.deepEqual([first.status, second.status], ['fulfilled', 'rejected']);
  await world.run(10);
  assert.equal(world.read('CarePlan/plan')['title'], 'Theirs');
});
