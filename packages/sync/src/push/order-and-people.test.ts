import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Operation, OperationPart, OutboxEntry } from '@ehch/store';
import { change, created, DOCTOR, is, NURSE, operation, updated } from './entries.fixtures.ts';
import { MINUTE, pushWorld, signedIn, type World } from './push-world.fixtures.ts';

const PLAN = {
  resourceType: 'CarePlan',
  id: 'plan',
  status: 'active',
  intent: 'plan',
  title: 'Old',
  activity: [
    { id: 'walk', detail: { status: 'in-progress', description: 'Walk daily' } },
    { id: 'food', detail: { status: 'in-progress', description: 'Fortified diet' } },
  ],
};
const rename = (from: string, to: string): OperationPart[] => [
  updated('CarePlan', 'plan', [change(['title'], from, to)]),
];
const states = (entries: readonly OutboxEntry[]): Record<string, string> =>
  Object.fromEntries(entries.map(({ intent, state }) => [intent, state]));
const outcome = (status: number, code = 'processing') => ({
  status,
  headers: {},
  text: JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code, diagnostics: 'Not this.' }],
  }),
});
const about = (request: { body: string | null }, words: string): boolean =>
  request.body?.includes(words) === true;
/** Somebody else changes the care plan. */
const outside = ({ server, read }: World, fields: object): void => {
  const body = JSON.stringify({ ...read('CarePlan/plan'), ...fields });
  const { status } = server.request({
    method: 'PUT',
    url: 'CarePlan/plan',
    body,
    headers: { 'content-type': 'application/fhir+json' },
  });
  assert.equal(status, 200);
};

test('P1 (5): an intent that is pressed three times is one', async () => {
  const world = await pushWorld();
  const press = operation('i1');
  assert.deepEqual([await world.press(press), await world.press(press)], ['kept', 'known']);
  await world.run();
  assert.equal(await world.press(press), 'known');
  await world.run();
  assert.equal(world.server.repository.counts().get('Observation'), 1);
});

test('P9: a version that changed between reading and sending is read again, and decided again', async () => {
  const world = await pushWorld({ resources: [PLAN] });
  let isFirst = true;
  world.fate = (request) => {
    if (!isFirst || request.method === 'GET') return null;
    isFirst = false;
    outside(world, { activity: [PLAN.activity[0]] });
    return null;
  };
  await world.press(
    operation('i1', {
      parts: [
        updated('CarePlan', 'plan', [
          change(['activity', { key: 'walk' }, 'detail', 'description'], 'Walk daily', 'Rest'),
        ]),
      ],
    }),
  );
  await world.run();
  assert.deepEqual(await world.entries(), []);
  assert.deepEqual(world.read('CarePlan/plan')['activity'], [
    { id: 'walk', detail: { status: 'in-progress', description: 'Rest' } },
  ]);
});

test('P9: a 409 that comes again on the same version is about something else, and a person reads why', async () => {
  const world = await pushWorld({ resources: [PLAN] });
  world.fate = ({ method }) => (method === 'GET' ? null : outcome(409, 'conflict'));
  await world.press(operation('i1', { parts: rename('Old', 'New') }));
  await world.run();
  const [entry] = await world.entries();
  assert.equal(entry?.state, 'rejected');
  assert.deepEqual(entry.problem, { kind: 'refused', status: 409, outcome: 'Not this.' });
});

for (const [what, fields, expected] of [
  ['the same field', { title: 'Theirs' }, 'conflict'],
  ['the status', { status: 'completed' }, 'conflict'],
] as const) {
  test(`P7 P10 (9): two people change one care plan: ${what} → ${expected}, with both texts kept`, async () => {
    const world = await pushWorld({ resources: [PLAN] });
    outside(world, fields);
    await world.press(operation('i1', { parts: rename('Old', 'Mine') }));
    await world.run();
    const [entry] = await world.push.conflicts();
    assert.ok(entry?.problem?.kind === 'conflict');
    assert.match(entry.problem.base ?? '', /"Old"/);
    assert.match(entry.problem.theirs ?? '', /Theirs|completed/);
    assert.deepEqual(entry.operation?.parts, rename('Old', 'Mine'));
    assert.equal((await world.push.receiptOf('i1'))?.state, 'refused');
  });
}

