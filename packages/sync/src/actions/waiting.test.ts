import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AT, context, draftOf, finish, NURSE } from './actions.fixtures.ts';
import { operation } from '../push/entries.fixtures.ts';
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

test('a conflict whose versions cannot be read is listed without fields, and hides no other', async () => {
  const row = { n: 1, state: 'conflict', notBefore: 0, attempts: 0, epoch: 0, sent: [] } as const;
  const edits = [{ path: ['title'], from: { is: 'absent' }, to: { is: 'value', value: 'x' } }] as const;
  const entry = (intent: string, theirs: string) => ({
    ...row,
    intent,
    operation: {
      ...operation(intent),
      parts: [{ op: 'update', type: 'CarePlan', id: 'c', base: '1', edits } as const],
    },
    problem: { kind: 'conflict', key: 'CarePlan/c', base: '{}', theirs, paths: [] } as const,
  });
  const [broken, whole] = waitingIn([entry('a', '{'), entry('b', '{"title":"y"}')]);
  assert.deepEqual(broken?.fields, []);
  assert.deepEqual(
    whole?.fields.map(({ label, mine, theirs }) => [label, mine, theirs]),
    [['Title', 'x', 'y']],
  );
  assert.equal(whole?.title, 'Change of a care plan');
});

test('what waits is named by what was pressed', () => {
  const titleOf = (what: object) =>
    waitingIn([
      {
        n: 1,
        intent: 'i',
        state: 'rejected',
        notBefore: 0,
        attempts: 0,
        epoch: 0,
        sent: [],
        problem: null,
        operation: { ...operation('i'), about: { what } as never },
      },
    ])[0]?.title;
  const pressed = (kind: string) => ({ kind: 'thread-entry', matter: 'worry', entry: { act: { kind } } });
  assert.equal(titleOf(pressed('raise')), 'New worry');
  assert.equal(titleOf(pressed('see')), 'Something pressed on a worry');
  assert.equal(titleOf({ kind: 'note' }), 'New observation');
  const setting = (kind: string) => titleOf({ kind: 'clinical-setting', set: { kind, words: 'Mary' } });
  assert.equal(setting('usual-news2'), 'Setting of a clinician: usual NEWS2');
  assert.equal(setting('last-days'), 'Setting of a clinician: last days of life');
  assert.equal(setting('variation'), 'Setting of a clinician: what is different from the usual steps');
  assert.equal(setting('another'), 'Setting of a clinician');
});

test('a row that cannot be read is listed, and is not skipped', () => {
  const row = { n: 1, intent: 'x', state: 'queued', notBefore: 0, attempts: 0, epoch: 0 } as const;
  const [waiting] = waitingIn([{ ...row, operation: null, sent: [], problem: null }]);
  assert.equal(waiting?.state, 'unreadable');
});
