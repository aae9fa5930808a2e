import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL_STORE_GUARDS } from '@ehch/store';
import { change, operation, updated } from './entries.fixtures.ts';
import { pushWorld } from './push-world.fixtures.ts';

const PLAN = { resourceType: 'CarePlan', id: 'plan', status: 'active', intent: 'plan', title: 'Old' };

/** Somebody presses twice. A colleague takes the change back as soon as it is there. */
async function pressedTwice(storeGuards = ALL_STORE_GUARDS) {
  const world = await pushWorld({ behaviour: 'A-, no history', resources: [PLAN], storeGuards });
  const press = operation('i1', { parts: [updated('CarePlan', 'plan', [change(['title'], 'Old', 'New')])] });
  await world.press(press);
  await world.press(press);
  const entries = (await world.entries()).length;
  let isTakenBack = false;
  world.fate = ({ method }) => {
    if (isTakenBack || method !== 'GET' || world.read('CarePlan/plan')['title'] !== 'New') return null;
    isTakenBack = true;
    const headers = { 'content-type': 'application/fhir+json' };
    const body = JSON.stringify(PLAN);
    world.server.request({ method: 'PUT', url: 'CarePlan/plan', headers, body });
    return null;
  };
  await world.run();
  const asked = (await world.push.conflicts()).length;
  const written = world.requests.filter(({ method }) => method === 'PUT').length;
  world.close();
  return { entries, asked, written };
}

test('O1 (5): a double click is one press, is written once, and nobody is asked about it', async () => {
  assert.deepEqual(await pressedTwice(), { entries: 1, asked: 0, written: 1 });
});

// The marks on the server still keep it from being done twice (P3, P8).
test('O1: without the unique intent, the author is asked about a change that has arrived', async () => {
  const { entries, asked } = await pressedTwice({ ...ALL_STORE_GUARDS, uniqueIntent: false });
  assert.deepEqual([entries, asked], [2, 1]);
});
