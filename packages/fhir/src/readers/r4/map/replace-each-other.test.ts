import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, value, type Json } from '../../../record.fixtures.ts';
import { listed, request } from './medicine.fixtures.ts';

test('of two forms that replace each other, neither is out of force, and both are in doubt', () => {
  const form = (id: string, other: string) =>
    about('DocumentReference', id, {
      status: 'current',
      type: { text: 'ReSPECT form' },
      date: '2026-05-01T10:00:00Z',
      content: [{ attachment: { title: 'Form' } }],
      relatesTo: [{ code: 'replaces', target: { reference: `DocumentReference/${other}` } }],
    });
  const { documents } = value('limits', [form('a', 'b'), form('b', 'a')]);
  assert.deepEqual(
    documents.map(({ status, cautions }) => [status, cautions]),
    [
      ['current', ['contradicts-itself']],
      ['current', ['contradicts-itself']],
    ],
  );
});

const plan = (id: string, other: string, title = id) =>
  about('CarePlan', id, {
    status: 'active',
    intent: 'plan',
    title,
    description: 'Stay at home',
    replaces: [{ reference: `CarePlan/${other}` }],
  });

test('of two plans that replace each other, neither has ended', () => {
  const { plans } = value('plan', [plan('a', 'b'), plan('b', 'a')]);
  assert.deepEqual(
    plans.map(({ status, cautions }) => [status, cautions]),
    [
      ['active', ['contradicts-itself']],
      ['active', ['contradicts-itself']],
    ],
  );
});

test('of two advance care plans that replace each other, both are wishes, and in doubt', () => {
  const title = 'Advance care plan';
  const { wishes } = value('limits', [plan('a', 'b', title), plan('b', 'a', title)]);
  assert.deepEqual(
    wishes.map(({ cautions }) => cautions),
    [['contradicts-itself'], ['contradicts-itself']],
  );
});

const relatesTo = (other: string) => [
  { code: 'replaces', target: { reference: `DocumentReference/${other}` } },
];
const form = (id: string, other: string, status = 'current') =>
  about('DocumentReference', id, {
    status,
    type: { text: 'ReSPECT form' },
    date: '2026-05-01T10:00:00Z',
    content: [{ attachment: { title: 'Form' } }],
    relatesTo: relatesTo(other),
  });
/** Each replaces the next one, and the last one replaces the first. */
const circle = (length: number, make: (id: string, other: string) => Json): readonly Json[] =>
  Array.from({ length }, (_, at) => make(`r${at}`, `r${(at + 1) % length}`));
const DOUBTED = ['contradicts-itself'];

for (const length of [1, 2, 3, 4, 7])
  test(`${length} that replace each other in a circle: each is in force, and in doubt`, () => {
    const { documents } = value('limits', circle(length, form));
    assert.deepEqual(
      documents.map(({ status, cautions }) => [status, cautions]),
      Array.from({ length }, () => ['current', DOUBTED]),
    );
    const { plans } = value('plan', circle(length, plan));
    assert.deepEqual(
      plans.map(({ status, cautions }) => [status, cautions]),
      Array.from({ length }, () => ['active', DOUBTED]),
    );
    const advance = circle(length, (id, other) => plan(id, other, 'Advance care plan'));
    const { wishes } = value('limits', advance);
    assert.deepEqual(
      wishes.map(({ cautions }) => cautions),
      Array.from({ length }, () => DOUBTED),
    );
    if (length === 1) return;
    const orders = circle(length, (id, other) =>
      request(id, {
        priorPrescription: { reference: `MedicationRequest/${other}` },
        authoredOn: '2026-05-01',
      }),
    ).map((order, at) => ({ ...order, medicationCodeableConcept: { text: `Apixaban ${at + 1}mg tablets` } }));
    assert.deepEqual(
      listed(...orders).map(({ status, cautions }) => [status, cautions]),
      Array.from({ length }, () => ['in-use', ['contradicted']]),
    );
  });

test('a chain without a circle has one in force', () => {
  const chain = [form('a', 'b'), form('b', 'c'), form('c', 'none')];
  const statuses = (...all: readonly Json[]) =>
    value('limits', all).documents.map(({ status, cautions }) => [status, cautions]);
  assert.deepEqual(statuses(...chain), [
    ['current', []],
    ['superseded', []],
    ['superseded', []],
  ]);
});

test('what a circle replaces is out of force, and in no doubt itself', () => {
  const target = { reference: 'DocumentReference/old' };
  const both = { ...form('a', 'b'), relatesTo: [{ code: 'replaces', target }, ...relatesTo('b')] };
  const { documents } = value('limits', [both, form('b', 'a'), form('old', 'none')]);
  assert.deepEqual(
    documents.map(({ status, cautions }) => [status, cautions]),
    [
      ['current', DOUBTED],
      ['current', DOUBTED],
      ['superseded', []],
    ],
  );
});

test('a circle in which one says that it is superseded leaves nothing certain', () => {
  const found = value('limits', [form('a', 'b'), form('b', 'c'), form('c', 'a', 'superseded')]).documents;
  assert.deepEqual(
    found.map(({ status, cautions }) => [status, cautions]),
    [
      ['current', DOUBTED],
      ['current', DOUBTED],
      ['superseded', DOUBTED],
    ],
  );
});

const UNKNOWN = { modifierExtension: [{ url: 'https://vendor.example/x', valueBoolean: true }] };

for (const [name, fields] of [
  ['only proposed', { intent: 'proposal' }],
  ['withdrawn by its note', { note: [{ text: 'Withdrawn 3 May' }] }],
  ['under a condition not understood', UNKNOWN],
] as const) {
  test(`a plan that is ${name} replaces no other`, () => {
    const title = 'Advance care plan';
    const firm = { ...plan('old', 'none', title), replaces: [] };
    const { wishes } = value('limits', [firm, { ...plan('new', 'old', title), ...fields }]);
    assert.deepEqual([wishes.length, wishes.some(({ id }) => id.includes('old'))], [2, true]);
  });
}

test('a form under a condition not understood replaces no other', () => {
  const { documents } = value('limits', [form('old', 'none'), { ...form('new', 'old'), ...UNKNOWN }]);
  assert.deepEqual(
    documents.map(({ status }) => status),
    ['current', 'current'],
  );
});
