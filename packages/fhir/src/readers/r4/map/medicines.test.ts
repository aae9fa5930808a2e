import assert from 'node:assert/strict';
import { test } from 'node:test';
import { content, fate, observation, snomed, section, type Json } from '../../../record.fixtures.ts';
import { listed, only, medication, request, statement } from './medicine.fixtures.ts';

const byReference = (reference: Json, extra: Json = {}): Json =>
  statement('m', { medicationCodeableConcept: undefined, medicationReference: reference, ...extra });

for (const [name, resources] of [
  ['contained', [byReference({ reference: '#c' }, { contained: [medication('c')] })]],
  ['relative', [byReference({ reference: 'Medication/x' }), medication('x')]],
  [
    'absolute',
    [
      byReference({ reference: 'https://fhir.example/r4/Medication/x' }),
      { fullUrl: 'https://fhir.example/r4/Medication/x', resource: medication('x') },
    ],
  ],
  [
    'urn',
    [
      byReference({ reference: 'urn:uuid:0b2f1e0c-8d5f-4b43-9a8e-0a4f3f0f2a11' }),
      { fullUrl: 'urn:uuid:0b2f1e0c-8d5f-4b43-9a8e-0a4f3f0f2a11', resource: medication('x') },
    ],
  ],
  ['versioned', [byReference({ reference: 'Medication/x/_history/2' }), medication('x')]],
] as const) {
  test(`a ${name} medication reference gives the name`, () => {
    assert.deepEqual(
      listed(...resources).map(({ generic, cautions }) => [generic, cautions]),
      [['Senna 7.5mg tablets', []]],
    );
  });
}

test('a reference without a record is shown by its words, and says that a record is missing', () => {
  const [found] = listed(byReference({ reference: 'Medication/gone', display: 'Senna' }));
  assert.deepEqual([found?.generic, found?.cautions], ['Senna', ['reference-missing']]);
});

test('an identifier alone is shown as a code', () => {
  const [found] = listed(
    byReference({ identifier: { system: 'https://dmd.nhs.uk', value: '39732311000001104' } }),
  );
  assert.deepEqual(
    [found?.generic, found?.cautions],
    ['39732311000001104', ['reference-missing', 'code-only']],
  );
});

test('a medicine without any name is not listed, and the section says that one could not be read', () => {
  const nameless = byReference({ reference: 'Medication/gone' });
  assert.deepEqual(fate('m', [nameless]), { state: 'unreadable', why: 'missing', path: 'medication' });
  assert.equal(section('medicines', [nameless]).state, 'failed');
});

test('a brand stands apart only by the trade family, and a form only by the Medication', () => {
  const trade = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-MedicationTradeFamily';
  const extension = [{ url: trade, valueCodeableConcept: snomed('9298001000001101', 'Eliquis') }];
  const branded = medication('x', { code: { text: 'Apixaban' }, form: { text: 'Tablet' }, extension });
  const [found] = listed(byReference({ reference: 'Medication/x' }), branded);
  assert.deepEqual([found?.generic, found?.brand, found?.form], ['Apixaban', 'Eliquis', 'Tablet']);
  const [whole] = listed(
    statement('w', {
      medicationCodeableConcept: { text: 'Adcal-D3 750mg/200unit chewable tablets (Kyowa Kirin Ltd)' },
    }),
  );
  assert.deepEqual(
    [whole?.generic, whole?.brand, whole?.form],
    ['Adcal-D3 750mg/200unit chewable tablets (Kyowa Kirin Ltd)', null, null],
  );
});

test('a medicine of a high-risk class is marked, and listed before the rest', () => {
  const found = listed(
    statement('a', { medicationCodeableConcept: { text: 'Aqueous cream' } }),
    statement('b', {}),
  );
  assert.deepEqual(
    found.map(({ highRisk }) => highRisk),
    [['anticoagulant'], []],
  );
});

test('an unknown modifier is shown with the medicine', () => {
  const modifierExtension = [{ url: 'https://example.org/x', valueBoolean: true }];
  assert.deepEqual(listed(statement('m', { dosage: [{ text: 'one', modifierExtension }] }))[0]?.cautions, [
    'unknown-modifier',
  ]);
});

test('"no known medications" is recorded as none, and not as a medicine', () => {
  const ips = 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips';
  const none = statement('n', {
    medicationCodeableConcept: {
      coding: [{ system: ips, code: 'no-known-medications', display: 'No known medications' }],
    },
  });
  assert.equal(content('medicines', [none]).kind, 'recorded-as-none');
  assert.equal(listed(none, statement('m', {})).length, 1);
});

test('a name that denies its medicine, or only asks, is in doubt', () => {
  const cautionsOf = (text: string) => only(statement('m', { medicationCodeableConcept: { text } })).cautions;
  for (const text of ['Patient not on warfarin', 'Not prescribed digoxin', 'Allergic to penicillin'])
    assert.deepEqual(cautionsOf(text), ['contradicts-itself'], text);
  assert.deepEqual(cautionsOf('?Apixaban'), ['unconfirmed']);
  for (const text of [
    'Allergy relief 10mg tablets',
    'Alendronic acid, not on an empty stomach',
    'Sensitive toothpaste',
  ])
    assert.deepEqual(cautionsOf(text), [], text);
});

test('a medicine that its name gives to somebody of the family is in doubt', () => {
  const read = (text: string) => {
    const { cautions, remarks } = only(statement('m', { medicationCodeableConcept: { text } }));
    return [cautions, remarks];
  };
  assert.deepEqual(read("Husband's warfarin"), [
    ['contradicts-itself'],
    ['about the family, by its own words'],
  ]);
  assert.deepEqual(read("Parkinson's: co-careldopa"), [[], undefined]);
});

test('an observation that is the reason for a medicine keeps its answer', () => {
  const reason = (fields: Json) => [
    observation('o', { text: 'Atrial fibrillation' }, fields),
    request('m', { reasonReference: [{ reference: 'Observation/o' }] }),
  ];
  assert.equal(only(...reason({ valueBoolean: false })).indication, 'Atrial fibrillation: no');
  assert.equal(
    only(...reason({ dataAbsentReason: { text: 'Not done' } })).indication,
    'Atrial fibrillation: Not done',
  );
  assert.equal(only(...reason({})).indication, 'Atrial fibrillation');
});
