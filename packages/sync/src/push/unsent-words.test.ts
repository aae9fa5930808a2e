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

// FAULT: right is the server's own words. The push keeps them as plain text (answer.ts `wordsOf`), and waiting.ts reads the text
// as JSON, finds none, and quotes a sentence that the server never said: "The server answered with status 422."
test('what the push was told by the server is what the list of decisions quotes', async () => {
  const world = await pushWorld();
  world.fate = ({ method }) => (method === 'GET' ? null : outcome(422));
  await world.press(operation('i1'));
  await world.run();
  assert.deepEqual(waitingIn(await world.entries())[0]?.words, ['No such code.']);
});

// FAULT: right is that a person can read what they are asked to send again or to give up. At present the list has a title alone
// ("Signed assessment"), without the form, its score or one answer; after a reload nothing on the device shows them.
test('what the server refused to create is listed with what it says', async () => {
  const world = await pushWorld();
  world.fate = ({ method }) => (method === 'GET' ? null : outcome(422));
  await world.press(
    operation('i1', { parts: [created('Observation', 'o1', { code: { text: 'NEWS2 total' } })] }),
  );
  await world.run();
  assert.match(JSON.stringify(waitingIn(await world.entries())), /NEWS2 total/);
});

// FAULT: right is the value of each resource's own version. At present the status of the one resource that conflicts is shown as
// "on the server now" for every other resource of the same press, which the server has unchanged.
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

// FAULT: right is to say that what it belonged to was given up, and to end it with that. At present it is "held": the screen
// quotes "The server answered with status 0" of a server that nobody asked, and says that sharing was withdrawn.
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

// FAULT: right is "on its way" (or what was true before) while the first request is open in this very engine. At present each
// signature on a slow server (20 s) says at once "Whether it arrived is not known. It is being checked, not sent again." Nothing
// is being checked then. After a restart, `sending` is rightly unknown.
test('a request that is on its way for the first time is not said to be of unknown fate', async () => {
  const world = await pushWorld();
  let during: string | undefined;
  await world.press(operation('i1'));
  const given = world.fate;
  const read = async () => (during ??= (await world.push.receiptOf('i1'))?.state);
  let asked: Promise<unknown> = Promise.resolve();
  world.fate = (request, count) => {
    if (request.method !== 'GET') asked = read();
    return given(request, count);
  };
  await world.run();
  await asked;
  assert.equal((await world.push.receiptOf('i1'))?.state, 'sent');
  assert.notEqual(during, 'unknown');
});

// FAULT: right is that no person is asked about an audit event (status.ts counts none, and U1 says that nobody switches it off).
// At present "AuditEvent: the server refused it" stands among the decisions, "2 wait" becomes "3 wait", and a carer can give it up.
test('U1: a refused audit event is nothing that a person decides or gives up', async () => {
  const world = await pushWorld();
  world.fate = ({ method }) => (method === 'GET' ? null : outcome(422));
  await world.press(operation('a1', { class: 'audit', parts: [created('AuditEvent', 'a1')] }));
  await world.run();
  assert.equal((await world.entries())[0]?.state, 'rejected');
  assert.deepEqual(waitingIn(await world.entries()), []);
});
