import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, allergy, content, hl7, snomed, type Json } from '../../../record.fixtures.ts';

const NO_ALLERGY = snomed('716186003', 'No known allergy');
const NO_MEDICINES = snomed('787481004', 'No known medications');
const none = (fields: Json = {}, code: Json = NO_ALLERGY) => allergy('none', '', { code, ...fields });
const note = (...texts: readonly string[]): Json => ({ note: texts.map((text) => ({ text })) });
const said = (name: 'allergies' | 'medicines' | 'problems', resource: Json) => {
  const found = content(name, [resource]);
  return found.kind === 'recorded-as-none'
    ? found.statements.map(({ scope, text }) => [scope, text])
    : found.kind;
};

test('"no known allergy" with an exception in its note is no "none", and states the exception itself', () => {
  for (const exception of ['except penicillin', 'Penicillin', 'Penicillin gave her a rash in 1998'])
    assert.deepEqual(said('allergies', none(note(exception))), [['part', `No known allergy: ${exception}`]]);
  assert.deepEqual(said('allergies', none(note('except latex', 'See letter of 3 May'))), [
    ['part', 'No known allergy: except latex; See letter of 3 May'],
  ]);
});

test('a note that only says how somebody asked, or repeats "none", limits nothing', () => {
  for (const harmless of ['Confirmed with daughter', 'Checked with her son and the GP.', 'NKA', 'None known'])
    assert.deepEqual(said('allergies', none(note(harmless))), [['all', 'No known allergy']], harmless);
  assert.deepEqual(said('allergies', none(note('Confirmed with daughter: not penicillin'))), [
    ['part', 'No known allergy: Confirmed with daughter: not penicillin'],
  ]);
});

test('a note about one kind narrows "none of all"', () => {
  assert.deepEqual(said('allergies', none(note('No known drug allergies'))), [
    ['part', 'No known allergy: No known drug allergies'],
  ]);
});

test('an exception as the text beside the code, or in the words of the code, limits it', () => {
  assert.deepEqual(said('allergies', none({}, { ...NO_ALLERGY, text: 'Except penicillin' })), [
    ['part', 'No known allergy: Except penicillin'],
  ]);
  const words = 'No known allergy except penicillin';
  assert.deepEqual(said('allergies', none({}, snomed('716186003', words))), [['part', words]]);
});

test('"no medicines" with an exception in its note or its dosage is no "none"', () => {
  const statement = (fields: Json) =>
    about('MedicationStatement', 'n', {
      status: 'active',
      medicationCodeableConcept: NO_MEDICINES,
      ...fields,
    });
  assert.deepEqual(said('medicines', statement(note('except eye drops'))), [
    ['part', 'No known medications: except eye drops'],
  ]);
  assert.deepEqual(said('medicines', statement({ dosage: [{ text: 'Paracetamol when in pain' }] })), [
    ['part', 'No known medications: Paracetamol when in pain'],
  ]);
  assert.deepEqual(said('medicines', statement({})), [['all', 'No known medications']]);
});

test('"no current problems" with an exception in its note is no "none"', () => {
  const condition = about('Condition', 'n', {
    clinicalStatus: hl7('condition-clinical', 'active'),
    code: snomed('160245001', 'No current problems or disability'),
    ...note('apart from diabetes'),
  });
  assert.deepEqual(said('problems', condition), [
    ['part', 'No current problems or disability: apart from diabetes'],
  ]);
});

