import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NONE_WORDS } from '../../../codes/none-words.ts';
import { NEGATIONS } from '../../../codes/negations.ts';
import { snomed } from '../../../record.fixtures.ts';
import { noneSaid, wordsSay } from './none-said.ts';

const said = (text: string) => wordsSay('allergies', text);

test('the tables have more than 60 wordings of "none", and none of them twice', () => {
  for (const [section, byReach] of Object.entries(NONE_WORDS)) {
    const all = Object.values(byReach).flat();
    assert.equal(new Set(all).size, all.length, section);
    assert.ok((byReach.all ?? []).length >= 25, section);
  }
  assert.ok(Object.values(NONE_WORDS.allergies).flat().length > 60);
});

for (const [text, reach] of [
  ['None known', ['all']],
  ['Nil known', ['all']],
  ['NKA', ['all']],
  ['N.K.A.', ['all']],
  ['No allergies', ['all']],
  ['No Known Allergies (NKA)', ['all']],
  ['Patient states no allergies', ['all']],
  ['Daughter reports that she has no known allergies', ['all']],
  ['No known allergy (situation)', ['all']],
  ['No known allergies at present', ['all']],
  ['No known allergies reported', ['all']],
  ['No allergies identified', ['all']],
  ['Denies any known allergies', ['all']],
  ['Nil allergies known', ['all']],
  ['No known allergies/intolerances', ['all']],
  ['Allergies reviewed - none', ['all']],
  ['Patient has no known allergies', ['all']],
  ['Patient has no known drug allergies', ['drug']],
  ['None of note', ['part']],
  ['NKDA', ['drug']],
  ['n.k.d.a', ['drug']],
  ['No Known Drug Allergies (NKDA)', ['drug']],
  ['Nil known drug allergies', ['drug']],
  ['NKFA', ['food']],
  ['No known latex allergy (situation)', ['latex']],
  ['No known Hevea brasiliensis latex allergy', ['latex']],
  ['No known contrast allergy', ['contrast']],
  ['No known animal allergy', ['animal']],
  ['No known insect allergy', ['insect']],
  ['No known environmental allergies', ['environment']],
  ['No known drug or food allergies', ['drug', 'food']],
  ['No known drug, food or latex allergy', ['drug', 'food', 'latex']],
  ['No known allergies to medicines', ['drug']],
  ['No Known Allergies (Other Types)', ['other']],
  ['No known penicillin allergy', ['part']],
  ['No seasonal allergies', ['part']],
  ['Not allergic to penicillin', ['part']],
] as const) {
  test(`"${text}" says that there is none of ${reach.join(' and ')}`, () => {
    assert.deepEqual(said(text), reach);
  });
}

for (const text of [
  'Unknown',
  'Allergy status not assessed',
  'Allergies not yet verified',
  'Allergies not on file',
  'Not on file',
  'No drug allergies recorded',
  'Not known',
  'N/A',
  'n/k',
  'Not asked',
  'No allergies recorded',
  'None documented',
])
  test(`"${text}" says that nobody knows, which is not "none"`, () => {
    assert.equal(said(text), 'unknown');
  });

for (const text of [
  'No known allergies except plasters',
  'NKDA but reacts to latex',
  'No known drug allergies other than trimethoprim',
  'Nilotinib',
  'Nonoxinol',
  'Penicillin',
  'Nut allergy, no known reaction',
])
  test(`"${text}" is not read as "none"`, () => {
    assert.equal(said(text), null);
  });

for (const [section, text, reach] of [
  ['medicines', 'No known medications', ['all']],
  ['medicines', 'Not on any medication', ['all']],
  ['medicines', 'No repeat medication', ['part']],
  ['medicines', 'No over the counter medicines', ['part']],
  ['medicines', 'Medication unknown', 'unknown'],
  ['problems', 'No current problems or disability', ['all']],
  ['problems', 'No known conditions', ['all']],
  ['problems', 'Nil of note', ['part']],
  ['problems', 'No history of falls', ['part']],
  ['problems', 'No fixed abode', null],
  ['problems', 'No light perception', null],
] as const)
  test(`"${text}" among ${section} is read by how far it reaches`, () => {
    assert.deepEqual(wordsSay(section, text), reach);
  });

test('each code says what its table says, whatever words came with it', () => {
  for (const { section, system, code, reach } of NEGATIONS) {
    const found = noneSaid(section, { coding: [{ system, code }] });
    assert.deepEqual([found.reach, found.unknown], reach === 'unknown' ? [[], true] : [[reach], false], code);
    assert.ok(found.coded && found.named === null, code);
  }
});

test('of a code and words the narrower counts, and words with an exception narrow the code', () => {
  const beside = (text: string) =>
    noneSaid('allergies', { ...snomed('716186003', 'No known allergy'), text });
  assert.deepEqual(beside('No known drug allergies').reach, ['drug']);
  assert.deepEqual(beside('No known allergies').reach, ['all']);
  assert.deepEqual(beside('No known allergies except plasters').reach, ['part']);
  assert.equal(beside('No known allergies except plasters').text, 'No known allergies except plasters');
});

test('a substance in words beside a code for none is named, and the statement keeps its own words', () => {
  const found = noneSaid('allergies', { ...snomed('716186003', 'No known allergy'), text: 'Penicillin' });
  assert.deepEqual(
    [found.reach, found.text, found.named],
    [['all'], 'No known allergy', { coding: [], text: 'Penicillin' }],
  );
});

test('"no known allergy" in place of a medicine is no medicine, and says nothing about medicines', () => {
  assert.deepEqual(noneSaid('medicines', snomed('716186003')).reach, ['part']);
});

test('words beside a null flavour are the name', () => {
  const nullFlavor = { system: 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor', code: 'NI' };
  assert.deepEqual(noneSaid('allergies', { coding: [nullFlavor], text: 'Plasters' }).named, {
    coding: [],
    text: 'Plasters',
  });
  assert.equal(noneSaid('allergies', { coding: [nullFlavor] }).unknown, true);
});

test('"nil regular medication" is no medicine, and says nothing about medicines taken when required', () => {
  for (const text of ['Nil regular medication', 'Nil repeat medicines', 'Not on any regular medication'])
    assert.deepEqual(wordsSay('medicines', text), ['part'], text);
  assert.deepEqual(said('Denies allergy'), ['all']);
  assert.deepEqual(said('Allergy: none'), ['all']);
  assert.equal(said('Patient not asked'), 'unknown');
});
