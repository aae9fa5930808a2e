import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FhirResource } from '@ehch/dev-server';
import { openMemoryStore, SERVER_SOURCE, type Operation, type RecordStore } from '@ehch/store';
import { place as placeOf } from '../../test/connected-engine.ts';
import { isFormer } from '../steps/roster/former-members.ts';
import { condition, DAY, home, MINUTE, pulling, type Pulling } from '../../test/pulling.ts';

const record = [...home, condition('gout', 'agnes'), condition('asthma', 'bertha')];
const copiesOf = ({ store }: Pulling): RecordStore => store.records(SERVER_SOURCE);

const unsent = (resident: string): Operation => ({
  format: 1,
  intent: `intent-${resident}`,
  resident,
  class: 'clinical',
  author: { sub: 'nurse', display: 'Nurse', reference: null, role: null },
  pressedAt: '2026-11-21T09:00:00Z',
  clockOffsetMs: null,
  dependsOn: [],
  parts: [{ op: 'create', type: 'Condition', id: `new-${resident}`, body: '{"resourceType":"Condition"}' }],
  about: null,
});

const stateOf = async ({ store }: Pulling, resident: string) =>
  (await store.outbox.entries()).find(({ operation }) => operation?.resident === resident)?.state;

const idsOf = async (pulled: Pulling, resident: string) =>
  (await copiesOf(pulled).read(resident)).resources.map(({ type, id }) => `${type}/${id}`).sort();

test('25, L5: 403 on one Patient erases that resident alone, and what was not sent is for the server to answer', async () => {
  const pulled = await pulling(record);
  await pulled.settle();
  await pulled.store.outbox.enqueue(unsent('agnes'));
  await pulled.store.outbox.enqueue(unsent('bertha'));
  pulled.between = (request, go) => {
    if (request.url.endsWith('/Patient/agnes')) return { status: 403, headers: {}, text: '' };
    const answer = go();
    if (!/Patient\?_id/.test(request.url)) return answer;
    const bundle = JSON.parse(answer.text) as { entry?: { resource: { id: string } }[] };
    const entry = (bundle.entry ?? []).filter(({ resource }) => resource.id !== 'agnes');
    return { ...answer, text: JSON.stringify({ ...bundle, entry, total: entry.length }) };
  };
  await pulled.run(20 * MINUTE, 5 * MINUTE);
  assert.deepEqual(await idsOf(pulled, 'agnes'), []);
  const { kinds } = await copiesOf(pulled).read('agnes');
  assert.deepEqual(kinds.get('Patient')?.last, { state: 'withheld', why: 'role' });
  assert.deepEqual(await idsOf(pulled, 'bertha'), ['Condition/asthma', 'Patient/bertha']);
  assert.deepEqual([await stateOf(pulled, 'agnes'), await stateOf(pulled, 'bertha')], ['queued', 'queued']);
});

const objection = (status: 'active' | 'inactive'): FhirResource => ({
  resourceType: 'Consent',
  id: 'objects',
  status,
  scope: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }],
  },
  category: [{ text: 'Sharing' }],
  patient: { reference: 'Patient/agnes' },
  provision: { type: 'deny' },
});

test('26: a resident who objects to sharing is erased but for who they are, unsent work is held, and consent brings all back', async () => {
  const pulled = await pulling(record);
  await pulled.settle();
  await pulled.store.outbox.enqueue(unsent('agnes'));
  pulled.pass(MINUTE);
  pulled.put(objection('active'));
  await pulled.run(10 * MINUTE, 2 * MINUTE);
  assert.deepEqual(await idsOf(pulled, 'agnes'), ['Consent/objects', 'Patient/agnes']);
  assert.equal(await stateOf(pulled, 'agnes'), 'held');
  const from = pulled.asked.length;
  await pulled.run(5 * MINUTE);
  const about = pulled.asked.slice(from).filter((one) => one.startsWith('GET Condition'));
  for (const one of about) assert.doesNotMatch(one, /agnes/, 'nothing more is asked about them');
  pulled.put(objection('inactive'));
  await pulled.run(10 * MINUTE, 2 * MINUTE);
  assert.deepEqual(await idsOf(pulled, 'agnes'), ['Condition/gout', 'Consent/objects', 'Patient/agnes']);
  assert.deepEqual(await idsOf(pulled, 'bertha'), ['Condition/asthma', 'Patient/bertha']);
});

const roster = (id: string, ...members: readonly string[]): FhirResource => ({
  resourceType: 'Group',
  id,
  type: 'person',
  actual: true,
  member: members.map((one) => ({ entity: { reference: `Patient/${one}` } })),
});

test('32: who has left the home is erased, who has come is loaded whole, and a roster that fails erases nobody', async () => {
  const pulled = await pulling([
    ...record,
    { ...home[0], id: 'cora' } as FhirResource,
    condition('angina', 'cora'),
  ]);
  await pulled.settle();
  pulled.server.setPersonality({});
  pulled.between = (request, go) =>
    /Group/.test(request.url) ? { status: 404, headers: {}, text: '' } : go();
  await pulled.run(40 * MINUTE, 10 * MINUTE);
  assert.equal((await copiesOf(pulled).members('home'))?.members.length, 2);
  assert.deepEqual(await idsOf(pulled, 'agnes'), ['Condition/gout', 'Patient/agnes']);
  pulled.between = (_request, go) => go();
  pulled.put(roster('roster', 'bertha', 'cora'));
  await pulled.run(40 * MINUTE, 10 * MINUTE);
  assert.deepEqual(await idsOf(pulled, 'agnes'), []);
  assert.deepEqual(await idsOf(pulled, 'cora'), ['Condition/angina', 'Patient/cora']);
  const { members } = (await copiesOf(pulled).members('home')) ?? { members: [] };
  assert.deepEqual(members.map(({ resident }) => resident).sort(), ['bertha', 'cora']);
});

