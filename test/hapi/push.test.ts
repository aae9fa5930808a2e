import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Operation } from '../../packages/store/src/index.ts';
import { auditOperations, author, finishOperation, forms, undoOperation } from '../emitted/everything.ts';
import type { Json } from '../emitted/operation-bundle.ts';
import { ask, putAll, SKIP } from './hapi.ts';
import { hapiPush, profile } from './push-world.ts';

const cga = forms.find(({ id }) => id === 'cga') ?? assert.fail();
const bmi = forms.find(({ id }) => id === 'bmi') ?? assert.fail();
const PEOPLE = [
  { resourceType: 'Practitioner', id: 'okafor' },
  { resourceType: 'Patient', id: 'pushed', birthDate: '1938-04-09' },
];

test(
  'P1 P13: the probe finds what HAPI can do, and chooses level A with conditional creates',
  { skip: SKIP },
  async () => {
    const { findings, ...chosen } = await profile();
    const { software, ...found } = findings;
    assert.match(software ?? '', /^HAPI FHIR Server 8/);
    assert.deepEqual(found, {
      fhirVersion: '4.0.1',
      creates: true,
      searchesAtOnce: true,
      clientIds: true,
      refusesStaleIfMatch: true,
      refusesIfNoneMatch: false,
      refusesIfNoneMatchInTransaction: false,
      transactions: true,
      refusesStaleIfMatchInTransaction: true,
      findsIfNoneExist: true,
      findsIfNoneExistInTransaction: true,
      deletes: true,
      answersGone: true,
      instanceHistory: true,
      typeHistory: true,
      postSearch: true,
    });
    assert.deepEqual(chosen, {
      level: 'A',
      create: 'post',
      transactions: true,
      hasHistory: true,
      ignoresIfMatch: false,
      ignoresIfNoneMatch: true,
      hasTypeHistory: true,
      indexesLate: false,
    });
  },
);

test(
  'I1 P3: a CGA whose answer was lost is on HAPI once, and a mark as entered in error follows it',
  { skip: SKIP },
  async () => {
    await putAll(PEOPLE);
    const world = await hapiPush();
    const signed = finishOperation(cga, { seed: 8, intent: randomUUID(), resident: 'pushed' });
    await world.press(signed.operation);
    await world.press(signed.operation);
    world.loseNextAnswer();
    assert.deepEqual(await world.run(), []);
    const { intent, parts } = signed.operation;
    const bodies = (await world.store.outbox.acknowledgement(intent))?.bodies ?? [];
    assert.equal(bodies.length, parts.length);
    for (const { type, id } of parts) {
      if (type === 'Provenance') continue;
      assert.equal(await countOf(`${type}?identifier=https://ehch-kit.example/Id/intent|${id}`), 1);
    }
    assert.equal((await ask('GET', `Provenance/${intent}`)).status, 200);
    const written = bodies.map(({ text }) => JSON.parse(text) as Json);
    const undo = undoOperation('enter-in-error', { signed, intent: randomUUID(), written });
    await world.press(undo);
    assert.deepEqual(await world.run(), []);
    const [answers] = undo.parts;
    const { status } = (await ask('GET', `${answers?.type}/${answers?.id}`)).body;
    assert.equal(status, 'entered-in-error');
  },
);

test(
  'P4: a mark that was pressed offline, before the assessment had left, follows it',
  { skip: SKIP },
  async () => {
    await putAll(PEOPLE);
    const world = await hapiPush();
    const signed = finishOperation(bmi, { seed: 8, intent: randomUUID(), resident: 'pushed' });
    const written = signed.operation.parts.flatMap((part) =>
      part.op === 'create' ? [JSON.parse(part.body) as Json] : [],
    );
    const undo = undoOperation('enter-in-error', { signed, intent: randomUUID(), written });
    await world.press(signed.operation);
    await world.press(undo);
    assert.deepEqual(await world.run(), []);
    const bodies = (await world.store.outbox.acknowledgement(undo.intent))?.bodies ?? [];
    const statuses = new Set(bodies.map(({ text }) => (JSON.parse(text) as Json)['status']));
    assert.deepEqual([...statuses], ['entered-in-error', undefined]);
  },
);

test('U1: audited acts arrive once each, although an answer was lost', { skip: SKIP }, async () => {
  await putAll([...PEOPLE, { resourceType: 'Patient', id: 'emitted' }]);
  const world = await hapiPush();
  const acts = auditOperations(995).map((act): Operation => {
    const intent = randomUUID();
    return JSON.parse(JSON.stringify(act).replaceAll(act.intent, intent)) as Operation;
  });
  for (const act of acts) await world.press(act);
  world.loseNextAnswer();
  assert.deepEqual(await world.run(), []);
  for (const { intent } of acts) assert.equal(await countOf(`AuditEvent?entity-name=${intent}`), 1);
});

test(
  'P7 P9: a field that a colleague has changed is a conflict with both versions, and another field goes through',
  { skip: SKIP },
  async () => {
    const id = randomUUID();
    await putAll([...PEOPLE, observation(id, { status: 'preliminary', issued: '2026-11-20T09:00:00Z' })]);
    await putAll([observation(id, { status: 'final', issued: '2026-11-20T09:00:00Z' })]);
    const world = await hapiPush();
    await world.press(edit(id, 'status', 'preliminary', 'amended'));
    const [entry] = await world.run();
    assert.equal(entry?.state, 'conflict');
    assert.equal((await ask('GET', `Observation/${id}`)).body['status'], 'final');
    await world.push.decide(entry.intent, { kind: 'discard', why: 'The colleague was right' });
    assert.deepEqual(await world.run(), []);
  },
);

test(
  'P9: an edit of what was deleted on HAPI waits for a person, and nothing is created anew',
  { skip: SKIP },
  async () => {
    const id = randomUUID();
    await putAll([...PEOPLE, observation(id, { status: 'final' })]);
    assert.ok((await ask('DELETE', `Observation/${id}`)).status < 300);
    const world = await hapiPush();
    await world.press(edit(id, 'status', 'final', 'amended'));
    const [entry] = await world.run();
    assert.equal(entry?.state, 'conflict');
    assert.equal((await ask('GET', `Observation/${id}`)).status, 410);
  },
);

function observation(id: string, more: Json): Json {
  return {
    resourceType: 'Observation',
    id,
    code: { text: 'Test' },
    subject: { reference: 'Patient/pushed' },
    ...more,
  };
}

function edit(id: string, field: string, from: string, to: string): Operation {
  const edits = [
    { path: [field], from: { is: 'value', value: from }, to: { is: 'value', value: to } },
  ] as const;
  return {
    format: 1,
    intent: randomUUID(),
    resident: 'pushed',
    class: 'clinical',
    author,
    pressedAt: '2026-11-20T09:30:00Z',
    clockOffsetMs: 0,
    dependsOn: [],
    parts: [{ op: 'update', type: 'Observation', id, edits, base: '1' }],
    about: null,
  };
}

async function countOf(query: string): Promise<number> {
  const { body } = await ask('GET', query);
  return ((body['entry'] ?? []) as readonly unknown[]).length;
}
