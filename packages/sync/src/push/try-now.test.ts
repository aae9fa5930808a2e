import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operation } from './entries.fixtures.ts';
import { MINUTE, pushWorld, type World } from './push-world.fixtures.ts';

const busy = { status: 429, headers: { 'retry-after': '120' }, text: '' } as const;

/** A network that was away for half an hour, so that every entry waits for minutes and the circuit is open. */
async function waiting(behaviour?: 'B'): Promise<World> {
  const world = await pushWorld(behaviour ? { behaviour } : {});
  for (let n = 0; n < 3; n++) await world.press(operation(`i${n}`, { resident: `r${n}` }));
  world.fate = () => 'lost';
  await world.run(30);
  return world;
}

const states = async (world: World) =>
  Promise.all(['i0', 'i1', 'i2'].map(async (intent) => (await world.push.receiptOf(intent))?.state));

test('“try now” ends every wait of our own, of the entries and of the circuit', async () => {
  const world = await waiting();
  world.fate = () => null;
  const soon = (await world.push.nextAt()) ?? 0;
  assert.ok(soon > world.clock.device, 'without it nothing is tried yet');
  world.push.tryNow();
  assert.ok(((await world.push.nextAt()) ?? Infinity) <= world.clock.device);
  await world.run(0.05);
  assert.deepEqual(await states(world), ['sent', 'sent', 'sent']);
});

test('P12: “try now” is no way round a wait that the server asked for, and says until when that is', async () => {
  const world = await pushWorld();
  await world.press(operation('i0'));
  world.fate = () => busy;
  await world.push.step();
  const asked = world.requests.length;
  const until = world.clock.device + 120_000;
  world.fate = () => null;
  world.push.tryNow();
  assert.equal(world.push.askedToWaitUntil(), until);
  await world.run(1.9);
  assert.equal(world.requests.length, asked);
  await world.run(1);
  assert.equal((await world.push.receiptOf('i0'))?.state, 'sent');
  assert.equal(world.push.askedToWaitUntil(), null);
});

test('P12: nor is it after a restart, or when another answer has come meanwhile', async () => {
  for (const goOn of [(world: World) => world.restart(), (world: World) => world.run(0.1)]) {
    const world = await pushWorld();
    await world.press(operation('i0', { resident: 'r0' }));
    world.fate = () => busy;
    await world.push.step();
    await world.press(operation('i1', { resident: 'r1' }));
    world.fate = ({ body }) => (body?.includes('r0') === true ? busy : null);
    await goOn(world);
    const before = world.requests.filter(({ body }) => body?.includes('r0')).length;
    world.push.tryNow();
    await world.run(1.5);
    assert.equal(world.requests.filter(({ body }) => body?.includes('r0')).length, before);
  }
});

test('P3: “try now” repeats no create before every copy of it has left the network', async () => {
  const world = await pushWorld({ behaviour: 'B' });
  await world.press(operation('i0'));
  world.fate = (request) => (request.method === 'GET' ? null : 'answer-lost');
  await world.push.step();
  await world.push.step();
  world.fate = () => null;
  const writes = () => world.requests.filter(({ method }) => method !== 'GET').length;
  const before = writes();
  world.push.tryNow();
  await world.run(2);
  assert.equal(writes(), before);
  await world.run(10);
  assert.equal((await world.push.receiptOf('i0'))?.state, 'sent');
  assert.equal(world.server.repository.counts().get('Observation'), 1);
});

test('“try now” tries a session again that was refused a moment ago', async () => {
  const world = await pushWorld();
  await world.press(operation('i0'));
  world.fate = () => ({ status: 401, headers: {}, text: '' });
  for (let n = 0; n < 6; n++) {
    await world.push.step();
    world.pass(MINUTE);
  }
  await world.push.step();
  world.fate = () => null;
  world.push.tryNow();
  await world.run(0.05);
  assert.equal((await world.push.receiptOf('i0'))?.state, 'sent');
});
