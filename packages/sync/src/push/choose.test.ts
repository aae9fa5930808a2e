import assert from 'node:assert/strict';
import { test } from 'node:test';
import { change, operation, updated } from './entries.fixtures.ts';
import { pushWorld, type World } from './push-world.fixtures.ts';

const PLAN = {
  resourceType: 'CarePlan',
  id: 'plan',
  status: 'active',
  intent: 'plan',
  title: 'Old',
  description: 'old',
};

/** A nurse and somebody at another system have changed title and description of one care plan. */
async function conflict(theirs: object = {}): Promise<World> {
  const world = await pushWorld({ resources: [PLAN] });
  const body = JSON.stringify({ ...PLAN, title: 'Theirs', description: 'theirs', ...theirs });
  world.server.request({
    method: 'PUT',
    url: 'CarePlan/plan',
    headers: { 'content-type': 'application/fhir+json' },
    body,
  });
  const edits = [change(['title'], 'Old', 'Mine'), change(['description'], 'old', 'mine')];
  await world.press(operation('i1', { parts: [updated('CarePlan', 'plan', edits)] }));
  await world.run();
  return world;
}

const choose = (take: { readonly [choice: string]: 'mine' | 'theirs' }) =>
  ({ kind: 'choose', take }) as const;

test('P17: one field is taken from here and the other from the server, in one version', async () => {
  const world = await conflict();
  await world.push.decide('i1', choose({ title: 'mine', description: 'theirs' }));
  await world.run();
  assert.deepEqual(await world.entries(), []);
  const { title, description } = world.read('CarePlan/plan');
  assert.deepEqual([title, description], ['Mine', 'theirs']);
  assert.equal(world.server.writes().filter(({ type }) => type === 'CarePlan').length, 2);
});

test('P17: with everything of the server nothing is sent, and with everything from here all of it is', async () => {
  const world = await conflict();
  assert.equal(await world.push.decide('i1', choose({ title: 'theirs', description: 'theirs' })), null);
  await world.run();
  assert.equal(world.read('CarePlan/plan')['title'], 'Theirs');
  const other = await conflict();
  await other.push.decide('i1', choose({ title: 'mine', description: 'mine' }));
  await other.run();
  assert.deepEqual(
    [other.read('CarePlan/plan')['title'], other.read('CarePlan/plan')['description']],
    ['Mine', 'mine'],
  );
});

test('P17: a choice that is missing, unknown, or of a part of what is taken whole decides nothing', async () => {
  const world = await conflict();
  const refused = { code: 'bad-argument' };
  for (const take of [
    {},
    { title: 'mine' },
    { title: 'mine', description: 'mine', note: 'mine' },
    { whole: 'mine' },
  ] as const)
    await assert.rejects(world.push.decide('i1', choose(take)), refused);
  const about = await conflict({ note: [{ text: 'Not for resuscitation' }] });
  await assert.rejects(about.push.decide('i1', choose({ title: 'mine', description: 'theirs' })), refused);
  await about.push.decide('i1', choose({ whole: 'mine' }));
  await about.run();
  const { title, description, note } = about.read('CarePlan/plan');
  assert.deepEqual([title, description, note], ['Mine', 'mine', undefined], 'a version that somebody wrote');
});

test('P17: of a medicine the dose of one and the drug of another never come together', async () => {
  const order = { resourceType: 'MedicationRequest', id: 'm', status: 'active', intent: 'order' };
  const at = (drug: string, dose: string) => ({
    ...order,
    medicationCodeableConcept: { text: drug },
    dosageInstruction: [{ text: dose }],
  });
  const world = await pushWorld({ resources: [at('Morphine', '5 mg')] });
  const put = (resource: object) =>
    world.server.request({
      method: 'PUT',
      url: 'MedicationRequest/m',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify(resource),
    });
  put(at('Oxycodone', '5 mg'));
  const edits = [change(['dosageInstruction'], [{ text: '5 mg' }], [{ text: '10 mg' }])];
  await world.press(operation('i1', { parts: [updated('MedicationRequest', 'm', edits)] }));
  await world.run();
  await world.push.decide('i1', { kind: 'keep-mine' });
  await world.run();
  const { medicationCodeableConcept, dosageInstruction } = world.read('MedicationRequest/m');
  assert.deepEqual(
    [medicationCodeableConcept, dosageInstruction],
    [{ text: 'Morphine' }, [{ text: '10 mg' }]],
  );
});

test('P17: a mark as entered in error holds for whatever stands there by now', async () => {
  const finding = {
    resourceType: 'Observation',
    id: 'o',
    status: 'final',
    code: { text: 'Weight' },
    valueString: 'a',
  };
  const world = await pushWorld({ resources: [finding] });
  world.server.request({
    method: 'PUT',
    url: 'Observation/o',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ ...finding, status: 'amended', valueString: 'b' }),
  });
  const edits = [change(['status'], 'final', 'entered-in-error')];
  await world.press(operation('i1', { parts: [updated('Observation', 'o', edits)] }));
  await world.run();
  await world.push.decide('i1', { kind: 'keep-mine' });
  await world.run();
  const { status, valueString } = world.read('Observation/o');
  assert.deepEqual([status, valueString], ['entered-in-error', 'b']);
});

test('P17: a field that changed again since the person saw it is another conflict', async () => {
  const world = await conflict();
  await world.push.decide('i1', choose({ title: 'mine', description: 'theirs' }));
  world.server.request({
    method: 'PUT',
    url: 'CarePlan/plan',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ ...PLAN, title: 'A third' }),
  });
  await world.run();
  assert.deepEqual(
    (await world.entries()).map(({ state }) => state),
    ['conflict'],
  );
  assert.equal(world.read('CarePlan/plan')['title'], 'A third');
});
