import assert from 'node:assert/strict';
import { test } from 'node:test';
import { change, operation, updated } from '../push/entries.fixtures.ts';
import { pushWorld } from '../push/push-world.fixtures.ts';
import { waitingIn } from './waiting.ts';

const PLAN = {
  resourceType: 'CarePlan',
  id: 'plan',
  status: 'active',
  intent: 'plan',
  title: 'Old',
  subject: { reference: 'Patient/agnes' },
};
const press = operation('i1', { parts: [updated('CarePlan', 'plan', [change(['title'], 'Old', 'New')])] });

test('a refusal is listed with the words that the server gave to the push', async () => {
  const world = await pushWorld({ resources: [PLAN] });
  const issue = [{ severity: 'error', code: 'code-invalid', diagnostics: 'No such code.' }];
  const text = JSON.stringify({ resourceType: 'OperationOutcome', issue });
  world.fate = ({ method }) => (method === 'GET' ? null : { status: 422, headers: {}, text });
  await world.press(press);
  await world.run(30);
  assert.deepEqual(waitingIn(await world.entries())[0]?.words, ['No such code.']);
});

// What the other one changed is listed as well, because it is why a person is asked. “Keep mine” would go into a plan that is
// an error, or somebody else's.
for (const [what, fields, said] of [
  ['marked as an error', { status: 'entered-in-error' }, /entered.in.error/i],
  ['filed under another resident', { subject: { reference: 'Patient/bertha' } }, /bertha/],
] as const)
  test(`a conflict shows that the record was ${what} (SPEC P10)`, async () => {
    const world = await pushWorld({ resources: [PLAN] });
    world.server.request({
      method: 'PUT',
      url: 'CarePlan/plan',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify({ ...PLAN, ...fields }),
    });
    await world.press(press);
    await world.run(30);
    const [waiting] = waitingIn(await world.entries());
    assert.equal(waiting?.state, 'conflict');
    assert.match(JSON.stringify(waiting.fields), said);
    assert.match(JSON.stringify(waiting.fields.find(({ isTheirsAlone }) => isTheirsAlone)), said);
  });

test('one’s own values are put over no version that the server has under another resident', async () => {
  const world = await pushWorld({ resources: [PLAN] });
  world.server.request({
    method: 'PUT',
    url: 'CarePlan/plan',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ ...PLAN, subject: { reference: 'Patient/bertha' } }),
  });
  await world.press(press);
  await world.run(30);
  await assert.rejects(world.push.decide('i1', { kind: 'keep-mine' }), { code: 'bad-argument' });
  await world.push.decide('i1', { kind: 'discard', why: 'It is Bertha’s.' });
  assert.equal(world.read('CarePlan/plan')['title'], 'Old');
});
