import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startDevServer, type DevServer } from '@ehch/dev-server';
import { configuration, connectedEngine } from '../test/connected-engine.ts';
import { twoResidents } from '../test/two-residents.ts';

const subject = { reference: 'Patient/agnes' };
const snomed = (code: string, display: string) => ({
  coding: [{ system: 'http://snomed.info/sct', code, display }],
});
const NOT_FOR_CPR = snomed('450476008', 'Not for attempted cardiopulmonary resuscitation');

let server: DevServer;
before(async () => {
  server = await startDevServer({ resources: twoResidents, allowFaults: true });
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

async function limits() {
  const { settle } = await connectedEngine(configuration(server.url));
  return (await settle('agnes')).sections.limits;
}

for (const [type, fields] of [
  ['ServiceRequest', { status: 'active', intent: 'order', code: NOT_FOR_CPR }],
  ['Procedure', { status: 'completed', code: NOT_FOR_CPR }],
] as const) {
  test(`a decision about CPR that stands only in a ${type} is asked for and shown`, async () => {
    const remove = await put(type, 'cpr', fields);
    const found = await limits();
    await remove();
    assert.ok(found.state === 'known' && found.content.kind === 'recorded', JSON.stringify(found));
    assert.deepEqual(
      found.content.value.cpr.map(({ decision }) => decision),
      ['do-not-attempt'],
    );
  });
}

test('a resident’s directive about any treatment is asked for and shown', async () => {
  const code = { text: 'Admission to hospital' };
  const remove = await put('ServiceRequest', 'stay', {
    status: 'active',
    intent: 'directive',
    doNotPerform: true,
    code,
  });
  const found = await limits();
  await remove();
  assert.match(JSON.stringify(found), /do not: Admission to hospital/);
});

test('if the orders about CPR could not be read, the limits are never "not recorded"', async () => {
  server.setFaults([{ fault: 'status:500', type: 'ServiceRequest' }]);
  const found = await limits();
  server.setFaults([]);
  assert.equal(found.state, 'failed');
});