test('P10 (9): two people change two activities: both arrive, and what was put together is said', async () => {
  const world = await pushWorld({ resources: [PLAN] });
  const [walk, food] = PLAN.activity;
  outside(world, { activity: [walk, { ...food, detail: { ...food?.detail, description: 'Soft diet' } }] });
  const edit = change(['activity', { key: 'walk' }, 'detail', 'description'], 'Walk daily', 'Rest');
  await world.press(operation('i1', { parts: [updated('CarePlan', 'plan', [edit])] }));
  await world.run();
  assert.match(JSON.stringify(world.read('CarePlan/plan')['activity']), /Rest.*Soft diet/);
  const merged = (await world.store.outbox.acknowledgement('i1'))?.merged;
  const [one, ...others] = (merged ?? []) as { at: string }[];
  const at = one?.at ?? null;
  assert.ok(Number.isFinite(Date.parse(at ?? '')), 'when the other change was made');
  assert.deepEqual(
    [one, ...others],
    [{ key: 'CarePlan/plan', paths: ['activity[food].detail.description'], fields: ['Activity'], at }],
  );
  const receipt = await world.push.receiptOf('i1');
  assert.ok(receipt?.state === 'sent');
  assert.deepEqual(receipt.merged, { fields: ['Activity'], at });
  assert.deepEqual(world.push.merged(), ['i1']);
});

for (const behaviour of ['A', 'A-', 'A-, no history', 'A, If-None-Match ignored'] as const) {
  test(`P3 (10): what a colleague took back after our lost answer is not done again: ${behaviour}`, async () => {
    const world = await pushWorld({ behaviour, resources: [PLAN] });
    let writes = 0;
    world.fate = ({ method }) => (method !== 'GET' && ++writes === 1 ? 'answer-lost' : null);
    await world.press(operation('i1', { parts: rename('Old', 'New') }));
    await world.push.step();
    await world.push.step();
    assert.equal(world.read('CarePlan/plan')['title'], 'New');
    outside(world, { title: 'Old', extension: [] });
    await world.run();
    assert.equal(world.read('CarePlan/plan')['title'], 'Old');
    // Without a history nobody can tell, so a person is asked.
    assert.deepEqual(states(await world.entries()), behaviour === 'A-, no history' ? { i1: 'conflict' } : {});
  });

  test(`I1 I3 (4): a copy that a proxy delivers 90 seconds later, after another’s edit, changes nothing: ${behaviour}`, async () => {
    const world = await pushWorld({ behaviour, resources: [PLAN] });
    await world.press(
      operation('i1', { parts: [created('Task', 'task', { status: 'requested', description: 'Ours' })] }),
    );
    await world.press(operation('i2', { parts: rename('Old', 'New') }));
    await world.run();
    world.pass(90_000);
    outside(world, { title: 'Theirs' });
    const id = (await world.store.outbox.acknowledgement('i1'))?.bodies[0]?.id ?? '';
    const task = JSON.stringify({ ...world.read(`Task/${id}`), description: 'Theirs' });
    world.server.request({
      method: 'PUT',
      url: `Task/${id}`,
      body: task,
      headers: { 'content-type': 'application/fhir+json' },
    });
    for (const request of world.requests.filter(({ method }) => method !== 'GET'))
      world.deliverAgain(request);
    assert.equal(world.read('CarePlan/plan')['title'], 'Theirs');
    assert.equal(world.read(`Task/${id}`)['description'], 'Theirs');
    assert.equal(world.server.repository.counts().get('Task'), 1);
  });
}

for (const [headers, least] of [
  [{ 'retry-after': '120' }, 2 * MINUTE],
  [{ 'retry-after': 'Sat, 21 Nov 2026 14:03:00 GMT', date: 'Sat, 21 Nov 2026 14:00:00 GMT' }, 3 * MINUTE],
  [{}, 0],
] as const) {
  test(`P12 (8): after 429 nothing is sent before the time that the server named: ${JSON.stringify(headers)}`, async () => {
    const world = await pushWorld();
    const start = world.clock.device;
    const times: number[] = [];
    world.fate = (_, count) => {
      times.push(world.clock.device - start);
      return count === 1 ? { status: 429, headers, text: '' } : null;
    };
    await world.press(operation('i1'));
    await world.press(operation('worry', { class: 'escalation', resident: 'bert' }));
    await world.run();
    assert.deepEqual(await world.entries(), []);
    assert.ok(times.slice(1).every((at) => at >= least));
  });
}

