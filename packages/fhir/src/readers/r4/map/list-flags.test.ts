import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, allergy, hl7, section, value, type Json } from '../../../record.fixtures.ts';
import { only, request, statement } from './medicine.fixtures.ts';

const FLAGS = 'urn:oid:1.2.36.1.2001.1001.101.104.16592';
const coded = (code: string, display?: string): Json => ({ coding: [{ system: FLAGS, code, display }] });
const list = (to: string, flag: Json, fields: Json = {}): Json =>
  about('List', 'l', {
    status: 'current',
    mode: 'working',
    title: 'Medication list',
    entry: [{ flag, item: { reference: to } }],
    ...fields,
  });
const medicine = (flag: Json, fields: Json = {}, own: Json = {}) =>
  only(statement('m', own), list('MedicationStatement/m', flag, fields));

for (const [flag, said] of [
  [coded('03', 'Cancelled'), 'Cancelled'],
  [coded('05', 'Ceased'), 'Ceased'],
  [coded('06'), 'Suspended'],
  [{ text: 'Stopped by GP' }, 'Stopped by GP'],
] as const)
  test(`a list that calls an active medicine "${said}" contradicts it, and both are shown`, () => {
    const found = medicine(flag);
    assert.equal(found.status, 'in-use');
    assert.deepEqual(found.cautions, ['contradicted']);
    assert.deepEqual(found.more, [{ name: 'flag on a list', text: said }]);
  });

test('a flag with unknown words is shown, and contradicts nothing', () => {
  const found = medicine({ text: 'Query with pharmacy' });
  assert.deepEqual(
    [found.cautions, found.more],
    [[], [{ name: 'flag on a list', text: 'Query with pharmacy' }]],
  );
});

test('"unchanged", "changed" and "prescribed" contradict nothing', () => {
  for (const flag of [coded('01'), coded('02'), coded('04'), { text: 'Unchanged' }]) {
    const { cautions, more } = medicine(flag);
    assert.deepEqual([cautions, more], [[], undefined]);
  }
});

test('the flag of a stopped medicine, or of a retired list, says nothing', () => {
  assert.deepEqual(medicine(coded('05'), {}, { status: 'stopped' }).cautions, []);
  assert.deepEqual(medicine(coded('05'), { status: 'retired' }).cautions, []);
});

test('a list made before the record says nothing about it', () => {
  const asserted = { dateAsserted: '2026-05-03' };
  assert.deepEqual(medicine(coded('05'), { date: '2026-05-02' }, asserted).cautions, []);
  assert.deepEqual(medicine(coded('05'), { date: '2026-05-03' }, asserted).cautions, ['contradicted']);
});

test('the same applies to a prescription, an allergy and a problem', () => {
  const ceased = (to: string) => list(to, coded('05'));
  assert.deepEqual(only(request('r'), ceased('MedicationRequest/r')).cautions, ['contradicted']);
  const penicillin = allergy('a', 'Penicillin');
  assert.deepEqual(value('allergies', [penicillin, ceased('AllergyIntolerance/a')])[0]?.cautions, [
    'contradicted',
  ]);
  const problem = about('Condition', 'c', {
    clinicalStatus: hl7('condition-clinical', 'active'),
    code: { text: 'Asthma' },
  });
  assert.deepEqual(value('problems', [problem, ceased('Condition/c')])[0]?.cautions, ['contradicted']);
});

test('the flag of an entry without a record is shown with the entry', () => {
  const entry = [
    { flag: coded('05', 'Ceased'), item: { display: 'Amlodipine' } },
    { flag: { text: 'Held' } },
  ];
  const found = section('medicines', [statement('m'), list('', {}, { entry })]);
  assert.ok(found.state === 'known');
  const what = 'Medication list: Amlodipine (Ceased), an entry without a record (Held)';
  assert.deepEqual(found.gaps, [{ why: 'more', what }]);
});

test('an entry that a list took off is contradicted, with or without a flag that says why', () => {
  const off = list('', {}, { entry: [{ deleted: true, item: { reference: 'MedicationStatement/m' } }] });
  const { cautions, more } = only(statement('m'), off);
  assert.deepEqual(cautions, ['contradicted']);
  assert.deepEqual(more, [{ name: 'flag on a list', text: 'taken off the list' }]);
});

test('a list of stopped medicines contradicts a medicine in use that is on it', () => {
  const entry = [{ item: { reference: 'MedicationStatement/m' } }];
  const stopped = list('', {}, { title: 'Stopped medication', entry });
  const { cautions, more } = only(statement('m'), stopped);
  assert.deepEqual(
    [cautions, more],
    [['contradicted'], [{ name: 'flag on a list', text: 'on “Stopped medication”' }]],
  );
  const off = list('', {}, { title: 'Stopped medication', entry: [{ ...entry[0], deleted: true }] });
  assert.deepEqual(only(statement('m'), off).cautions, []);
  const history = list('', {}, { title: 'Past medical history', entry });
  assert.deepEqual(only(statement('m'), history).cautions, []);
});
