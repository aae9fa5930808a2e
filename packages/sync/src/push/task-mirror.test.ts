import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent } from '@ehch/clinical';
import type { Actor, ThreadAct, ThreadEntry } from '@ehch/clinical/thread';
import { PERSONALITIES } from '@ehch/dev-server';
import { taskMirror, writeIntent } from '@ehch/fhir/writers';
import { DOCTOR, NURSE } from './entries.fixtures.ts';
import { LEVELS, MINUTE, pushWorld, signedIn, type World } from './push-world.fixtures.ts';

const THREAD = '5d6a2f7e-0c1b-4a3d-9e8f-1a2b3c4d5e6f';
const TASK = '5d6a2f7e-0c1b-8002-9e8f-1a2b3c4d5e6f';
const CARER: Actor = { name: 'Sam Okafor', role: 'carer', side: 'home' };
const GP: Actor = { name: 'Dr Asha Rao', role: 'GP', side: 'practice' };
const PEOPLE = [
  { resourceType: 'Practitioner', id: 'nurse' },
  { resourceType: 'Practitioner', id: 'doctor' },
  { resourceType: 'Patient', id: 'mary' },
];

const raise: ThreadAct = {
  kind: 'raise',
  matter: 'worry',
  urgency: 'same-day',
  words: 'Not herself',
  signs: [],
  since: '',
  observations: null,
  askedBy: { kind: 'presser' },
};

const answer: ThreadAct = {
  kind: 'answer',
  outcome: 'advice',
  further: [],
  promisedBy: null,
  words: 'Rest.',
};
const worse: ThreadAct = { kind: 'worse', words: '' };

/** Presses, with what follows for the Task, as `enqueueIntent` keeps them. Each is a minute after the one before. */
async function press(world: World, at: number, by: Actor, act: ThreadAct): Promise<string> {
  const id =
    act.kind === 'raise' ? THREAD : THREAD.replace(/^5d6a2f7e/, `5d6a2f${at.toString(16).padStart(2, '0')}`);
  const pressedAt = new Date(Date.UTC(2026, 10, 21, 13, at)).toISOString();
  const entry: ThreadEntry = {
    id,
    thread: THREAD,
    about: { kind: 'resident', resident: 'mary' },
    by,
    pressedAt,
    clockOffsetMs: 0,
    receivedAt: null,
    after: act.kind === 'raise' ? null : THREAD,
    act,
  };
  const what = { kind: 'thread-entry', matter: 'worry', entry } as const;
  const intent: CareIntent = { id, resident: 'mary', pressedAt, what };
  const author = by === GP ? DOCTOR : NURSE;
  const operation = writeIntent(intent, { author, clockOffsetMs: 0 });
  await world.press({ ...operation, dependsOn: [] });
  const mirror = taskMirror(intent, operation);
  if (mirror !== null) await world.press(mirror);
  return id;
}

/** The Task as the server has it, and how many messages there are. */
function found(world: World) {
  // A server may show in a search what it has only after a while.
  world.pass(60 * MINUTE);
  const bundle = world.read('Task') as { entry?: { resource: Record<string, unknown> }[] };
  const tasks = (bundle.entry ?? []).map(({ resource }) => resource);
  return {
    tasks: tasks.length,
    status: tasks[0]?.['status'],
    priority: tasks[0]?.['priority'],
    stage: JSON.stringify(tasks[0]?.['businessStatus'] ?? ''),
    messages: world.server.repository.counts().get('Communication') ?? 0,
  };
}

async function afterPresses(world: World) {
  await press(world, 0, CARER, raise);
  await world.run(240);
  world.who = signedIn(DOCTOR);
  await press(world, 1, GP, { kind: 'see' });
  await press(world, 2, GP, { kind: 'take' });
  await press(world, 3, GP, answer);
  await world.run(240);
  await press(world, 4, CARER, worse);
  await world.run(240);
}

for (const personality of Object.keys(PERSONALITIES))
  test(`P18: a Task follows its thread after lost answers, and no press waits for a person: ${personality}`, async () => {
    const world = await pushWorld({ personality, resources: PEOPLE });
    let writes = 0;
    world.fate = ({ method }) => (method !== 'GET' && ++writes % 2 === 1 ? 'answer-lost' : null);
    await afterPresses(world);
    const { level, ignoresIfMatch } = world.profile;
    const { tasks, status, messages, priority } = found(world);
    const forPerson = (await world.push.conflicts()).map(({ operation }) => operation?.about);
    if (level === 'read-only') assert.equal(messages, 0);
    else {
      assert.deepEqual([tasks, messages, forPerson, await world.entries()], [1, 5, [], []]);
      const moved = ignoresIfMatch ? ['requested', 'urgent'] : ['accepted', 'asap'];
      assert.deepEqual([status, priority], moved);
    }
    world.close();
  });

