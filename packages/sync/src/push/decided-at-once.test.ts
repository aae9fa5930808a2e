import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldEdit } from '@ehch/store';
import { waitingIn } from '../actions/waiting.ts';
import { change, created, operation, updated } from './entries.fixtures.ts';
import { ALL_GUARDS } from './guards.ts';
import { LEVELS, pushWorld, type World } from './push-world.fixtures.ts';

const OLD = { resourceType: 'Flag', id: 'old', status: 'active', code: { text: 'CPR' } };
const FOR_CPR = { coding: [{ system: 'http://snomed.info/sct', code: '450475007' }] };
const ENDED: FieldEdit = { ...change(['status'], 'active', 'inactive'), isFirst: true };

/** A decision in the place of another, which ends in the same operation. */
const replacing = (intent: string, edit: FieldEdit = ENDED) =>
  operation(intent, {
    parts: [
      created('Flag', `f-${intent}`, { status: 'active', code: FOR_CPR }),
      updated('Flag', 'old', [edit]),
      created('Provenance', intent),
    ],
  });

/** A colleague puts another decision in its place before this device sends its own. */
function replaceElsewhere({ server }: World): void {
  const headers = { 'content-type': 'application/fhir+json' };
  const body = JSON.stringify({ ...OLD, status: 'inactive' });
  server.request({ method: 'PUT', url: 'Flag/old', headers, body });
}

const flags = ({ server }: World): number => server.repository.counts().get('Flag') ?? 0;

for (const behaviour of LEVELS) {
  test(`P19: a decision that was replaced elsewhere meanwhile gets no second one: ${behaviour}`, async () => {
    const world = await pushWorld({ behaviour, resources: [OLD] });
    await world.press(replacing('i1'));
    replaceElsewhere(world);
    await world.run();
    const [entry] = await world.entries();
    assert.deepEqual([entry?.state, flags(world)], ['conflict', 1]);
    world.close();
  });

  test(`P19: after a lost answer, one’s own decision is not taken for a colleague’s: ${behaviour}`, async () => {
    const world = await pushWorld({ behaviour, resources: [OLD] });
    await world.press(replacing('i1'));
    world.fate = ({ method }) => (method === 'GET' ? null : 'answer-lost');
    for (let steps = 0; steps < 4; steps++) await world.push.step();
    world.fate = () => null;
    await world.restart();
    await world.run();
    assert.deepEqual([await world.entries(), flags(world)], [[], 2]);
    world.close();
  });
}

test('P19: a person who has seen both may put their own beside it', async () => {
  const world = await pushWorld({ resources: [OLD] });
  await world.press(replacing('i1'));
  replaceElsewhere(world);
  await world.run();
  assert.notEqual(await world.push.decide('i1', { kind: 'keep-mine' }), null);
  await world.run();
  assert.deepEqual([await world.entries(), flags(world)], [[], 2]);
  world.close();
});

test('P19: whoever decides reads the decision that would be added, which the server has nowhere', async () => {
  const world = await pushWorld({ resources: [OLD] });
  await world.press(replacing('i1'));
  replaceElsewhere(world);
  await world.run();
  const [waiting] = waitingIn(await world.entries());
  assert.deepEqual(
    waiting?.fields.map(({ label, mine, theirs, isMineAlone, choice }) => [
      label,
      mine,
      theirs,
      isMineAlone ?? choice,
    ]),
    [
      ['CPR', 'Attempt CPR', null, true],
      ['Status', 'Inactive', 'Inactive', 'whole'],
    ],
  );
  world.close();
});

test('P19: without comparing what was seen, the second decision would stand beside the first', async () => {
  const world = await pushWorld({ resources: [OLD], guards: { ...ALL_GUARDS, compareFrom: false } });
  await world.press(replacing('i1'));
  replaceElsewhere(world);
  await world.run();
  assert.equal(flags(world), 2);
  world.close();
});

test('P8: what two people only end is ended, and nobody is asked', async () => {
  const world = await pushWorld({ resources: [OLD] });
  const edit = change(['status'], 'active', 'inactive');
  await world.press(
    operation('i1', { parts: [updated('Flag', 'old', [edit]), created('Provenance', 'i1')] }),
  );
  replaceElsewhere(world);
  await world.run();
  assert.deepEqual(await world.entries(), []);
  world.close();
});
