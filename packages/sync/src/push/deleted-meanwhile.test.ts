import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Http } from '../http/http.ts';
import { created, operation } from './entries.fixtures.ts';
import { ALL_GUARDS } from './guards.ts';
import { LEVELS, pushWorld, type World } from './push-world.fixtures.ts';

const isWrite = ({ method }: { readonly method: string }): boolean => method !== 'GET';

/** The id under which the server keeps the only resource of a type. */
function idOf({ server }: World, type: string): string {
  const [write] = server.writes().filter((each) => each.type === type);
  return write?.id ?? assert.fail('nothing was written');
}

/** The answer to the first write is lost after the commit, and a colleague deletes an Observation before anybody asks again. */
async function deletedMeanwhile(world: World): Promise<void> {
  world.fate = (request) => (isWrite(request) ? 'answer-lost' : null);
  await world.push.step();
  world.fate = () => null;
  const url = `Observation/${idOf(world, 'Observation')}`;
  assert.equal(world.server.request({ method: 'DELETE', url }).status, 204);
  await world.run();
}

const living = ({ server }: World): number => server.repository.counts().get('Observation') ?? 0;

/** Two resources, so that a transaction shows by one of them that both arrived. */
const two = () => [created('Observation', 'o1', { status: 'final' }), created('Task', 'task')];

for (const behaviour of LEVELS)
  test(`P3 what a colleague deleted after a lost answer is not created again, and the receipt says so: ${behaviour}`, async () => {
    const world = await pushWorld({ behaviour });
    await world.press(operation('i1', { parts: two() }));
    await deletedMeanwhile(world);
    assert.equal(living(world), 0);
    assert.equal(world.server.writes().filter(({ type }) => type === 'Task').length, 1);
    assert.deepEqual(await world.entries(), []);
    const receipt = await world.push.receiptOf('i1');
    assert(receipt?.state === 'sent');
    assert.equal(receipt.isDeleted, true);
    world.close();
  });

test('P3 without looking for a deletion, it would be created again', async () => {
  const world = await pushWorld({ behaviour: 'B', guards: { ...ALL_GUARDS, seesDeletions: false } });
  await world.press(operation('i1', { parts: two() }));
  await deletedMeanwhile(world);
  assert.equal(living(world), 1);
  world.close();
});

/** A server that says 404 of what was deleted, as of what never was. */
const forgetful = (behaving: Http): Http => ({
  request: async (request) => {
    const answer = await behaving.request(request);
    return answer.status === 410 ? { ...answer, status: 404 } : answer;
  },
});

for (const behaviour of ['A-', 'B, single requests'] as const)
  test(`P3 a server that answers 404 for what was deleted is asked for the history: ${behaviour}`, async () => {
    const world = await pushWorld({ behaviour, through: forgetful });
    await world.press(operation('i1', { parts: [created('Observation', 'o1', { status: 'final' })] }));
    await deletedMeanwhile(world);
    assert.equal(living(world), 0);
    assert.deepEqual(await world.entries(), []);
    world.close();
  });

test('P3 a deletion is found behind many later versions of a history', async () => {
  const world = await pushWorld({ behaviour: 'B, single requests' });
  await world.press(operation('i1', { parts: [created('Observation', 'o1', { status: 'final' })] }));
  world.fate = (request) => (isWrite(request) ? 'answer-lost' : null);
  await world.push.step();
  world.fate = () => null;
  world.server.request({ method: 'DELETE', url: `Observation/${idOf(world, 'Observation')}` });
  const others = Array.from({ length: 450 }, (_, at) => ({ resourceType: 'Observation', id: `other-${at}` }));
  world.server.load(others);
  await world.run();
  assert.equal(living(world), 450);
  world.close();
});