for (const behaviour of LEVELS)
  test(`P18: a Task follows its thread on a server of kind ${behaviour}, with every second write’s answer lost`, async () => {
    const world = await pushWorld({ behaviour, resources: PEOPLE });
    let writes = 0;
    world.fate = ({ method }) => (method !== 'GET' && ++writes % 2 === 0 ? '500-after' : null);
    await afterPresses(world);
    const { tasks, status, messages, priority } = found(world);
    assert.deepEqual([tasks, messages, await world.entries()], [1, 5, []]);
    assert.deepEqual([status, priority], ['accepted', 'asap']);
    world.close();
  });

/** Somebody else writes the Task whenever ours is about to leave. */
function disturbed(
  world: World,
  change: (task: Record<string, unknown>) => Record<string, unknown>,
  times = 1,
) {
  const disturbances: number[] = [];
  let left = times;
  world.fate = ({ method, url, body: sent }) => {
    if (method !== 'PUT' || !/\bTask\//.test(url) || left === 0 || sent === null) return null;
    left--;
    const own = world.read(`Task/${TASK}`);
    const headers = { 'content-type': 'application/fhir+json' };
    const body = JSON.stringify(change(own));
    disturbances.push(world.server.request({ method: 'PUT', url: `Task/${TASK}`, headers, body }).status);
    return null;
  };
  return disturbances;
}

test('P18: of two sides that press at once, both are told, and the Task is as far as the further one', async () => {
  const world = await pushWorld({ resources: PEOPLE });
  await press(world, 0, CARER, raise);
  await world.run();
  world.who = signedIn(DOCTOR);
  await press(world, 5, GP, { kind: 'take' });
  // Another engine of ours has seen it, between our read and our write.
  const others = disturbed(world, (task) => ({
    ...task,
    status: 'received',
    lastModified: new Date(Date.UTC(2026, 10, 21, 13, 4)).toISOString(),
    businessStatus: { coding: [{ system: 'https://ehch-kit.example/CodeSystem/thread-act', code: 'see' }] },
  }));
  await world.run();
  assert.deepEqual([found(world).status, found(world).messages, await world.entries()], ['accepted', 2, []]);
  assert.deepEqual(others, [200]);
  world.close();
});

test('P18: what another system did to the Task stays, and the press is on the server all the same', async () => {
  const world = await pushWorld({ resources: PEOPLE });
  await press(world, 0, CARER, raise);
  await world.run();
  world.who = signedIn(DOCTOR);
  await press(world, 5, GP, answer);
  disturbed(world, (task) => ({ ...task, status: 'completed', owner: { display: 'Ward 4' } }));
  await world.run();
  const task = world.read(`Task/${TASK}`);
  assert.deepEqual(
    [task['status'], task['owner'], task['output']],
    ['completed', { display: 'Ward 4' }, undefined],
  );
  assert.deepEqual([found(world).messages, await world.entries()], [2, []]);
  world.close();
});

test('P18: a Task that is written again and again is left, and so is one that is gone or refused', async () => {
  for (const fate of ['busy', 'gone', 'refused', 'unread'] as const) {
    const world = await pushWorld({ resources: PEOPLE });
    await press(world, 0, CARER, raise);
    await world.run();
    world.who = signedIn(DOCTOR);
    await press(world, 5, GP, { kind: 'take' });
    if (fate === 'busy') disturbed(world, (task) => ({ ...task, description: `${Math.random()}` }), 50);
    if (fate === 'gone') world.server.request({ method: 'DELETE', url: `Task/${TASK}` });
    const refusal = { status: 403, headers: {}, text: '{"resourceType":"OperationOutcome"}' };
    if (fate === 'refused')
      world.fate = ({ method, url }) => (method === 'PUT' && url.includes('/Task/') ? refusal : null);
    if (fate === 'unread') world.fate = ({ url }) => (url.includes('/Task/') ? '500-after' : null);
    await world.run(1);
    assert.equal(found(world).messages, 2, `${fate}: the press is there at once`);
    if (fate === 'unread') {
      assert.deepEqual(await world.push.conflicts(), []);
      world.pass(8 * 24 * 60 * MINUTE);
    }
    await world.run(60);
    assert.deepEqual(await world.entries(), [], fate);
    world.close();
  }
});

test('P18: a press that was given up moves no Task', async () => {
  const world = await pushWorld({ resources: PEOPLE });
  await press(world, 0, CARER, raise);
  await world.run();
  world.who = signedIn(DOCTOR);
  const refusal = { status: 403, headers: {}, text: '{"resourceType":"OperationOutcome"}' };
  world.fate = ({ method }) => (method === 'POST' ? refusal : null);
  const id = await press(world, 5, GP, { kind: 'take' });
  await world.run();
  await world.push.decide(id, { kind: 'discard', why: 'Pressed by mistake' });
  world.fate = () => null;
  await world.run();
  assert.deepEqual([found(world).status, await world.entries()], ['requested', []]);
  world.close();
});
