import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allergy, content, NOW, section, snomed } from './record.fixtures.ts';

const none = allergy('none', '', {
  code: snomed('716186003', 'No known allergy'),
  recordedDate: '2026-03-02',
});
const at = '2026-11-21T09:29:00Z';

test('a statement that there are no known allergies says so, with its day', () => {
  const found = content('allergies', [none]);
  assert.ok(found.kind === 'recorded-as-none');
  assert.deepEqual(
    found.statements.map(({ text, on }) => [text, on]),
    [['No known allergy', '2026-03-02']],
  );
});

test('where nothing is recorded, the section is not recorded, and never none', () => {
  assert.deepEqual(content('allergies', []), { kind: 'not-recorded' });
});

test('a source that failed is failed, whatever statement of none came with it', () => {
  const failed = { AllergyIntolerance: { state: 'failed', error: { code: 'server-error' }, at } } as const;
  assert.equal(section('allergies', [], { outcomes: failed }).state, 'failed');
  assert.equal(section('allergies', [none], { outcomes: failed }).state, 'failed');
});

test('a source that refused is withheld, with its reason', () => {
  const withheld = { AllergyIntolerance: { state: 'withheld', why: 'role' } } as const;
  assert.deepEqual(section('allergies', [none], { outcomes: withheld }), { state: 'withheld', why: 'role' });
});

test('a source that has not answered is loading', () => {
  const loading = { AllergyIntolerance: { state: 'loading' } } as const;
  assert.deepEqual(section('allergies', [none], { outcomes: loading }), { state: 'loading' });
});

test('an unreadable record takes away "none known" and "not recorded"', () => {
  const broken = allergy('broken', 'x', { clinicalStatus: 'active-ish' });
  for (const resources of [[none, broken], [broken]]) {
    // Two resources of another shape could also mean another version, and the R4 statement keeps this
    // record R4.
    const found = section('allergies', [...resources, none]);
    assert.equal(found.state, 'failed');
  }
});

test('an unreadable record whose words are about CPR takes away "not recorded" of the limits, whatever its code', () => {
  const unreadable = (valueString: string) => ({
    resourceType: 'Observation',
    id: 'o',
    status: 'for the moment',
    subject: { reference: 'Patient/p1' },
    code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
    valueString,
  });
  // The statement of none keeps the records R4.
  assert.equal(section('limits', [none, none, unreadable('DNACPR in place')]).state, 'failed');
  assert.equal(section('limits', [none, none, unreadable('61 kg')]).state, 'known');
});

for (const [name, issue] of [
  ['withheld', { severity: 'warning', code: 'suppressed' }],
  ['failed', { severity: 'error', code: 'exception' }],
] as const) {
  test(`a server message among the results that says something was ${name} takes away "none known"`, () => {
    const message = { resourceType: 'OperationOutcome', issue: [issue] };
    assert.equal(section('allergies', [none, message]).state, name);
    const known = section('allergies', [allergy('a', 'Latex'), message]);
    assert.ok(known.state === 'known' && known.gaps.some(({ why }) => why === name));
  });
}

test('unread pages take away "none known"', () => {
  const gaps = { AllergyIntolerance: [{ why: 'more', what: 'older allergies' }] } as const;
  assert.equal(section('allergies', [none], { gaps }).state, 'failed');
});

test('a list that the server does not offer is no reason to doubt that nothing is recorded, and is named', () => {
  const notOffered = { why: 'not-offered', what: 'lists' } as const;
  const found = section('allergies', [], { gaps: { List: [notOffered] } });
  assert.ok(found.state === 'known');
  assert.equal(found.content.kind, 'not-recorded');
  assert.deepEqual(found.gaps, [notOffered]);
  const two = section('allergies', [none], { gaps: { List: [notOffered] } });
  assert.ok(two.state === 'known' && two.content.kind === 'recorded-as-none');
});

test('of a section whose own types the server does not offer, nobody knows anything, and it says why', () => {
  const notOffered = [{ why: 'not-offered', what: 'it' }] as const;
  const found = section('allergies', [], { gaps: { AllergyIntolerance: notOffered } });
  assert.ok(found.state === 'failed');
  assert.equal(found.error.code, 'not-offered');
  const one = section('medicines', [], { gaps: { MedicationStatement: notOffered } });
  assert.ok(one.state === 'known' && one.content.kind === 'not-recorded');
  const both = { MedicationStatement: notOffered, MedicationRequest: notOffered };
  assert.equal(section('medicines', [], { gaps: both }).state, 'failed');
});

test('one failed source of two leaves the other, and the gap is named in words', () => {
  const outcomes = { MedicationRequest: { state: 'failed', error: { code: 'timeout' }, at } } as const;
  const statement = {
    resourceType: 'MedicationStatement',
    id: 'm',
    status: 'active',
    subject: { reference: 'Patient/p1' },
    medicationCodeableConcept: { text: 'Senna' },
  };
  const found = section('medicines', [statement], { outcomes });
  assert.ok(found.state === 'known');
  assert.deepEqual(found.gaps, [{ why: 'failed', what: 'prescriptions' }]);
});

test('a failed refresh keeps the known content, and says that it failed', () => {
  const last = { asOf: '2026-11-21T08:00:00Z' };
  const outcomes = { AllergyIntolerance: { state: 'failed', error: { code: 'timeout' }, at, last } } as const;
  const found = section('allergies', [none], { outcomes });
  assert.ok(found.state === 'known');
  assert.equal(found.content.kind, 'recorded-as-none');
  assert.deepEqual(found.refresh, { state: 'failed', error: { code: 'timeout' }, at });
  assert.equal(found.freshness, 'stale');
  assert.equal(found.asOf, last.asOf);
});

test('a section is as old as its oldest source', () => {
  const outcomes = {
    MedicationStatement: { state: 'loaded', asOf: NOW },
    MedicationRequest: { state: 'refreshing', asOf: '2026-11-20T09:30:00Z' },
  } as const;
  const found = section('medicines', [], { outcomes });
  assert.ok(found.state === 'known');
  assert.equal(found.asOf, '2026-11-20T09:30:00Z');
  assert.equal(found.freshness, 'stale');
  assert.deepEqual(found.refresh, { state: 'running' });
});

test('a missing Patient is "not found", and not an empty record', () => {
  const found = section('identity', [], { resources: [allergy('a', 'Latex')] });
  assert.deepEqual(found, { state: 'failed', error: { code: 'not-found' }, at: NOW });
});
