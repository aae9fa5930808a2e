import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { ResidentView } from '../packages/clinical/src/index.ts';
import { startDevServer } from '../packages/dev-server/src/index.ts';
import type { WrittenOperation } from '../packages/fhir/src/writers/index.ts';
import { configuration, connectedEngine } from '../packages/sync/test/connected-engine.ts';
import { forms as every, intentId, undoOperation } from './emitted/everything.ts';
import { completeEntry, SHOWN } from './emitted/complete-entry.ts';
import { bundleOf, resourcesOf, type Json } from './emitted/operation-bundle.ts';
import { compare } from './round-trip/there-and-back.ts';

const forms = every.filter(({ id }) => SHOWN.has(id));

/** One resident for each form and each way in which its assessment ends. */
const ENDS = ['stands', 'withdraw-assessment', 'enter-in-error'] as const;
const residents = forms.flatMap(({ id }) => ENDS.map((end) => `${id}-${end}`));
const server = await startDevServer({
  resources: [
    ...residents.map((id) => ({ resourceType: 'Patient', id, birthDate: '1938-04-09' })),
    { resourceType: 'Practitioner', id: 'okafor' },
  ],
});
after(() => server.close());

for (const [at, form] of forms.entries()) {
  test(`${form.id}: an operation that the server took reads back as it was signed`, async () => {
    const resident = `${form.id}-stands`;
    const finish = completeEntry(form, { intent: intentId(900, at), resident });
    await send(finish.operation);
    // The answer was lost, and the same operation comes again.
    await send(finish.operation);
    const { compared, differences } = compare(finish.finished, await viewOf(resident));
    assert.deepEqual(differences, []);
    assert.ok(compared > 0, 'no score was complete');
  });

  for (const end of ['withdraw-assessment', 'enter-in-error'] as const)
    test(`${form.id}: after ${end} nothing of the assessment is shown, and the server still has all of it`, async () => {
      const resident = `${form.id}-${end}`;
      const n = 1000 + 10 * at + ENDS.indexOf(end);
      const finish = completeEntry(form, { intent: intentId(n, 1), resident });
      await send(finish.operation);
      assert.deepEqual(compare(finish.finished, await viewOf(resident)).differences, []);
      const written = await Promise.all(resourcesOf(finish.operation).map(read));
      const undo = undoOperation(end, { signed: finish, intent: intentId(n, 2), written });
      await send(undo, written);
      const { compared, differences } = compare(finish.finished, await viewOf(resident));
      assert.equal(differences.filter((words) => words.endsWith('did not come back')).length, compared);
      const kept = await Promise.all(resourcesOf(undo, written).map(read));
      assert.deepEqual([...new Set(kept.map(({ status }) => status))], ['entered-in-error', undefined]);
    });
}

/** What a program that opens the resident for the first time sees. */
async function viewOf(resident: string): Promise<ResidentView> {
  const { settle, lose } = await connectedEngine(configuration(server.url));
  const view = await settle(resident);
  lose();
  return view;
}

async function send(operation: WrittenOperation, before: readonly Json[] = []): Promise<void> {
  const answer = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(bundleOf(operation, before)),
  });
  assert.ok(answer.ok, `${answer.status} ${await answer.text()}`);
}

async function read({ resourceType, id }: Json): Promise<Json> {
  const answer = await fetch(`${server.url}/${String(resourceType)}/${String(id)}`);
  assert.ok(answer.ok);
  return (await answer.json()) as Json;
}
