import assert from 'node:assert/strict';
import { test } from 'node:test';
import { change, created, operation, updated } from './entries.fixtures.ts';
import { pushWorld } from './push-world.fixtures.ts';

const plan = { resourceType: 'CarePlan', id: 'plan', status: 'active', intent: 'plan', title: 'Theirs' };
const task = (dependsOn: string) =>
  operation('task', { class: 'escalation', dependsOn: [dependsOn], parts: [created('Task', 't1')] });

test('what builds on something that was replaced is sent after the replacement, and is not called given up (SPEC P4)', async () => {
  const world = await pushWorld({ resources: [plan] });
  const parts = [updated('CarePlan', 'plan', [change(['title'], 'Old', 'Mine')])];
  await world.press(operation('i1', { parts, about: { id: 'i1' } }));
  await world.press(task('i1'));
  await world.run(10);
  assert.deepEqual(
    (await world.entries()).map(({ state }) => state),
    ['conflict', 'wait-dependency'],
  );
  await world.push.decide('i1', { kind: 'keep-mine' });
  await world.run(10);
  assert.deepEqual(await world.entries(), []);
  assert.equal(world.server.repository.living('Task').length, 1);
});

test('what builds on a press that was joined into another is sent after that (SPEC P11)', async () => {
  const world = await pushWorld();
  const rename = [updated('CarePlan', 'p1', [change(['title'], 'Old', 'New')], null)];
  world.who = null;
  await world.press(operation('i1', { parts: [created('CarePlan', 'p1', { title: 'Old' })] }));
  await world.press(operation('i2', { parts: rename }));
  await world.run(1);
  assert.equal((await world.entries()).length, 1);
  await world.press(task('i1'));
  world.who = { sub: 'nurse', display: 'Ngozi Bell', reference: null, role: null, home: 'home-1' };
  await world.run(10);
  assert.deepEqual(await world.entries(), []);
});
