import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { build } from './record.fixtures.ts';
import { readText } from './read-text.ts';
import { recognise } from './recognise.ts';

for (const [name, resource, version] of [
  [
    'a GP Connect profile',
    {
      resourceType: 'Patient',
      meta: { profile: ['https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Patient-1'] },
    },
    'STU3',
  ],
  ['a status that is text', { resourceType: 'AllergyIntolerance', clinicalStatus: 'active' }, 'STU3'],
  [
    'a UK Core profile',
    {
      resourceType: 'Patient',
      meta: { profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient'] },
    },
    'R4',
  ],
  ['a status that is a concept', { resourceType: 'Condition', clinicalStatus: { coding: [] } }, 'R4'],
  [
    'a medicine that is a CodeableReference',
    { resourceType: 'MedicationRequest', medication: { concept: {} } },
    'R5',
  ],
  ['a type that R4 does not have', { resourceType: 'ProcedureRequest' }, 'STU3'],
  ['an order of DSTU2', { resourceType: 'MedicationOrder' }, 'DSTU2'],
  ['a number that it states', { resourceType: 'CapabilityStatement', fhirVersion: '4.3.0' }, 'R4B'],
  ['nothing against R4', { resourceType: 'Patient' }, 'R4'],
] as const) {
  test(`${version} is recognised by ${name}`, () => assert.equal(recognise(resource).version, version));
}

for (const [text, version] of [
  ['<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3">', 'CDA'],
  ['<Patient xmlns="http://hl7.org/fhir">', 'FHIR XML'],
  ['MSH|^~\\&|A|B', 'HL7 v2'],
  ['hello', 'unknown'],
] as const) {
  test(`text that is ${version} is named`, () => assert.equal(recognise(text).version, version));
}

test('a value that is not FHIR is unknown', () => {
  for (const value of [null, 7, [], {}, { resource: 1 }]) assert.equal(recognise(value).version, 'unknown');
});

test('another version is named but not read: every section fails as unsupported, and every resource is set aside', () => {
  const stu3 = [
    { resourceType: 'Patient', id: 'p1', animal: {} },
    {
      resourceType: 'AllergyIntolerance',
      id: 'a',
      clinicalStatus: 'active',
      patient: { reference: 'Patient/p1' },
    },
  ];
  const { view, ledger } = build([], { resources: stu3 });
  for (const section of Object.values(view.sections)) {
    assert.deepEqual(section, {
      state: 'failed',
      error: { code: 'unsupported' },
      at: '2026-11-21T09:30:00Z',
    });
  }
  assert.ok(
    ledger.every(({ outcome }) => outcome.state === 'set-aside' && outcome.why === 'another-version'),
  );
});

test('one record of another version among R4 records is set aside, and the section says that it could not be read', () => {
  const odd = {
    resourceType: 'Condition',
    id: 'c',
    clinicalStatus: 'active',
    assertedDate: '2026',
    subject: { reference: 'Patient/p1' },
  };
  const r4 = Array.from({ length: 3 }, (_, index) => ({
    resourceType: 'Goal',
    id: `g${index}`,
    lifecycleStatus: 'active',
    description: { text: 'Walk' },
    subject: { reference: 'Patient/p1' },
  }));
  const { view, ledger } = build([odd, ...r4]);
  assert.deepEqual(ledger[1]?.outcome, { state: 'set-aside', why: 'another-version' });
  assert.equal(view.sections.problems.state, 'failed');
});

const folder = new URL('../../../../shared/data/nhs/gpconnect-stu3/', import.meta.url);
test(
  'the GP Connect records are recognised as STU3',
  { skip: existsSync(folder) ? false : 'the records are not on this machine' },
  () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    assert.ok(files.length > 0);
    for (const name of files) {
      const { entries } = readText(readFileSync(new URL(name, folder), 'utf8'));
      assert.equal(recognise(entries).version, 'STU3', name);
    }
  },
);
