import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operation } from './entries.fixtures.ts';
import { ALL_GUARDS, type PushGuards } from './guards.ts';
import { pushWorld, type Behaviour } from './push-world.fixtures.ts';

/** A create that a proxy delays and repeats, after a colleague has amended what it made. Returns the status at the end. */
async function afterLateCopy(behaviour: Behaviour, guards: Partial<PushGuards> = {}): Promise<unknown> {
  const world = await pushWorld({ behaviour, guards: { ...ALL_GUARDS, ...guards } });
  await world.press(operation('i1'));
  await world.run(1);
  assert.equal((await world.push.receiptOf('i1'))?.state, 'sent');
  const creates = world.requests.filter(
    ({ method, body }) => method !== 'GET' && body?.includes('Observation'),
  );
  const [made] = world.server.repository.living('Observation');
  const resource = JSON.parse(made?.json ?? '{}') as Record<string, unknown>;
  const amended = { ...resource, status: 'amended' };
  const url = `Observation/${made?.id}`;
  const headers = { 'content-type': 'application/fhir+json' };
  const { status } = world.server.request({ method: 'PUT', url, headers, body: JSON.stringify(amended) });
  assert.equal(status, 200);
  for (const request of creates) world.deliverAgain(request);
  assert.equal(world.server.repository.counts().get('Observation'), 1, 'nothing is doubled');
  return world.read(url)['status'];
}

for (const behaviour of ['A', 'A-', 'A-, no history', 'A, If-None-Match ignored', 'B'] as const)
  test(`P1: a late copy of a create goes over nobody’s later change, on a server of level ${behaviour}`, async () => {
    assert.equal(await afterLateCopy(behaviour), 'amended');
  });

for (const behaviour of ['A', 'A-'] as const)
  test(`P1: the tests before this one can fail: without the condition it would, on level ${behaviour}`, async () => {
    assert.notEqual(await afterLateCopy(behaviour, { onlyIfNew: false }), 'amended');
  });
