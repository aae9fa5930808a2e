import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SECTION_ORDER } from '@ehch/clinical';
import { allergy, build, fate, section, value, type Json } from './record.fixtures.ts';

const NHS = 'https://fhir.nhs.uk/Id/nhs-number';
const ivy: Json = {
  resourceType: 'Patient',
  id: '7',
  name: [{ family: 'Holloway', given: ['Ivy'] }],
  birthDate: '1936-02-11',
};
const ned: Json = { ...ivy, name: [{ family: 'Brierley', given: ['Ned'] }], birthDate: '1941-08-30' };
const at = (server: string, resource: Json, path = `Patient/7`) => ({
  fullUrl: `https://${server}.example/fhir/${path}`,
  resource,
});
const penicillin = { ...allergy('pen', 'Penicillin'), patient: { reference: 'Patient/7' } };
const peanut = { ...allergy('nut', 'Peanut'), patient: { reference: 'Patient/7' } };

function viewOf(resources: readonly unknown[], patient = '7') {
  return build([], { resources, patient });
}

function showsNobody(resources: readonly unknown[], patient = '7') {
  const { view } = viewOf(resources, patient);
  for (const name of SECTION_ORDER) {
    assert.deepEqual(view.sections[name], {
      state: 'failed',
      error: { code: 'two-people' },
      at: '2026-11-21T09:30:00Z',
    });
  }
  assert.ok(!/Penicillin|Peanut|Holloway|Brierley/.test(JSON.stringify(view)));
}

test('two people under one id on two servers are not joined: nobody is shown, and no section', () => {
  showsNobody([
    at('one', ivy),
    at('two', ned),
    at('one', penicillin, 'AllergyIntolerance/pen'),
    at('two', peanut, 'AllergyIntolerance/nut'),
  ]);
});

test('two people under one id without an address are not joined either, in any order', () => {
  showsNobody([ivy, ned, penicillin, peanut]);
  showsNobody([peanut, ned, penicillin, ivy]);
});

test('a later version with another NHS number is another person, whatever its meta says', () => {
  const version = (patient: Json, number: string, versionId: string): Json => ({
    ...patient,
    identifier: [{ system: NHS, value: number }],
    meta: { versionId },
  });
  showsNobody([version(ivy, '9990000018', '1'), version(ivy, '9990000026', '2'), penicillin]);
  showsNobody([
    { ...ivy, meta: { versionId: '1' } },
    { ...ned, meta: { versionId: '2' } },
  ]);
});

test('a later version with a corrected birth date or a new family name is the same person', () => {
  const first = { ...ivy, meta: { versionId: '1' } };
  for (const change of [
    { birthDate: '1936-02-12' },
    { name: [{ family: 'Marsh', given: ['Ivy'] }] },
    { birthDate: '1936' },
  ]) {
    const { view } = viewOf([first, { ...ivy, ...change, meta: { versionId: '2' } }, penicillin]);
    assert.equal(view.sections.identity.state, 'known');
    assert.equal(view.sections.allergies.state, 'known');
  }
});

test('the full address shows one of the two, with that person’s own records alone', () => {
  const resources = [
    at('one', ivy),
    at('two', ned),
    at('one', penicillin, 'AllergyIntolerance/pen'),
    at('two', peanut, 'AllergyIntolerance/nut'),
  ];
  const { view } = viewOf(resources, 'https://one.example/fhir/Patient/7');
  const text = JSON.stringify(view);
  assert.ok(text.includes('Penicillin') && !text.includes('Peanut'));
});

test('a record without an address that names an id of two people is nobody’s, and leaves a gap', () => {
  const { view } = viewOf([at('one', ivy), at('two', ned), penicillin], 'https://one.example/fhir/Patient/7');
  assert.equal(view.sections.allergies.state, 'failed');
  assert.ok(!JSON.stringify(view).includes('Penicillin'));
});

test('records of two servers about one id are not joined to a Patient of unknown address', () => {
  const { view } = viewOf([
    ivy,
    at('one', penicillin, 'AllergyIntolerance/pen'),
    at('two', peanut, 'AllergyIntolerance/nut'),
  ]);
  assert.equal(view.sections.allergies.state, 'failed');
  assert.ok(!/Penicillin|Peanut/.test(JSON.stringify(view)));
  // One server is the server of the resident.
  const one = viewOf([ivy, at('one', penicillin, 'AllergyIntolerance/pen')]);
  assert.ok(JSON.stringify(one.view).includes('Penicillin'));
});