test('P12 (7): a server that fails for ten minutes is asked less and less, and everything arrives', async () => {
  const world = await pushWorld();
  // Long after its start, because a wait is not measured from there.
  world.pass(120 * MINUTE);
  const start = world.clock.device;
  for (let n = 0; n < 20; n++) await world.press(operation(`i${n}`, { resident: `r${n}` }));
  world.fate = () =>
    world.clock.device < start + 10 * MINUTE ? { status: 503, headers: {}, text: '' } : null;
  await world.run(10);
  // Five failures open the circuit. Then one request a pause of minutes.
  assert.ok(world.requests.length <= 20, `${world.requests.length} requests`);
  await world.run(60);
  assert.deepEqual(await world.entries(), []);
});

test('P12: an entry that fails on its own waits longer each time, also hours after the start', async () => {
  const world = await pushWorld();
  world.pass(120 * MINUTE);
  let asked = 0;
  world.fate = (request) => {
    if (!about(request, 'i-bad') && !request.url.includes('i-bad')) return null;
    asked++;
    return { status: 503, headers: {}, text: '' };
  };
  await world.press(operation('i-bad'));
  for (let minute = 0; minute < 10; minute++) {
    // What goes well in between keeps the circuit closed.
    await world.press(operation(`i${minute}`, { resident: `r${minute}` }));
    await world.run(1);
  }
  assert.ok(asked <= 20, `${asked} requests`);
  assert.deepEqual(states(await world.entries()), { 'i-bad': 'unknown' });
});

test('(20) a device clock that jumps a year back or ahead freezes nothing and loses nothing', async () => {
  for (const jump of [-1, 1]) {
    const world = await pushWorld();
    world.fate = (_, count) => (count < 8 ? 'lost' : null);
    await world.press(operation('i1'));
    for (let steps = 0; steps < 6; steps++) await world.push.step();
    world.clock.device += jump * 365 * 24 * 60 * MINUTE;
    await world.run(60);
    assert.deepEqual(await world.entries(), []);
  }
});

test('P5 P14 (24): after a 401 everything waits; another person’s session sends only escalations, and both are named', async () => {
  const world = await pushWorld();
  await world.press(operation('i1'));
  await world.press(operation('i2', { resident: 'bert' }));
  await world.press(
    operation('worry', { class: 'escalation', resident: 'carys', parts: [created('Communication', 'c1')] }),
  );
  world.fate = () => ({ status: 401, headers: {}, text: '' });
  await world.run(1);
  assert.equal((await world.entries()).length, 3);
  assert.deepEqual(
    world.server.writes().filter(({ type }) => type !== 'Basic'),
    [],
  );
  world.who = null;
  assert.equal(await world.push.step(), 'idle');

  world.fate = () => null;
  world.who = signedIn(DOCTOR);
  await world.run();
  assert.deepEqual(
    (await world.entries()).map(({ intent }) => intent),
    ['i1', 'i2'],
  );
  const marker = JSON.stringify(world.read('Provenance/worry')['agent']);
  assert.match(marker, /"author".*Practitioner\/nurse.*"enterer".*Practitioner\/doctor/);

  world.who = signedIn(NURSE);
  await world.run();
  assert.deepEqual(await world.entries(), []);
  assert.doesNotMatch(JSON.stringify(world.read('Provenance/i1')), /doctor/);
});

test('P5: the marker that an escalation brings itself names the sender as well', async () => {
  const world = await pushWorld();
  const marker = {
    target: [{ reference: 'Communication/c1' }],
    agent: [{ who: { display: NURSE.display } }],
  };
  const parts = [created('Communication', 'c1'), created('Provenance', 'worry', marker)];
  await world.press(operation('worry', { class: 'escalation', parts }));
  world.who = signedIn(DOCTOR);
  await world.run();
  assert.match(
    JSON.stringify(world.read('Provenance/worry')['agent']),
    /Ngozi Bell.*"enterer".*Practitioner\/doctor/,
  );
});

