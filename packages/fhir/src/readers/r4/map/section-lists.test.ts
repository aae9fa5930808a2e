import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, allergy, content, section, snomed, type Json } from '../../../record.fixtures.ts';

const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
const reason = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason', code }],
});
const list = (fields: Json): Json =>
  about('List', 'l', { status: 'current', mode: 'snapshot', emptyReason: reason('nilknown'), ...fields });
const said = (name: 'allergies' | 'medicines' | 'problems', fields: Json) => {
  const found = content(name, [list(fields)]);
  return found.kind === 'recorded-as-none'
    ? found.statements.map(({ text, scope }) => [text, scope])
    : found.kind;
};

for (const [name, title, fields] of [
  ['allergies', 'Allergies', { code: loinc('48765-2') }],
  ['allergies', 'Allergies', { code: snomed('886921000000105') }],
  ['medicines', 'Medicines', { code: loinc('10160-0') }],
  ['problems', 'Problems', { code: loinc('11450-4') }],
] as const)
  test(`an empty list of ${name} by its code ${fields.code.coding[0]?.code} says "none" of all of them`, () => {
    assert.deepEqual(said(name, { ...fields, title }), [[`${title}: nil known`, 'all']]);
  });

test('a list whose code has no words is named by its section, and never by a number', () => {
  assert.deepEqual(said('allergies', { code: loinc('48765-2') }), [['Allergies: nil known', 'all']]);
});

test('a list by its exact title alone says "none"', () => {
  assert.deepEqual(said('problems', { title: 'Problem list' }), [['Problem list: nil known', 'all']]);
});

test('the reason for an empty list is said in its own words, in its text or beside its code', () => {
  const emptyReason = { coding: [{ ...reason('nilknown').coding[0], display: 'Asked, none' }] };
  const title = 'Problem list';
  assert.deepEqual(said('problems', { title, emptyReason }), [['Problem list: Asked, none', 'part']]);
  const text = 'None that the family knows of';
  assert.deepEqual(said('problems', { title, emptyReason: { ...emptyReason, text } }), [
    [`Problem list: ${text}`, 'part'],
  ]);
});

for (const [name, title] of [
  ['medicines', 'Discontinued medications'],
  ['medicines', 'Medication allergies'],
  ['problems', 'Resolved problems'],
  ['problems', 'Family problems'],
] as const)
  test(`an empty list called "${title}" says nothing about ${name}`, () => {
    assert.equal(said(name, { title }), 'not-recorded');
  });

test('a title limits the code: to medicines alone, or to a part that only the title names', () => {
  const code = loinc('48765-2');
  assert.deepEqual(said('allergies', { code, title: 'Medication allergies' }), [
    ['Medication allergies: nil known', 'drug'],
  ]);
  assert.deepEqual(said('allergies', { code, title: 'Contact allergies' }), [
    ['Contact allergies: nil known', 'part'],
  ]);
});

test('a code of another list outweighs its title', () => {
  assert.equal(said('allergies', { code: snomed('1103671000000101'), title: 'Allergies' }), 'not-recorded');
});

test('an empty list of changes, and a retired list, say nothing', () => {
  const title = 'Allergies';
  assert.equal(said('allergies', { title, mode: 'changes' }), 'not-recorded');
  assert.equal(said('allergies', { title, status: 'retired' }), 'not-recorded');
});

test('a list with records on it is not empty, and one from which all were taken off is', () => {
  const entry = (deleted: boolean) => [{ item: { display: 'Penicillin' }, deleted }];
  assert.equal(said('allergies', { title: 'Allergies', entry: entry(false) }), 'not-recorded');
  assert.deepEqual(said('allergies', { title: 'Allergies', entry: entry(true) }), [
    ['Allergies: nil known', 'all'],
  ]);
});

test('"not asked" is shown as such, and is no "none"', () => {
  const found = content('allergies', [
    list({ title: 'Allergies', emptyReason: reason('notasked'), date: '2026-01-02' }),
  ]);
  assert.ok(found.kind === 'not-recorded');
  assert.deepEqual(
    found.statements?.map(({ text, on }) => [text, on]),
    [['Allergies: not asked', '2026-01-02']],
  );
});

test('a reason in words counts like other words: unconfirmed', () => {
  const found = content('allergies', [list({ title: 'Allergies', emptyReason: { text: 'None known' } })]);
  assert.ok(found.kind === 'recorded-as-none');
  assert.deepEqual(found.statements[0]?.cautions, ['unconfirmed']);
  const other = content('allergies', [
    list({ title: 'Allergies', emptyReason: { text: 'Daughter to be asked' } }),
  ]);
  assert.ok(other.kind === 'not-recorded');
  assert.equal(other.statements?.[0]?.text, 'Allergies: Daughter to be asked');
});

test('a list that was withheld makes the section withheld, and one that is unavailable makes it failed', () => {
  const of = (code: string) =>
    section('allergies', [list({ title: 'Allergies', emptyReason: reason(code) })]);
  assert.equal(of('withheld').state, 'withheld');
  assert.equal(of('unavailable').state, 'failed');
  assert.equal(of('zz').state, 'failed');
});

test('beside allergies that came, a withheld list is a gap', () => {
  const found = section('allergies', [
    list({ title: 'Allergies', emptyReason: reason('withheld') }),
    allergy('a', 'Penicillin'),
  ]);
  assert.ok(found.state === 'known');
  assert.deepEqual(found.gaps, [{ why: 'withheld', what: 'Allergies' }]);
});

