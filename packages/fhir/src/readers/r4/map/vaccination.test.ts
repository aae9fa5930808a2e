import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, observation, value, type Json } from '../../../record.fixtures.ts';

const given = (fields: Json = {}, beside: readonly Json[] = []) =>
  value('events', [
    about('Immunization', 'v', {
      status: 'completed',
      vaccineCode: { text: 'Influenza vaccine' },
      occurrenceDateTime: '2026-10-01',
      ...fields,
    }),
    ...beside,
  ]).find(({ kind }) => kind === 'vaccination');

test('a declined vaccine did not take place, with the reason, and without one nothing is invented', () => {
  assert.deepEqual(given({ status: 'not-done', statusReason: { text: 'Patient declined' } })?.notDone, {
    why: 'Patient declined',
  });
  assert.deepEqual(given({ status: 'not-done' })?.notDone, { why: null });
  assert.equal(given()?.notDone, null);
});

test('a reason beside a completed vaccine is shown', () => {
  assert.equal(given({ statusReason: { text: 'Given abroad' } })?.text, 'Influenza vaccine, Given abroad');
});

for (const [name, fields, text] of [
  [
    'the number of the dose',
    { protocolApplied: [{ doseNumberPositiveInt: 2, seriesDosesPositiveInt: 3 }] },
    'dose 2 of 3',
  ],
  ['a number in words', { protocolApplied: [{ doseNumberString: 'booster' }] }, 'dose booster'],
  ['the series', { protocolApplied: [{ series: 'Autumn 2026' }] }, 'Autumn 2026'],
  ['the disease', { protocolApplied: [{ targetDisease: [{ text: 'Influenza' }] }] }, 'against Influenza'],
  [
    'whose programme',
    { protocolApplied: [{ authority: { display: 'NHS England' } }] },
    'programme of NHS England',
  ],
  ['the amount', { doseQuantity: { value: 0.5, unit: 'mL' } }, '0.5 mL'],
  ['the amount, its unit a code alone', { doseQuantity: { value: 0.5, code: 'mL' } }, '0.5 mL'],
  ['the amount without a unit', { doseQuantity: { value: 2 } }, '2'],
  ['the reason', { reasonCode: [{ text: 'Lives in a care home' }] }, 'given because of Lives in a care home'],
  [
    'an occurrence in words',
    { occurrenceDateTime: undefined, occurrenceString: 'in the 1970s' },
    'in the 1970s',
  ],
  [
    'the reaction',
    { reaction: [{ date: '2026-10-02', detail: { display: 'Syncope' }, reported: true }] },
    'reaction afterwards: Syncope, 02-Oct-2026, as the resident or their family reported it',
  ],
  [
    'that the dose does not count',
    { isSubpotent: true, subpotentReason: [{ text: 'Cold chain break' }] },
    'this dose does not count (subpotent): Cold chain break',
  ],
] as const)
  test(`a vaccination shows ${name}`, () => {
    assert.equal(given(fields)?.text, `Influenza vaccine, ${text}`);
  });

test('a reaction and a reason are shown by their records, and a missing record is shown as missing', () => {
  const syncope = observation('o', { text: 'Syncope' }, {});
  const reference = { reference: 'Observation/o' };
  const found = given(
    { reaction: [{ detail: reference }], reasonReference: [{ reference: 'Condition/gone' }] },
    [syncope],
  );
  assert.equal(found?.text, 'Influenza vaccine, reaction afterwards: Syncope');
  assert.deepEqual(
    found?.more?.map(({ name }) => name),
    ['reason'],
  );
});

test('the procedure shows the number of the dose where the vaccine does not', () => {
  const url = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-VaccinationProcedure';
  const extension = [{ url, valueCodeableConcept: { text: 'Second dose given' } }];
  assert.equal(given({ extension })?.text, 'Influenza vaccine (Second dose given)');
});

test('the note and the person who gave it stay with it, and a future date is shown', () => {
  const found = given({
    note: [{ text: 'Fainted afterwards' }],
    performer: [{ actor: { display: 'Nurse Holt' } }],
    occurrenceDateTime: '2027-10-01',
  });
  assert.deepEqual(
    [found?.notes?.[0]?.text, found?.by?.name, found?.cautions],
    ['Fainted afterwards', 'Nurse Holt', ['future-dated']],
  );
});

test('a vaccination that is recorded as done under a name that denies it contradicts itself', () => {
  for (const text of ['Influenza vaccination declined', 'COVID-19 vaccine not given'])
    assert.deepEqual(given({ vaccineCode: { text } })?.cautions, ['contradicts-itself'], text);
});
