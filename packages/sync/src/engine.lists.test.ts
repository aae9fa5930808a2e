import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startDevServer, type DevServer } from '@ehch/dev-server';
import { configuration, connectedEngine } from '../test/connected-engine.ts';
import { twoResidents } from '../test/two-residents.ts';

const subject = { reference: 'Patient/agnes' };

let server: DevServer;
before(async () => {
  // Of her record nothing is here but who she is.
  const resources = twoResidents.filter(({ resourceType }) => resourceType === 'Patient');
  server = await startDevServer({ resources, allowFaults: true });
});
after(() => server.close());

async function put(type: string, id: string, fields: object): Promise<() => Promise<unknown>> {
  const address = `${server.url}/${type}/${id}`;
  const answer = await fetch(address, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ resourceType: type, id, subject, ...fields }),
  });
  assert.ok(answer.ok, await answer.text());
  return () => fetch(address, { method: 'DELETE' });
}

async function sections() {
  const { settle } = await connectedEngine(configuration(server.url));
  return (await settle('agnes')).sections;
}

const list = (code: string, display: string, reason: string) => ({
  status: 'current',
  mode: 'snapshot',
  code: { coding: [{ system: 'http://loinc.org', code, display }] },
  emptyReason: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason', code: reason }],
  },
});

for (const [section, code, title] of [
  ['allergies', '52472-8', 'Allergies and adverse reactions'],
  ['medicines', '10160-0', 'Medication'],
  ['problems', '11450-4', 'Problem list'],
] as const) {
  test(`a list of ${section} that the server withholds in part makes the section withheld, not "not recorded"`, async () => {
    const remove = await put('List', 'withheld', list(code, title, 'withheld'));
    const found = (await sections())[section];
    await remove();
    assert.equal(found.state, 'withheld', JSON.stringify(found));
  });
}

test('a list that is unavailable is a failure, and never "not recorded"', async () => {
  const remove = await put('List', 'gone', list('52472-8', 'Allergies', 'unavailable'));
  const { allergies } = await sections();
  await remove();
  assert.equal(allergies.state, 'failed', JSON.stringify(allergies));
});

test('if the server refuses lists, a section that holds something has a gap, and an empty one is not "not recorded"', async () => {
  const remove = await put('Condition', 'asthma', { code: { text: 'Asthma' } });
  for (const [status, why] of [
    [404, 'failed'],
    [403, 'withheld'],
  ] as const) {
    server.setFaults([{ fault: `status:${status}`, type: 'List' }]);
    const { problems, allergies } = await sections();
    assert.ok(problems.state === 'known', JSON.stringify(problems));
    assert.deepEqual(problems.gaps, [{ why, what: 'lists' }]);
    assert.equal(allergies.state, why, JSON.stringify(allergies));
  }
  server.setFaults([]);
  await remove();
});

test('an order that forbids something is asked for and shown', async () => {
  const remove = await put('ServiceRequest', 'ban', {
    status: 'active',
    intent: 'order',
    doNotPerform: true,
    code: { text: 'Thickened fluids by spoon only' },
  });
  const { limits } = await sections();
  await remove();
  assert.match(JSON.stringify(limits), /do not: Thickened fluids by spoon only/);
});