test('P2 (25): 403 holds the entry with the server’s words, and a person may send it again', async () => {
  const world = await pushWorld();
  world.fate = (request) => (request.method === 'GET' ? null : outcome(403, 'forbidden'));
  await world.press(operation('i1'));
  await world.press(operation('i2', { resident: 'bert' }));
  await world.run();
  assert.deepEqual(states(await world.entries()), { i1: 'held', i2: 'held' });
  world.fate = () => null;
  assert.equal(await world.push.decide('i1', { kind: 'send-again' }), 'i1');
  await world.run();
  assert.deepEqual(states(await world.entries()), { i2: 'held' });
  await assert.rejects(world.push.decide('i2', { kind: 'discard', why: ' ' }));
  assert.equal(await world.push.decide('i2', { kind: 'discard', why: 'The resident has moved' }), null);
  assert.deepEqual(await world.entries(), []);
});

for (const status of [400, 413, 415, 422]) {
  test(`P4 (22, 30): an entry that is refused for ever (${status}) stops only what builds on it`, async () => {
    const world = await pushWorld();
    world.fate = (request) => (about(request, 'poison') ? outcome(status) : null);
    await world.press(operation('bad', { parts: [created('Observation', 'o1', { note: 'poison' })] }));
    await world.press(operation('child', { dependsOn: ['bad'] }));
    await world.press(operation('free'));
    await world.run();
    assert.deepEqual(states(await world.entries()), { bad: 'rejected', child: 'wait-dependency' });
    await world.push.decide('bad', { kind: 'discard', why: 'Written by mistake' });
    await world.run();
    assert.deepEqual(states(await world.entries()), { child: 'held' });
  });
}

test('P2 P3 (3): after a 500 the next thing that is sent is a question', async () => {
  const world = await pushWorld();
  world.fate = (_, count) => (count === 1 ? { status: 500, headers: {}, text: '' } : null);
  await world.press(operation('i1'));
  await world.run();
  assert.deepEqual(
    world.requests.map(({ method }) => method),
    ['POST', 'GET', 'POST'],
  );
});

test('P2: a gateway’s refusal without FHIR is asked again before a person is troubled', async () => {
  const world = await pushWorld();
  const page = { status: 413, headers: {}, text: '<html>Too large</html>' };
  let refusals = 0;
  world.fate = (request) => (request.method === 'GET' ? null : (refusals++, page));
  await world.press(operation('i1'));
  await world.run();
  assert.deepEqual([states(await world.entries()), refusals], [{ i1: 'rejected' }, 3]);
});

test('P7 (18): a resource that was deleted elsewhere is a conflict, and the edit is kept', async () => {
  const world = await pushWorld({ resources: [PLAN] });
  world.server.request({ method: 'DELETE', url: 'CarePlan/plan' });
  await world.press(operation('i1', { parts: rename('Old', 'New') }));
  await world.run();
  const [entry] = await world.push.conflicts();
  assert.deepEqual(entry?.problem, {
    kind: 'conflict',
    key: 'CarePlan/plan',
    base: null,
    theirs: null,
    paths: [],
  });
});

test('P10: keeping one’s own version is an intent of its own, which names both people', async () => {
  const world = await pushWorld({ resources: [PLAN] });
  outside(world, { title: 'Theirs' });
  await world.press(operation('i1', { parts: rename('Old', 'Mine') }));
  await world.run();
  world.who = signedIn(DOCTOR);
  const next = (await world.push.decide('i1', { kind: 'keep-mine' })) ?? '';
  assert.notEqual(next, 'i1');
  await world.run();
  assert.deepEqual(await world.entries(), []);
  assert.equal(world.read('CarePlan/plan')['title'], 'Mine');
  assert.match(
    JSON.stringify(world.read(`Provenance/${next}`)['agent']),
    /Practitioner\/doctor.*Practitioner\/nurse/,
  );
});

test('P10: a decision that was interrupted between its two steps is one intent', async () => {
  const world = await pushWorld({ resources: [PLAN] });
  outside(world, { title: 'Theirs' });
  await world.press(operation('i1', { parts: rename('Old', 'Mine') }));
  await world.run();
  const { outbox } = world.store;
  const changing = outbox.change.bind(outbox);
  outbox.change = () => Promise.reject(new Error('The context ends.'));
  await assert.rejects(world.push.decide('i1', { kind: 'keep-mine' }));
  outbox.change = changing;
  world.pass(0);
  const next = await world.push.decide('i1', { kind: 'keep-mine' });
  await world.run();
  assert.deepEqual(await world.entries(), []);
  assert.equal(world.server.writes().filter(({ type }) => type === 'CarePlan').length, 2);
  assert.ok(await outbox.acknowledgement(next ?? ''));
});

