import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitingIn } from '../actions/waiting.ts';
import { change, created, operation, updated } from './entries.fixtures.ts';
import { pushWorld } from './push-world.fixtures.ts';

const outcome = (status: number) => ({
  status,
  headers: {},
  text: JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'processing', diagnostics: 'No such code.' }],
  }),
});

test('what the push was told by the server is what the list of decisions quotes', async () => {
  const world = await pushWorld();
  world.fate = ({ method }) => (method === 'GET' ? null : outcome(422));
  await world.press(operation('i1'));
  await world.run();
  assert.deepEqual(waitingIn(await world.entries())[0]?.words, ['No such code.']);
});

test('what the server refused to create is listed with what it says', async () => {
  const world = await pushWorld();
  world.fate = ({ method }) => (method === 'GET' ? null : outcome(422));
  await world.press(
    operation('i1', { parts: [created('Observation', 'o1', { code: { text: 'NEWS2 total' } })] }),
  );
  await world.run();
  assert.match(JSON.stringify(waitingIn(await world.entries())), /NEWS2 total/);
});

test('a conflict about one resource says nothing of what the server has of another', async () => {
  const response = { resourceType: 'QuestionnaireResponse', id: 'qr', status: 'completed' };
  const total = { resourceType: 'Observation', id: 'total', status: 'final', code: { text: 'NEWS2' } };
  const world = await pushWorld({ resources: [response, total] });
  world.server.request({
    method: 'PUT',
    url: 'QuestionnaireResponse/qr',
    body: JSON.stringify({ ...response, status: 'amended' }),
    headers: { 'content-type': 'application/fhir+json' },
  });
  const parts = [
    updated('QuestionnaireResponse', 'qr', [change(['status'], 'completed', 'entered-in-error')]),
    updated('Observation', 'total', [change(['status'], 'final', 'entered-in-error')]),
  ];
  await world.press(operation('i1', { parts }));
  await world.run();
  const [waiting] = waitingIn(await world.entries());
  assert.equal(waiting?.state, 'conflict');
  const ofTotal = waiting.fields.filter(({ before }) => before === 'final');
  assert.deepEqual(
    ofTotal.map(({ theirs }) => theirs).filter((theirs) => theirs === 'amended'),
    [],
  );
});

// To say that what it belonged to was given up, and to end it with that.
test('what depends on a piece of work that a person gave up says so', async () => {
  const world = await pushWorld();
  world.fate = ({ method }) => (method === 'GET' ? null : outcome(422));
  await world.press(operation('i1'));
  await world.press(
    operation('i2', {
      dependsOn: ['i1'],
      parts: [updated('Observation', 'o-i1', [change(['status'], 'final', 'entered-in-error')])],
    }),
  );
  await world.run();
  const [entry] = await world.entries();
  assert.equal(entry?.state, 'rejected');
  await world.push.decide('i1', { kind: 'discard', why: 'Undone.' });
  await world.run();
  for (const { words } of waitingIn(await world.entries())) assert.doesNotMatch(words.join(' '), /status 0/);
});

test('U1: a refused audit event is nothing that a person decides or gives up', async () => {
  const world = await pushWorld();
  world.fate = ({ method }) => (method === 'GET' ? null : outcome(422));
  await world.press(operation('a1', { class: 'audit', parts: [created('AuditEvent', 'a1')] }));
  await world.run();
  assert.equal((await world.entries())[0]?.state, 'rejected');
  assert.deepEqual(waitingIn(await world.entries()), []);
});
