import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AT, context, draftOf, finish, NURSE } from './actions.fixtures.ts';
import { readAnswer } from '../push/answer.ts';
import { enqueueIntent } from './enqueue-intent.ts';
import { countedIn, unsentIn } from './status.ts';
import { waitingIn } from './waiting.ts';

async function refused(outcome: string) {
  const { store, ...rest } = context();
  await enqueueIntent({ store, ...rest }, finish(draftOf('one')), AT);
  const [entry] = await store.outbox.entries();
  assert(entry);
  await store.outbox.change(entry.n, ['queued'], null, {
    kind: 'move',
    to: 'rejected',
    notBefore: 0,
    problem: { kind: 'refused', status: 422, outcome },
  });
  return store;
}

test('a refusal is listed with the server’s own words, and counted without a key', async () => {
  const issue = [{ diagnostics: 'No such code.' }, { details: { text: 'Nothing was written.' } }];
  const text = JSON.stringify({ resourceType: 'OperationOutcome', issue });
  const answer = readAnswer({ status: 422, text, headers: {} }, 0);
  assert(answer.kind === 'refused');
  const { outbox } = await refused(answer.outcome);
  const [waiting] = waitingIn(await outbox.entries());
  assert.deepEqual(waiting?.words, ['No such code.', 'Nothing was written.']);
  assert.equal(waiting?.title, 'Signed assessment: Own form');
  assert.deepEqual(waiting.fields, [{ label: 'How many?', before: null, mine: '1', theirs: null }]);
  assert.deepEqual(await countedIn(outbox), {
    unsent: { total: 1, escalations: 0, unknown: 0 },
    waitingForPerson: 1,
  });
  const { unsent } = await unsentIn(outbox, { ...NURSE, sub: 'somebody-else' });
  assert.deepEqual(unsent, { total: 1, escalations: 0, unknown: 0, ofOthers: 1 });
});

test('a refusal in words that are no FHIR says its status', async () => {
  const answer = readAnswer({ status: 422, text: '<html>Bad gateway</html>', headers: {} }, 0);
  assert(answer.kind === 'refused');
  const { outbox } = await refused(answer.outcome);
  assert.deepEqual(waitingIn(await outbox.entries())[0]?.words, ['The server answered with status 422.']);
});

test('a row that cannot be read is listed, and is not skipped', () => {
  const row = { n: 1, intent: 'x', state: 'queued', notBefore: 0, attempts: 0, epoch: 0 } as const;
  const [waiting] = waitingIn([{ ...row, operation: null, sent: [], problem: null }]);
  assert.equal(waiting?.state, 'unreadable');
});
