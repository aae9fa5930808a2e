import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, allergy, hl7, value, type Json } from '../../../record.fixtures.ts';
import { listed, request, statement } from './medicine.fixtures.ts';

const list = (items: readonly string[], fields: Json = {}): Json =>
  about('List', 'l', {
    status: 'current',
    mode: 'working',
    title: 'Current medication',
    date: '2026-10-12',
    entry: items.map((reference) => ({ item: { reference } })),
    ...fields,
  });
const senna = (id: string, fields: Json = {}) =>
  statement(id, { medicationCodeableConcept: { text: 'Senna 7.5mg tablets' }, ...fields });
const apixaban = (...resources: readonly Json[]) => {
  const found = listed(...resources).find(({ generic }) => generic?.startsWith('Apixaban'));
  return [found?.cautions, found?.more];
};
const NOTHING = [[], undefined];
const against = (name: string, text = 'Current medication, 12-Oct-2026') => [
  ['contradicted'],
  [{ name, text }],
];

test('an active medicine that the current list leaves out says so', () => {
  const others = [senna('s'), list(['MedicationStatement/s'])];
  assert.deepEqual(apixaban(statement('a'), ...others), against('missing from a list'));
  assert.deepEqual(apixaban(request('a'), ...others), against('missing from a list'));
});

test('a medicine that is on the list by any of its records, or by the one behind it, is not missing', () => {
  const both = list(['MedicationStatement/a', 'MedicationStatement/s']);
  assert.deepEqual(apixaban(statement('a'), senna('s'), both), NOTHING);
  const issue = request('r', { dosageInstruction: [{ text: 'one daily' }] });
  for (const found of listed(statement('a'), issue, senna('s'), both)) assert.deepEqual(found.cautions, []);
  const basedOn = [{ reference: 'MedicationRequest/plan' }];
  const plan = request('plan', { intent: 'plan', medicationCodeableConcept: { text: 'Apixaban' } });
  const named = list(['MedicationRequest/plan', 'MedicationStatement/s']);
  assert.deepEqual(apixaban(statement('a', { basedOn }), plan, senna('s'), named), NOTHING);
});

test('a list that is older, partial, of changes, retired or incomplete leaves nothing out', () => {
  for (const fields of [
    { date: '2026-05-01' },
    { title: 'Repeat medication' },
    { mode: 'changes' },
    { status: 'retired' },
    { entry: [{ item: { reference: 'MedicationStatement/s' } }, { item: { display: 'A blood thinner' } }] },
    { entry: [] },
  ]) {
    const made = list(['MedicationStatement/s'], fields);
    assert.deepEqual(apixaban(statement('a', { dateAsserted: '2026-05-02' }), senna('s'), made), NOTHING);
  }
});

test('a stopped medicine that is still on a list of current ones says so', () => {
  const stopped = (fields: Json = {}) => statement('a', { status: 'stopped', ...fields });
  const on = (fields: Json = {}) => list(['MedicationStatement/a'], fields);
  assert.deepEqual(apixaban(stopped(), on()), against('still on a list'));
  // A history also lists ended items, and a list from before the stop may have been right.
  assert.deepEqual(apixaban(stopped(), on({ mode: 'snapshot', title: 'Medications' })), NOTHING);
  const effectivePeriod = { start: '2020', end: '2026-11-01' };
  assert.deepEqual(apixaban(stopped({ effectivePeriod }), on()), NOTHING);
  const flag = { text: 'Ceased' };
  const item = { reference: 'MedicationStatement/a' };
  assert.deepEqual(apixaban(stopped(), on({ entry: [{ item, flag }] })), NOTHING);
});

test('the same applies to allergies', () => {
  const made = list(['AllergyIntolerance/b', 'AllergyIntolerance/c'], { title: 'Current allergies' });
  const resolved = { clinicalStatus: hl7('allergyintolerance-clinical', 'resolved') };
  const found = value('allergies', [
    allergy('a', 'Penicillin'),
    allergy('b', 'Latex'),
    allergy('c', 'Eggs', resolved),
    made,
  ]);
  assert.deepEqual(
    found.map(({ substance, more }) => [substance, more?.map(({ name }) => name)]),
    [
      ['Penicillin', ['missing from a list']],
      ['Latex', undefined],
      ['Eggs', ['still on a list']],
    ],
  );
});
