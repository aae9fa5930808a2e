import assert from 'node:assert/strict';
import { test } from 'node:test';
import { versionOf, versionShownBy } from './fhir-version.ts';
import { about, allergy, build, fate, section, value, type Json } from './record.fixtures.ts';

const oddAllergy = { ...allergy('a', 'Latex'), clinicalStatus: 'active' };

test('one odd status does not refuse a whole record: only its own resource is set aside, with a gap', () => {
  const problem = about('Condition', 'c', { code: { text: 'Asthma' } });
  assert.equal(value('problems', [oddAllergy, problem])[0]?.text, 'Asthma');
  assert.deepEqual(fate('a', [oddAllergy, problem]), { state: 'set-aside', why: 'another-version' });
  assert.equal(section('allergies', [oddAllergy, problem]).state, 'failed');
  assert.equal(section('identity', [oddAllergy]).state, 'known');
});

test('a record in which most resources show another version is refused as a whole', () => {
  const stu3 = [oddAllergy, { ...allergy('b', 'Nuts'), assertedDate: '2020', clinicalStatus: 'active' }];
  assert.equal(versionOf(stu3), 'STU3');
  assert.equal(section('identity', stu3).state, 'failed');
});

test('with as many R4 resources as others, the R4 resources are read and the others set aside', () => {
  const r4 = allergy('r', 'Latex');
  assert.equal(versionOf([r4, { ...oddAllergy, assertedDate: '2020' }]), 'R4');
});

const request = (fields: Json): Json =>
  about('MedicationRequest', 'm', {
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: 'Digoxin' },
    ...fields,
  });
const statement = (fields: Json): Json =>
  about('MedicationStatement', 's', {
    status: 'active',
    medicationCodeableConcept: { text: 'Digoxin' },
    ...fields,
  });
const ten = { value: 10, unit: 'mg' };

for (const [version, resource] of [
  ['STU3', request({ dosageInstruction: [{ doseQuantity: ten }] })],
  ['STU3', statement({ taken: 'n' })],
  ['STU3', statement({ dosage: [{ text: 'x' }, { doseRange: { low: ten } }] })],
  ['DSTU2', statement({ wasNotTaken: true })],
  ['DSTU2', statement({ dosage: [{ quantityQuantity: ten }] })],
  ['R5', statement({ medicationCodeableConcept: undefined, medication: { concept: { text: 'Digoxin' } } })],
  ['R5', statement({ adherence: { code: { text: 'Not taking' } } })],
  ['DSTU2', { resourceType: 'Immunization', wasNotGiven: true }],
  ['STU3', { resourceType: 'Immunization', notGiven: true }],
  ['STU3', { resourceType: 'Consent', except: [{ type: 'deny' }] }],
] as const) {
  const [sign] = Object.keys(resource).slice(-1);
  test(`a single ${resource['resourceType'] as string} of ${version} (${sign}) is not read as R4 with half of it lost`, () => {
    assert.equal(versionShownBy(resource), version);
    const { view, ledger } = build([resource]);
    assert.ok(!JSON.stringify(view).includes('Digoxin'));
    assert.ok(ledger.every(({ outcome }) => outcome.state !== 'shown' || outcome.sections[0] === 'identity'));
  });
}