test('an empty list with an exception in the words of its reason, or in its note, is no "none"', () => {
  const coding = [{ system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason', code: 'nilknown' }];
  const list = (emptyReason: Json, fields: Json = {}) =>
    about('List', 'l', { status: 'current', mode: 'snapshot', title: 'Allergies', emptyReason, ...fields });
  const text = 'No known allergies except penicillin';
  assert.deepEqual(said('allergies', list({ coding, text })), [['part', `Allergies: ${text}`]]);
  assert.deepEqual(said('allergies', list({ coding }, note('except penicillin'))), [
    ['part', 'Allergies: nil known: except penicillin'],
  ]);
  assert.deepEqual(said('allergies', list({ coding, text: 'NKDA' })), [['drug', 'Allergies: NKDA']]);
  assert.equal(said('allergies', list({ coding, text: 'Not asked' })), 'not-recorded');
  assert.deepEqual(said('allergies', list({ coding, text: 'Nil known' })), [['all', 'Allergies: Nil known']]);
});

test('an exception in the words of its onset, or in a narrative written by hand, is no "none"', () => {
  const div = '<div xmlns="http://www.w3.org/1999/xhtml">Penicillin</div>';
  for (const [fields, text] of [
    [{ onsetString: 'Rash with penicillin as a child' }, 'Rash with penicillin as a child'],
    [{ text: { status: 'additional', div } }, 'Penicillin'],
  ] as const)
    assert.deepEqual(said('allergies', none(fields)), [['part', `No known allergy: ${text}`]]);
  assert.deepEqual(said('allergies', none({ text: { status: 'generated', div } })), [
    ['all', 'No known allergy'],
  ]);
  const condition = about('Condition', 'n', {
    code: snomed('160245001', 'No current problems or disability'),
    onsetString: 'Diabetes since 2001',
  });
  assert.deepEqual(said('problems', condition), [
    ['part', 'No current problems or disability: Diabetes since 2001'],
  ]);
});

test('a note that the statement contains is not repeated, unless it has a name or a date', () => {
  const notes = (fields: Json) => {
    const found = content('allergies', [none(fields)]);
    return found.kind === 'recorded-as-none' ? found.statements[0]?.notes : found.kind;
  };
  assert.equal(notes(note('except penicillin')), undefined);
  assert.equal(notes({ note: [{ text: 'except penicillin', time: '2026-05-03' }] })?.length, 1);
  assert.equal(notes(note('Confirmed with daughter'))?.length, 1);
});

const noProblems = (fields: Json) =>
  about('Condition', 'n', { code: snomed('160245001', 'No current problems or disability'), ...fields });

test('whatever else a record of "no problems" says limits it', () => {
  for (const fields of [
    { abatementString: 'until the stroke' },
    { severity: { text: 'until the stroke' } },
    { bodySite: [{ text: 'until the stroke' }] },
    { stage: [{ summary: { text: 'until the stroke' } }] },
    { evidence: [{ detail: [{ display: 'until the stroke' }] }] },
  ])
    assert.deepEqual(said('problems', noProblems(fields)), [
      ['part', 'No current problems or disability: until the stroke'],
    ]);
});

test('"none" that has ended, or begins after today, denies nothing', () => {
  assert.equal(said('problems', noProblems({ abatementDateTime: '2020-01-01' })), 'not-recorded');
  const recordedDate = '2026-01-01';
  assert.equal(said('problems', noProblems({ recordedDate, onsetDateTime: '2027-01-01' })), 'not-recorded');
  assert.equal(said('allergies', none({ recordedDate, onsetDateTime: '2027-01-01' })), 'not-recorded');
});

test('"unknown" with a place, a stage or signs is a problem that nobody could name', () => {
  const unknown = about('Condition', 'u', { code: { text: 'Unknown' }, bodySite: [{ text: 'Left breast' }] });
  const found = content('problems', [unknown]);
  assert.ok(found.kind === 'recorded');
  assert.deepEqual(
    found.value.map(({ text, site }) => [text, site]),
    [['Unknown', 'Left breast']],
  );
});

for (const [what, details] of Object.entries({
  stage: { stage: [{ summary: { text: 'II' } }] },
  severity: { severity: { text: 'Severe' } },
  evidence: { evidence: [{ code: [{ text: 'Lump' }] }] },
}))
  test(`"unknown" with ${what} alone is a problem that nobody could name`, () => {
    const found = content('problems', [about('Condition', 'u', { code: { text: 'Unknown' }, ...details })]);
    assert.ok(found.kind === 'recorded');
    assert.deepEqual(
      found.value.map(({ text }) => text),
      ['Unknown'],
    );
  });