test('L18: who has left, and about whom a press on a thread was not sent, stays until that is settled', async () => {
  const pulled = await pulling(record);
  await pulled.settle();
  const about = { id: 'worry', pressedAt: '2026-11-21T09:00:00Z', what: { kind: 'thread-entry' } };
  await pulled.store.outbox.enqueue({ ...unsent('agnes'), class: 'escalation', about });
  pulled.put(roster('roster', 'bertha'));
  await pulled.run(40 * MINUTE, 10 * MINUTE);
  assert.deepEqual(await idsOf(pulled, 'agnes'), ['Condition/gout', 'Patient/agnes']);
  const { members } = (await copiesOf(pulled).members('home')) ?? { members: [] };
  assert.deepEqual(
    members.map((member) => [member.resident, isFormer(member)]),
    [
      ['bertha', false],
      ['agnes', true],
    ],
  );
  const [entry] = await pulled.store.outbox.entries();
  assert.ok(entry);
  const given = { kind: 'discard', at: '2026-11-21T10:00:00Z', by: 'nurse', why: 'Rung instead.' } as const;
  assert.equal(await pulled.store.outbox.change(entry.n, ['queued'], null, given), true);
  await pulled.run(40 * MINUTE, 10 * MINUTE);
  assert.deepEqual(await idsOf(pulled, 'agnes'), []);
});

test('32: a resident of two homes stays while one of them has them', async () => {
  const place = placeOf({ kind: 'group', id: 'roster' });
  const [one] = place.homes;
  assert.ok(one);
  const two = { ...one, id: 'other', roster: { kind: 'group', id: 'second' } } as const;
  const both = { ...place, homes: [one, two] };
  const pulled = await pulling([...record, roster('second', 'agnes')], {
    place: both,
    store: openMemoryStore(),
  });
  await pulled.settle();
  pulled.put(roster('roster', 'bertha'));
  await pulled.run(40 * MINUTE, 10 * MINUTE);
  assert.deepEqual(await idsOf(pulled, 'agnes'), ['Condition/gout', 'Patient/agnes']);
  pulled.put(roster('second'));
  await pulled.run(40 * MINUTE, 10 * MINUTE);
  assert.deepEqual(await idsOf(pulled, 'agnes'), []);
});

test('a type that the server refuses is withheld for all, and comes back whole with the access', async () => {
  const pulled = await pulling(record);
  await pulled.settle();
  pulled.between = (request, go) =>
    /\/Condition\?/.test(request.url) ? { status: 403, headers: {}, text: '' } : go();
  await pulled.run(5 * MINUTE);
  assert.deepEqual(await idsOf(pulled, 'agnes'), ['Patient/agnes']);
  const withheld = (await copiesOf(pulled).read('bertha')).kinds.get('Condition');
  assert.deepEqual(withheld?.last, { state: 'withheld', why: 'role' });
  pulled.between = (_request, go) => go();
  await pulled.run(15 * MINUTE, 5 * MINUTE);
  assert.deepEqual(await idsOf(pulled, 'agnes'), ['Condition/gout', 'Patient/agnes']);
  assert.equal((await copiesOf(pulled).read('agnes')).kinds.get('Condition')?.last.state, 'loaded');
});

test('32: who was merged into another record on the list is one person: the old record says that it was replaced, and goes with the list', async () => {
  const main = { ...home[0], id: 'cora' } as FhirResource;
  const pulled = await pulling([...record, main, condition('angina', 'cora')]);
  await pulled.settle();
  const [patient] = home;
  // The server moves her record: the old Patient points to the new one, and her problem is about that one now.
  pulled.pass(MINUTE);
  pulled.put(
    {
      ...patient,
      active: false,
      link: [{ type: 'replaced-by', other: { reference: 'Patient/cora' } }],
    } as unknown as FhirResource,
    { ...condition('gout', 'cora') },
    roster('roster', 'bertha', 'cora'),
  );
  await pulled.run(40 * MINUTE, 10 * MINUTE);
  assert.deepEqual(await idsOf(pulled, 'agnes'), [], 'no ghost of the old record');
  assert.deepEqual(await idsOf(pulled, 'cora'), ['Condition/angina', 'Condition/gout', 'Patient/cora']);
  const { members } = (await copiesOf(pulled).members('home')) ?? { members: [] };
  assert.deepEqual(members.map(({ resident }) => resident).sort(), ['bertha', 'cora']);
});

test('32: while the list still has the old record of a merged resident, what moved is in one record only', async () => {
  const main = { ...home[0], id: 'cora' } as FhirResource;
  const pulled = await pulling([...record, main, roster('roster', 'agnes', 'bertha', 'cora')]);
  await pulled.settle();
  const link = [{ type: 'replaced-by', other: { reference: 'Patient/cora' } }];
  pulled.pass(MINUTE);
  pulled.put({ ...home[0], link } as unknown as FhirResource, condition('gout', 'cora'));
  // At the daily comparison at the latest (SPEC L6).
  await pulled.run(2 * DAY, 60 * MINUTE);
  assert.deepEqual(
    await idsOf(pulled, 'agnes'),
    ['Patient/agnes'],
    'it stays readable, and says that it was replaced',
  );
  assert.deepEqual(await idsOf(pulled, 'cora'), ['Condition/gout', 'Patient/cora']);
});