test('an address that leads to nobody may be the resident’s, and takes "not recorded" away', () => {
  const urn = { reference: 'urn:uuid:8f0c3f5e-0000-4000-8000-000000000001' };
  assert.equal(section('allergies', [{ ...penicillin, patient: urn }]).state, 'failed');
  const other = { fullUrl: urn.reference, resource: ned };
  assert.equal(section('allergies', [other, { ...penicillin, patient: urn }]).state, 'known');
});

test('the same record twice is one, however its address is written', () => {
  const again = Object.fromEntries(Object.entries(penicillin).toReversed());
  const one = [ivy, penicillin, again];
  assert.equal(value('allergies', [], { resources: one, patient: '7' }).length, 1);
  const own = { ...penicillin, patient: { reference: 'Patient/p1' } };
  const addressed = at('one', own, 'AllergyIntolerance/pen');
  assert.equal(value('allergies', [addressed, own]).length, 1);
});

test('two contents under one id without a version are both shown, with the reason', () => {
  const mild = allergy('a', 'Latex', { criticality: 'low' });
  const severe = allergy('a', 'Latex', { criticality: 'high' });
  for (const order of [
    [mild, severe],
    [severe, mild],
  ]) {
    const found = value('allergies', order);
    assert.deepEqual(new Set(found.map(({ criticality }) => criticality)), new Set(['high', 'low']));
    for (const { cautions } of found) assert.ok(cautions.includes('two-versions'));
    // Their ids do not depend on the order of arrival.
    const high = found.find(({ criticality }) => criticality === 'high');
    assert.equal(high?.id, 'AllergyIntolerance/a~1');
  }
});

test('only meta that agrees with itself makes a record the older one', () => {
  const version = (text: string, meta: Json) => allergy('a', text, { meta });
  const older = version('Latex', { versionId: '1', lastUpdated: '2026-02-01T00:00:00Z' });
  const newer = version('Rubber', { versionId: '2', lastUpdated: '2026-01-01T00:00:00Z' });
  assert.equal(value('allergies', [older, newer]).length, 2);
  const silent = version('Rubber', {});
  assert.equal(value('allergies', [older, silent]).length, 2);
  assert.equal(
    value('allergies', [older, version('Rubber', { lastUpdated: '2026-03-01T00:00:00Z' })]).length,
    1,
  );
});

test('a copy with other security labels is not the same, because the label decides who may see it', () => {
  const open = allergy('a', 'Latex');
  const labelled = allergy('a', 'Latex', { meta: { security: [{ code: 'R' }] } });
  assert.equal(value('allergies', [open, labelled]).length, 2);
  const restricted = { ...ivy, meta: { security: [{ code: 'R' }] } };
  showsNobody([ivy, restricted, penicillin]);
});

test('a weekly methotrexate that arrived twice is never "stopped" alone', () => {
  const methotrexate = (fields: Json): Json => ({
    resourceType: 'MedicationRequest',
    id: 'm',
    subject: { reference: 'Patient/p1' },
    medicationCodeableConcept: { text: 'Methotrexate 2.5mg tablets' },
    dosageInstruction: [{ text: '10 mg once weekly' }],
    ...fields,
  });
  const active = methotrexate({ status: 'active', intent: 'order', authoredOn: '2026-06-01' });
  const completed = methotrexate({ status: 'completed', intent: 'order', authoredOn: '2026-06-08' });
  for (const order of [
    [active, completed],
    [completed, active],
  ]) {
    const { medicines } = value('medicines', order);
    assert.ok(medicines.some(({ status }) => status === 'in-use'));
    assert.ok(medicines.every(({ cautions }) => cautions.includes('two-versions')));
  }
});

test('a reference to a record in two versions means neither', () => {
  const product = (text: string): Json => ({ resourceType: 'Medication', id: 'x', code: { text } });
  const request = {
    resourceType: 'MedicationRequest',
    id: 'm',
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient/p1' },
    medicationReference: { reference: 'Medication/x' },
  };
  const text = JSON.stringify(build([request, product('Warfarin'), product('Digoxin')]).view);
  assert.ok(!/warfarin|digoxin/i.test(text));
});

test('the ledger says of each record that it was in doubt', () => {
  const resources = [ivy, ned, penicillin];
  assert.deepEqual(fate('pen', [], { resources, patient: '7' }), { state: 'set-aside', why: 'in-doubt' });
});
