import assert from 'node:assert/strict';
import { test } from 'node:test';
import { change, created, operation, updated } from './entries.fixtures.ts';
import { pushWorld } from './push-world.fixtures.ts';

const PLAN = { resourceType: 'CarePlan', id: 'plan', status: 'active', intent: 'plan', title: 'Old' };
const rename = (from: string, to: string) => updated('CarePlan', 'plan', [change(['title'], from, to)]);

// Right: a success without a body is read back. 404 then means that nothing arrived, and an update counts as arrived only
// if the version that is read is ours. Now both are accepted, and the receipt says “sent”.
for (const status of [200, 202, 204])
  for (const behaviour of ['A-', 'A-, no history'] as const) {
    test(`${behaviour}: an empty ${status} to a create that is not there is no acceptance (SPEC I1, P3)`, async () => {
      const world = await pushWorld({ behaviour });
      world.fate = ({ method }) => (method === 'GET' ? null : { status, headers: {}, text: '' });
      await world.press(operation('i1'));
      await world.run(30);
      assert.notEqual((await world.push.receiptOf('i1'))?.state, 'sent');
    });
    test(`${behaviour}: an empty ${status} to an update that was not made is no acceptance (SPEC I1, P3)`, async () => {
      const world = await pushWorld({ behaviour, resources: [PLAN] });
      world.fate = ({ method }) => (method === 'GET' ? null : { status, headers: {}, text: '' });
      await world.press(operation('i1', { parts: [rename('Old', 'New')] }));
      await world.run(30);
      assert.equal(world.read('CarePlan/plan')['title'], 'Old');
      assert.notEqual((await world.push.receiptOf('i1'))?.state, 'sent');
    });
  }

// Right: a duplicate is retired only while the acknowledged copy is in the same answer and is no error itself. After a
// restart the looks begin anew for every acknowledgement of 30 days, so a colleague has had time to tidy up by hand.
for (const behaviour of ['B', 'B, single requests'] as const)
  test(`${behaviour}: the last copy is never retired as a duplicate (SPEC I1)`, async () => {
    const world = await pushWorld({ behaviour });
    await world.press(operation('i1'));
    await world.run(30);
    const [kept] = (await world.store.outbox.acknowledgement('i1'))?.bodies ?? [];
    assert(kept);
    const headers = { 'content-type': 'application/fhir+json' };
    // A server that races made a second one. A colleague sees two, and deletes the first.
    world.server.request({ method: 'POST', url: 'Observation', headers, body: kept.text });
    world.server.request({ method: 'DELETE', url: `Observation/${kept.id}` });
    await world.restart();
    await world.run(30);
    const left = world.server.repository.living('Observation').map(({ json }) => json ?? '');
    assert.equal(left.length, 1);
    assert.doesNotMatch(left[0] ?? '', /entered-in-error/);
  });

// Right: the type in `location`, or the identifier of the body, tells which part an entry answers. What does not fit is
// `another answer`, and is verified. Now the Task points to an Observation with the id of the Condition.
test('B: an answer in another order gives no part the id of another (SPEC P4)', async () => {
  const world = await pushWorld({ behaviour: 'B' });
  const parts = [created('Observation', 'o1'), created('Condition', 'c1')];
  const task = created('Task', 't1', { focus: { reference: 'Observation/o1' } });
  await world.press(operation('i1', { parts }));
  await world.press(operation('i2', { dependsOn: ['i1'], parts: [task] }));
  let isFirst = true;
  world.fate = (request) => {
    if (!isFirst || request.body?.includes('"transaction"') !== true) return null;
    isFirst = false;
    const answer = world.server.request(request);
    const { entry, ...bundle } = JSON.parse(answer.text) as { entry: { response: object }[] };
    const turned = entry.toReversed().map(({ response }) => ({ response }));
    return { ...answer, text: JSON.stringify({ ...bundle, entry: turned }) };
  };
  await world.run(30);
  const [observation] = world.server.repository.living('Observation');
  const [sent] = world.server.repository.living('Task');
  assert.match(sent?.json ?? '', new RegExp(`"Observation/${observation?.id}"`));
});

// Right: either `enqueue` refuses two parts of one resource, or the second one is judged on what the first has made. Now the
// first write's marker counts as that of the second, and half of it is lost under “sent”.
for (const behaviour of ['A-', 'A-, no history', 'B, single requests'] as const)
  test(`${behaviour}: of two changes of one resource in one operation both arrive, or it is not sent (SPEC I1)`, async () => {
    const world = await pushWorld({ behaviour, resources: [{ ...PLAN, description: 'old' }] });
    const second = updated('CarePlan', 'plan', [change(['description'], 'old', 'new')]);
    await world.press(operation('i1', { parts: [rename('Old', 'New'), second] }));
    await world.run(30);
    const isSent = (await world.push.receiptOf('i1'))?.state === 'sent';
    assert.equal(world.read('CarePlan/plan')['description'] === 'new', isSent);
  });