test('a list warning shows what is missing, whether the list is empty or not', () => {
  const url = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ListWarningCode';
  const gaps = (valueCode: string) => {
    const found = section('allergies', [
      list({ title: 'Allergies', emptyReason: undefined, entry: [{}], extension: [{ url, valueCode }] }),
      allergy('a', 'Penicillin'),
    ]);
    return found.state === 'known' ? found.gaps : found.state;
  };
  assert.deepEqual(gaps('confidential-items'), [{ why: 'withheld', what: 'Allergies (confidential items)' }]);
  assert.deepEqual(gaps('data-in-transit'), [
    { why: 'more', what: 'Allergies on their way from the previous practice' },
  ]);
  assert.deepEqual(gaps('zz'), [
    { why: 'more', what: 'Allergies, with a warning that is not known here: zz' },
  ]);
});

test('an item missing from a list of medicines leaves no gap in the allergies', () => {
  const found = section('allergies', [
    list({ code: loinc('10160-0'), emptyReason: reason('withheld') }),
    allergy('a', 'Penicillin'),
  ]);
  assert.ok(found.state === 'known');
  assert.deepEqual(found.gaps, []);
});

test('a nil-known list dated in the future denies nothing yet', () => {
  assert.equal(said('allergies', { title: 'Allergies', date: '2027-01-01' }), 'not-recorded');
});

test('an entry without a record is a gap, and one taken off the list is none', () => {
  const gaps = (entry: readonly Json[]) => {
    const found = section('allergies', [
      list({ title: 'Allergies', emptyReason: undefined, entry }),
      allergy('a', 'Latex'),
    ]);
    return found.state === 'known' ? found.gaps : found.state;
  };
  const item = (fields: Json): Json => ({ item: fields });
  assert.deepEqual(gaps([item({ reference: 'AllergyIntolerance/a' })]), []);
  assert.deepEqual(gaps([item({ display: 'Penicillin' }), item({ reference: 'AllergyIntolerance/x' })]), [
    { why: 'more', what: 'Allergies: Penicillin, 1 entry without a record' },
  ]);
  assert.deepEqual(gaps([{ ...item({ display: 'Penicillin' }), deleted: true }]), []);
});

test('the notes of a list are shown, also where it is not empty, or gives no reason', () => {
  const text = 'Information recorded before 23-Jun-2010 may be missing.';
  const gapsOf = (fields: Json) => {
    const noted = list({ title: 'Allergies', note: [{ text }], ...fields });
    const found = section('allergies', [allergy('a', 'Latex'), noted]);
    return found.state === 'known' ? found.gaps : found.state;
  };
  const entry = [{ item: { reference: 'AllergyIntolerance/a' } }];
  for (const fields of [{ emptyReason: undefined, entry }, { emptyReason: undefined }])
    assert.deepEqual(gapsOf(fields), [{ why: 'more', what: `Allergies: “${text}”` }]);
  assert.deepEqual(gapsOf({ title: 'Family problems', entry }), []);
  const modifierExtension = [{ url: 'https://example.org/negated', valueBoolean: true }];
  assert.deepEqual(gapsOf({ note: undefined, entry, modifierExtension }), [
    { why: 'unreadable', what: 'Allergies: a condition that came with the list' },
  ]);
});

test('a record contained in a list is shown with the list, and never lost', () => {
  const inside = about('MedicationStatement', 'c', {
    status: 'active',
    medicationCodeableConcept: { text: 'Digoxin 125microgram tablets' },
  });
  const entry = [{ item: { reference: '#c' } }];
  const found = section('medicines', [
    list({ title: 'Medication list', emptyReason: undefined, contained: [inside], entry }),
  ]);
  assert.ok(found.state === 'known');
  assert.deepEqual(found.gaps, [{ why: 'more', what: 'Medication list: Digoxin 125microgram tablets' }]);
});

test('the words of an unknown list are shown where its title belongs, else with the events', () => {
  const gapsOf = (name: 'limits' | 'medicines' | 'events', title: string, item: Json) => {
    const found = section(name, [list({ title, emptyReason: undefined, entry: [{ item }] })]);
    return found.state === 'known' ? found.gaps : found.state;
  };
  const furosemide = { display: 'Furosemide 40mg' };
  assert.deepEqual(gapsOf('medicines', 'Discharge medications', furosemide), [
    { why: 'more', what: 'Discharge medications: Furosemide 40mg' },
  ]);
  assert.deepEqual(gapsOf('events', 'Discharge medications', furosemide), []);
  assert.deepEqual(gapsOf('events', 'Things to watch', { display: 'Choking' }), [
    { why: 'more', what: 'Things to watch: Choking' },
  ]);
  const limit = { display: 'Not for hospital' };
  for (const title of ['ReSPECT', 'Advance directives']) {
    assert.deepEqual(gapsOf('limits', title, limit), [{ why: 'more', what: `${title}: Not for hospital` }]);
    assert.deepEqual(gapsOf('events', title, limit), []);
  }
  assert.deepEqual(gapsOf('limits', 'End of life medicines', furosemide), []);
  assert.deepEqual(gapsOf('events', 'Visits', { reference: 'Encounter/1', display: 'Visit' }), []);
});

test('a list that is empty because it was withheld, in words alone, is withheld and not "not recorded"', () => {
  const state = (text: string) =>
    section('problems', [list({ code: loinc('11450-4'), emptyReason: { text } })]).state;
  assert.equal(state('Withheld at the resident’s wish'), 'withheld');
  assert.equal(state('Temporarily unavailable'), 'failed');
  assert.equal(state('Not asked'), 'known');
});
