import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL_GUARDS } from './guards.ts';
import { created, operation } from './entries.fixtures.ts';
import { MINUTE, pushWorld } from './push-world.fixtures.ts';

const worry = operation('worry', {
  class: 'escalation',
  parts: [created('Communication', 'c1', { status: 'in-progress' })],
});

test('P6 (36): an escalation that was offline for a minute goes within fifteen seconds of the network, once', async () => {
  const world = await pushWorld();
  const back = world.clock.device + MINUTE;
  for (let n = 0; n < 8; n++) await world.press(operation(`i${n}`, { resident: `r${n}` }));
  world.fate = () => (world.clock.device < back ? 'lost' : null);
  await world.press(worry);
  await world.run(0.9);
  assert.equal((await world.push.receiptOf('worry'))?.state, 'unknown');
  while ((await world.push.receiptOf('worry'))?.state !== 'sent') await world.run(0.01);
  assert.ok(world.clock.device <= back + 15_000);
  await world.run();
  assert.equal(world.server.repository.counts().get('Communication'), 1);
});

test('P6 (36): four slow answers do not hold up an escalation', async () => {
  const world = await pushWorld();
  for (let n = 0; n < 5; n++) await world.press(operation(`i${n}`, { resident: `r${n}` }));
  // No answer comes to the four that leave first.
  world.fate = ({ body }) => (body?.includes('Observation') === true ? 'ends-before' : null);
  for (let lanes = 0; lanes < 4; lanes++) void world.push.step();
  await new Promise<void>((resolve) => setImmediate(resolve));
  await world.press(worry);
  assert.equal(await world.push.step(), 'worked');
  assert.equal((await world.push.receiptOf('worry'))?.state, 'sent');
  assert.equal(await world.push.step(), 'waiting');
  // The fifth resident’s entry is due, but asking again at once would only keep the device busy.
  assert.ok(((await world.push.nextAt()) ?? 0) > world.clock.device);
});

/** A server that gives the ids, and loses the race of two conditional creates. */
async function racing(guards = ALL_GUARDS) {
  const world = await pushWorld({ behaviour: 'B', guards });
  let isFirst = true;
  world.fate = (request) => {
    if (!isFirst || request.method === 'GET') return null;
    isFirst = false;
    const body = request.body?.replace(/"ifNoneExist":"[^"]*"/, '"ifNoneMatch":null') ?? null;
    // A second copy of the request overtakes the first, and the server sees neither from the other.
    world.deliverAgain({ ...request, body: body?.replace(',"ifNoneMatch":null', '') ?? null });
    const answer = world.deliverAgain({ ...request, body: body?.replace(',"ifNoneMatch":null', '') ?? null });
    return { ...answer };
  };
  await world.press(worry);
  return world;
}

test('P1 (36): of two copies that a racing server made of one escalation, one is retired and reported', async () => {
  const world = await racing();
  await world.run();
  const retired = world.push.retiredDuplicates();
  assert.equal(retired.length, 1);
  assert.equal(retired[0]?.intent, 'worry');
  assert.equal(world.read(`Communication/${retired[0]?.kept}`)['status'], 'in-progress');
  assert.equal(world.read(`Communication/${retired[0]?.retired}`)['status'], 'entered-in-error');
});

test('P1 (20): a copy that shows late is retired within minutes, also after the clock was set back a year', async () => {
  const world = await pushWorld({ behaviour: 'B' });
  await world.press(worry);
  await world.run(0.1);
  assert.equal((await world.push.receiptOf('worry'))?.state, 'sent');
  const first = world.requests.find(({ method }) => method === 'POST');
  assert.ok(first);
  world.clock.device -= 365 * 24 * 60 * MINUTE;
  // The server sees neither copy from the other.
  world.deliverAgain({
    ...first,
    body: first.body?.replace(/"ifNoneExist":"[^"]*"/, '"fullUrl":""') ?? null,
  });
  assert.equal(world.server.repository.counts().get('Communication'), 2);
  await world.run(10);
  assert.equal(world.push.retiredDuplicates().length, 1);
});

test('P1: without the look for duplicates, both copies would stay', async () => {
  const world = await racing({ ...ALL_GUARDS, retireDuplicates: false });
  await world.run();
  assert.deepEqual(world.push.retiredDuplicates(), []);
  assert.equal(world.server.repository.counts().get('Communication'), 2);
});

test('P3: a create on a server that gives the ids is repeated only when every copy has left the network', async () => {
  const world = await pushWorld({ behaviour: 'B' });
  const times: number[] = [];
  world.fate = (request) => {
    if (request.method === 'GET') return null;
    times.push(world.clock.device);
    return times.length === 1 ? 'lost' : null;
  };
  await world.press(operation('i1'));
  await world.run();
  const [first = 0, second = 0] = times;
  assert.ok(second - first >= 130_000);
  assert.equal(world.server.repository.counts().get('Observation'), 1);
});
