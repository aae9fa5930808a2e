import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configuration, connectedEngine } from '../../packages/sync/test/connected-engine.ts';
import { auditOperations, finishOperation, forms, intentId, undoOperation } from '../emitted/everything.ts';
import { completeEntry, SHOWN } from '../emitted/complete-entry.ts';
import { bundleOf, resourcesOf, type Json } from '../emitted/operation-bundle.ts';
import { compare } from '../round-trip/there-and-back.ts';
import { ask, BASE, IS_WHOLE, putAll, SKIP } from './hapi.ts';

const cga = forms.find(({ id }) => id === 'cga') ?? assert.fail();
/** One form for each place in the summary where scores stand. `npm run test:hapi -- --whole` takes every form. */
const shown = forms.filter(({ id }) => IS_WHOLE || SHOWN.has(id));
const ENDS = ['withdraw-assessment', 'enter-in-error'] as const;

for (const [at, form] of shown.entries())
  test(
    `${form.id}: an operation that HAPI took twice reads back as it was signed`,
    { skip: SKIP },
    async () => {
      const resident = `stands-${form.id}`;
      await putAll([PRACTITIONER, patient(resident)]);
      const finish = completeEntry(form, { intent: intentId(700, at), resident });
      await send(finish.operation);
      // The answer was lost, and the same operation comes again.
      await send(finish.operation);
      const { compared, differences } = compare(finish.finished, await viewOf(resident));
      assert.deepEqual(differences, []);
      assert.ok(compared > 0);
    },
  );

for (const end of ENDS)
  test(
    `after ${end} HAPI has all of the CGA as entered in error, and nothing of it is shown`,
    { skip: SKIP },
    async () => {
      const resident = end;
      const n = 800 + ENDS.indexOf(end);
      await putAll([PRACTITIONER, patient(resident)]);
      const finish = finishOperation(cga, { seed: 8, intent: intentId(n, 1), resident });
      await send(finish.operation);
      const written = await Promise.all(resourcesOf(finish.operation).map(read));
      const undo = undoOperation(end, { signed: finish, intent: intentId(n, 2), written });
      await send(undo, written);
      const { compared, differences } = compare(finish.finished, await viewOf(resident));
      assert.ok(compared > 0);
      assert.equal(differences.filter((words) => words.endsWith('did not come back')).length, compared);
      const kept = await Promise.all(resourcesOf(undo, written).map(read));
      assert.deepEqual([...new Set(kept.map(({ status }) => status))], ['entered-in-error', undefined]);
    },
  );

test('U1: HAPI keeps every audited act once, and finds it again by its intent', { skip: SKIP }, async () => {
  await putAll([PRACTITIONER, patient('emitted')]);
  for (const operation of auditOperations(990)) {
    await send(operation);
    await send(operation);
    const { body } = await ask('GET', `AuditEvent?entity-name=${operation.intent}`);
    assert.equal((body['entry'] as readonly unknown[]).length, 1);
  }
});

const PRACTITIONER = { resourceType: 'Practitioner', id: 'okafor' };

function patient(id: string): Json {
  return { resourceType: 'Patient', id, birthDate: '1938-04-09' };
}

async function send(...[operation, before]: Parameters<typeof bundleOf>): Promise<void> {
  const { status, body } = await ask('POST', '', bundleOf(operation, before));
  assert.equal(status, 200, JSON.stringify(body).slice(0, 500));
}

async function read({ resourceType, id }: Json): Promise<Json> {
  const { status, body } = await ask('GET', `${String(resourceType)}/${String(id)}`);
  assert.equal(status, 200);
  return body;
}

/** What a program that opens the resident for the first time sees. */
async function viewOf(resident: string) {
  assert.ok(BASE !== null);
  const { settle, lose } = await connectedEngine(configuration(BASE, { deadlineMs: 60_000 }));
  const view = await settle(resident);
  lose();
  return view;
}
