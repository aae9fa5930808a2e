import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SectionName } from '@ehch/clinical';
import { allergy, PATIENT, section, type Json } from '../../record.fixtures.ts';

const document = (parts: readonly Json[], fields: Json = {}): Json => ({
  resourceType: 'Composition',
  id: 'doc',
  status: 'final',
  subject: { reference: 'Patient/p1' },
  section: parts,
  ...fields,
});
const empty = (code: string, fields: Json = {}): Json => ({
  title: 'Allergies and intolerances',
  emptyReason: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason', code }] },
  ...fields,
});
const narrative = (words: string) => ({ text: { status: 'additional', div: `<div><p>${words}</p></div>` } });
const stateOf = (name: SectionName, ...resources: Json[]) => section(name, resources).state;
const gapsOf = (name: SectionName, ...resources: Json[]) => {
  const found = section(name, resources);
  return found.state === 'known' ? found.gaps : found.state;
};

test('a section that a document withholds, or that is unavailable, is not empty', () => {
  assert.equal(stateOf('allergies', document([empty('withheld')])), 'withheld');
  assert.equal(stateOf('allergies', document([empty('unavailable')])), 'failed');
  // The other sections stay as they are.
  assert.equal(stateOf('problems', document([empty('withheld')])), 'known');
});

test('a section about which nobody was asked leaves no gap, and makes no "none" either', () => {
  for (const code of ['notasked', 'notstarted', 'nilknown']) {
    const found = section('allergies', [document([empty(code)])]);
    assert.ok(found.state === 'known' && found.content.kind === 'not-recorded', code);
  }
});

test('a section that says "nil known" is shown in those words, and contradicts nothing on the list', () => {
  const told = [
    { why: 'more', what: 'section “Allergies and intolerances” of a document, which says “nil known”' },
  ];
  assert.deepEqual(gapsOf('allergies', document([empty('nilknown')])), told);
  assert.deepEqual(gapsOf('allergies', allergy('a', 'Latex'), document([empty('nilknown')])), told);
  assert.deepEqual(gapsOf('problems', document([empty('nilknown')])), []);
});

test('a section in words only is shown where it belongs, by its code or its title', () => {
  const words = narrative('Penicillin: rash');
  for (const part of [
    { title: 'Allergies', ...words },
    { title: 'Section 4', code: { coding: [{ system: 'http://loinc.org', code: '48765-2' }] }, ...words },
    { title: 'Summary', section: [{ title: 'Allergies', ...words }] },
  ]) {
    assert.equal(stateOf('allergies', document([part])), 'failed');
    assert.equal(stateOf('problems', document([part])), 'known');
    assert.deepEqual(gapsOf('allergies', allergy('a', 'Latex'), document([part]))?.length, 1);
  }
  assert.deepEqual(gapsOf('allergies', allergy('a', 'Latex'), document([{ title: 'Allergies', ...words }])), [
    { why: 'unreadable', what: 'section “Allergies” of a document, which is in words only' },
  ]);
});

test('words without a known section are shown with the documents', () => {
  const part = { title: 'Summary', ...narrative('Seen today') };
  assert.deepEqual(gapsOf('events', document([part])), [
    { why: 'more', what: 'section “Summary” of a document, which is in words only' },
  ]);
});

test('a section with records, or without a word, leaves no gap', () => {
  const entry = [{ reference: 'AllergyIntolerance/a' }];
  for (const part of [
    { title: 'Allergies', entry, text: { status: 'generated', div: '<div>Latex</div>' } },
    { title: 'Allergies', text: { status: 'generated', div: '<div></div>' } },
    { title: 'Allergies' },
  ]) {
    assert.deepEqual(gapsOf('allergies', allergy('a', 'Latex'), document([part])), []);
  }
});

test('a document about somebody else, or entered in error, says nothing about the resident', () => {
  for (const fields of [{ subject: { reference: 'Patient/p2' } }, { status: 'entered-in-error' }]) {
    assert.equal(stateOf('allergies', document([empty('withheld')], fields)), 'known');
  }
  assert.equal(stateOf('identity', PATIENT), 'known');
});

test('an entry of a document without a record is a gap where it belongs', () => {
  const part = (...entry: readonly Json[]) => document([{ title: 'Allergies', entry }]);
  const gone = part(
    { reference: 'AllergyIntolerance/gone', display: 'Penicillin' },
    { reference: 'urn:uuid:x' },
  );
  assert.deepEqual(gapsOf('allergies', gone), [
    { why: 'more', what: 'section “Allergies” of a document: Penicillin, 1 entry without a record' },
  ]);
  const here = part({ reference: 'AllergyIntolerance/a' });
  assert.deepEqual(gapsOf('allergies', allergy('a', 'Latex'), here), []);
});

test('words by an author beside the records of a section say more, and generated words say the same', () => {
  const entry = [{ reference: 'AllergyIntolerance/a' }];
  const beside = (status: string) =>
    gapsOf(
      'allergies',
      allergy('a', 'Latex'),
      document([{ title: 'Allergies', entry, text: { status, div: '<div>Latex, penicillin</div>' } }]),
    );
  assert.deepEqual(beside('additional'), [
    { why: 'more', what: 'section “Allergies” of a document, which may say more in words' },
  ]);
  assert.deepEqual(beside('generated'), []);
});

test('the reason for an empty section counts in words too', () => {
  const said = (text: string) =>
    stateOf('allergies', document([{ title: 'Allergies', emptyReason: { text } }]));
  assert.deepEqual(['Withheld', 'Information not available', 'Not asked'].map(said), [
    'withheld',
    'failed',
    'known',
  ]);
});

test('a document that was entered in error leaves a gap in every section that its records may fill', () => {
  const wrong = document([{ title: 'Allergies', entry: [{ reference: 'AllergyIntolerance/a' }] }], {
    status: 'entered-in-error',
  });
  const gap = { why: 'more', what: 'a document that was entered in error: its records may be wrong' };
  assert.deepEqual(gapsOf('allergies', wrong, allergy('a', 'Penicillin')), [gap]);
  assert.deepEqual(gapsOf('problems', wrong, allergy('a', 'Penicillin')), []);
  assert.deepEqual(gapsOf('allergies', document([empty('nilknown')], { status: 'entered-in-error' })), []);
});
