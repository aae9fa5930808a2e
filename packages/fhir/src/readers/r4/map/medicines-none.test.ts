import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, content, fate, snomed, type Json } from '../../../record.fixtures.ts';

const statement = (id: string, concept: Json, fields: Json = {}): Json =>
  about('MedicationStatement', id, { status: 'active', medicationCodeableConcept: concept, ...fields });
const nones = (...resources: readonly Json[]) => {
  const found = content('medicines', resources);
  if (found.kind === 'recorded') return found.nones?.map(({ scope, cautions }) => [scope, cautions]) ?? [];
  return found.kind === 'recorded-as-none'
    ? found.statements.map(({ scope, cautions }) => [scope, cautions])
    : found.kind;
};
const NONE = snomed('787481004', 'No known medications');

test('"no known medications" by its code is a confirmed statement of none, and no medicine', () => {
  assert.deepEqual(nones(statement('n', NONE)), [['all', []]]);
});

test('the same applies to a request, and to a Medication or the words of a reference', () => {
  const request = (fields: Json) =>
    about('MedicationRequest', 'n', { status: 'active', intent: 'order', ...fields });
  assert.deepEqual(nones(request({ medicationCodeableConcept: NONE })), [['all', []]]);
  const medication = { resourceType: 'Medication', id: 'm', code: NONE };
  assert.deepEqual(nones(request({ medicationReference: { reference: 'Medication/m' } }), medication), [
    ['all', []],
  ]);
  assert.deepEqual(nones(request({ medicationReference: { display: 'No current medication' } })), [
    ['all', ['unconfirmed']],
  ]);
});

test('"no repeat medication" covers a part, and "unknown" covers nothing', () => {
  assert.deepEqual(nones(statement('n', { text: 'No repeat medication' })), [['part', ['unconfirmed']]]);
  assert.equal(nones(statement('n', { text: 'Unknown' })), 'not-recorded');
});

test('"no known medications" beside a medicine in use is shown, and contradicted', () => {
  assert.deepEqual(nones(statement('n', NONE), statement('a', { text: 'Ramipril 5 mg capsules' })), [
    ['all', ['contradicted']],
  ]);
});

test('beside a stopped medicine it is not contradicted', () => {
  const stopped = statement('a', { text: 'Ramipril 5 mg capsules' }, { status: 'stopped' });
  assert.deepEqual(nones(statement('n', NONE), stopped), [['all', []]]);
});

test('beside an order that a medicine must not be given it is not contradicted', () => {
  const forbidden = about('MedicationRequest', 'a', {
    status: 'active',
    intent: 'order',
    doNotPerform: true,
    medicationCodeableConcept: { text: 'Ibuprofen' },
  });
  assert.deepEqual(nones(statement('n', NONE), forbidden), [['all', []]]);
});

test('a statement of none that was stopped says nothing any more', () => {
  assert.deepEqual(fate('n', [statement('n', NONE, { status: 'stopped' })]), {
    state: 'set-aside',
    why: 'not-in-force',
  });
});

test('a statement of none whose time has passed says nothing any more, and a future one nothing yet', () => {
  const during = (effectivePeriod: Json) =>
    statement('n', NONE, { dateAsserted: '2025-01-01', effectivePeriod });
  assert.deepEqual(fate('n', [during({ end: '2026-01-01' })]), { state: 'set-aside', why: 'not-in-force' });
  assert.equal(nones(during({ start: '2027-01-01' })), 'not-recorded');
  assert.deepEqual(nones(during({ start: '2025-01-01', end: '2027-01-01' })), [['all', []]]);
});

test('a statement of none of unknown status is unconfirmed, and a reason beside it limits it', () => {
  assert.deepEqual(nones(statement('n', NONE, { status: 'unknown' })), [['all', ['unconfirmed']]]);
  for (const fields of [
    { statusReason: [{ text: 'Not asked' }] },
    { reasonCode: [{ text: 'except eye drops' }] },
  ])
    assert.deepEqual(nones(statement('n', NONE, fields)), [['part', []]]);
});

test('"unknown" with a dose is a medicine that nobody could name', () => {
  const dosage = [{ text: 'one blue tablet at night' }];
  const found = content('medicines', [statement('n', { text: 'Unknown' }, { dosage })]);
  assert.ok(found.kind === 'recorded');
  assert.deepEqual(
    found.value.medicines.map(({ generic, instructions }) => [generic, instructions]),
    [['Unknown', 'one blue tablet at night']],
  );
});

test('a medicine that is named beside a code for none is a medicine', () => {
  const found = content('medicines', [statement('n', { ...NONE, text: 'Ramipril 5 mg capsules' })]);
  assert.ok(found.kind === 'recorded');
  assert.equal(found.value.medicines[0]?.generic, 'Ramipril 5 mg capsules');
});
