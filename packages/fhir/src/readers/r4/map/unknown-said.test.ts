import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, allergy, content } from '../../../record.fixtures.ts';
import { saysUnknown } from './unknown-said.ts';

for (const text of [
  'Unable to obtain - confused',
  'Unable to obtain as patient lacks capacity',
  'Allergies not checked',
  'Drug allergies not known',
  'Unknown - awaiting GP summary',
  'Patient unable to say',
  'Pt doesn’t know',
  'Cannot recall',
  'Not available at time of assessment',
  'No record of allergies',
  'No information on drug allergies',
  'See GP record',
  'As per MAR',
  'Awaiting TTOs',
  'Medication list unavailable',
  'Allergies?',
])
  test(`"${text}" says that nobody knows`, () => assert.ok(saysUnknown(text)));

for (const text of [
  'Unknown - daughter says penicillin',
  'Penicillin - not confirmed',
  'Drug allergy, details not known',
  'Adverse reaction - details not recorded',
  'Allergic, unsure what to',
  'Has allergies, unable to say which',
  'Unknown antibiotic',
  'Unknown drug',
  'Drug reaction?',
  'Unsure - ?elastoplast',
  'See note',
  'Latex',
  'Allergies',
  'Blister pack',
])
  test(`"${text}" may name something`, () => assert.ok(!saysUnknown(text)));

test('neither an allergy nor a medicine comes of words that say that nobody knows', () => {
  for (const text of ['Unable to obtain - confused', 'See discharge summary', 'Not checked']) {
    const taken = about('MedicationStatement', 'm', {
      status: 'active',
      medicationCodeableConcept: { text },
    });
    for (const [name, record] of [
      ['allergies', allergy('a', text)],
      ['medicines', taken],
    ] as const) {
      const said = content(name, [record]);
      assert.ok(said.kind === 'not-recorded', `${name}: ${text}`);
      assert.deepEqual(
        said.statements?.map((one) => one.text),
        [text],
      );
    }
  }
});

test('what nobody wrote is no “none”', () => {
  for (const text of [
    'No record of allergies',
    'No record of penicillin allergy',
    'No recorded latex allergy',
  ])
    assert.equal(content('allergies', [allergy('a', text)]).kind, 'not-recorded', text);
});

test('"unknown" with a note of a reaction is an allergy to something that nobody could name', () => {
  const said = (text: string) => content('allergies', [allergy('a', 'Unknown', { note: [{ text }] })]);
  for (const text of ['Reacted to an antibiotic in 1980', 'Came out in a rash with a tablet']) {
    const found = said(text);
    assert.ok(found.kind === 'recorded', text);
    assert.equal(found.value.length, 1);
  }
  for (const text of ['No reaction to anything known', 'Patient confused'])
    assert.equal(said(text).kind, 'not-recorded', text);
});