test('P13 (34): a server that ignores If-Match gets creates, and no updates', async () => {
  const world = await pushWorld({ resources: [PLAN] });
  Object.assign(world.profile, { ignoresIfMatch: true });
  await world.press(operation('i1', { parts: rename('Old', 'New') }));
  await world.press(operation('i2'));
  await world.run();
  assert.deepEqual(states(await world.entries()), { i1: 'held' });
});

for (const behaviour of ['A', 'A-', 'A, If-None-Match ignored', 'B', 'B, single requests'] as const) {
  test(`P4 (31): create a, create b that refers to a, change b: the order holds and the ids fit: ${behaviour}`, async () => {
    const world = await pushWorld({ behaviour });
    const chain: Operation[] = [
      operation('i1', { parts: [created('CarePlan', 'a', { title: 'Plan' })] }),
      operation('i2', {
        dependsOn: ['i1'],
        parts: [created('Task', 'b', { status: 'requested', basedOn: [{ reference: 'CarePlan/a' }] })],
      }),
      operation('i3', {
        dependsOn: ['i2'],
        parts: [
          updated(
            'Task',
            'b',
            [{ path: ['note'], from: { is: 'absent' }, to: is([{ text: 'CarePlan/a is only text' }]) }],
            null,
          ),
        ],
      }),
    ];
    for (const each of chain) await world.press(each);
    await world.run();
    assert.deepEqual(await world.entries(), []);
    const bodies = await Promise.all(
      chain.map(async ({ intent }) => (await world.store.outbox.acknowledgement(intent))?.bodies[0]),
    );
    const task = world.read(`Task/${bodies[1]?.id}`);
    assert.deepEqual(task['basedOn'], [{ reference: `CarePlan/${bodies[0]?.id}` }]);
    assert.deepEqual(task['note'], [{ text: 'CarePlan/a is only text' }]);
    assert.deepEqual(
      [world.server.repository.counts().get('Task'), world.server.repository.counts().get('CarePlan')],
      [1, 1],
    );
  });

  test(`I8 (35): decimals, long numbers, emoji and unknown extensions leave the device as they were written: ${behaviour}`, async () => {
    const world = await pushWorld({ behaviour });
    const id = 'o'.repeat(64);
    const raw =
      '"valueQuantity":{"value":7.10,"unit":"🫀"},"_status":{"extension":[{"url":"http://x.example/y","valueDecimal":12345678901234567890.50}]}';
    const body = `{"resourceType":"Observation","id":"${id}",${raw}}`;
    await world.press(operation('i1', { parts: [{ op: 'create', type: 'Observation', id, body }] }));
    await world.run();
    assert.deepEqual(await world.entries(), []);
    assert.ok(world.requests.some((request) => about(request, raw)));
  });
}

test('P11: two changes of one field within minutes go as one, and both presses have their receipt', async () => {
  const world = await pushWorld({ resources: [PLAN] });
  await world.press(operation('i1', { parts: rename('Old', 'Mid') }));
  await world.press(operation('i2', { parts: rename('Mid', 'New') }));
  await world.push.step();
  assert.equal((await world.push.receiptOf('i1'))?.state, 'held-in-memory');
  await world.run();
  assert.equal(world.server.writes().filter(({ type }) => type === 'CarePlan').length, 1);
  for (const intent of ['i1', 'i2']) assert.equal((await world.push.receiptOf(intent))?.state, 'sent');
});

test('P4: two changes of one field that cannot be joined go one after the other, on the version just made', async () => {
  const world = await pushWorld({ resources: [PLAN] });
  await world.press(operation('i1', { parts: rename('Old', 'Mid') }));
  await world.press(operation('i2', { class: 'admin', parts: rename('Mid', 'New') }));
  await world.run();
  assert.deepEqual(await world.entries(), []);
  assert.equal(world.read('CarePlan/plan')['title'], 'New');
  for (const { claimedBase, previous } of world.server.writes().filter(({ type }) => type === 'CarePlan'))
    assert.equal(claimedBase, previous);
});
