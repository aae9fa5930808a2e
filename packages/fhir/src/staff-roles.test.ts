import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roleNow } from '@ehch/clinical/roles';
import { staffRolesIn, type StaffWhose } from './staff-roles.ts';

const BASE = 'https://record.test/fhir';
const WHOSE: StaffWhose = { person: 'Practitioner/17', fhirBaseUrl: BASE, place: null };
const SNOMED = 'http://snomed.info/sct';
const NURSE = { coding: [{ system: SNOMED, code: '224535009', display: 'Registered nurse' }] };
const GP = { coding: [{ system: SNOMED, code: '62247001', display: 'General practitioner' }] };

const role = (more: object = {}) => ({
  resourceType: 'PractitionerRole',
  id: 'pr1',
  active: true,
  practitioner: { reference: 'Practitioner/17' },
  organization: { reference: 'Organization/rowan', display: 'Rowan Court' },
  code: [NURSE],
  ...more,
});

const read = (resources: readonly unknown[], whose: Partial<StaffWhose> = {}) =>
  staffRolesIn(resources, { ...WHOSE, ...whose });
const ids = (...resources: unknown[]) => read(resources).held.map((one) => one.role);

test('a role has its words, its organisation and its period', () => {
  const bundle = {
    resourceType: 'Bundle',
    type: 'searchset',
    entry: [{ resource: role({ period: { start: '2026-01-01', end: '2026-12-31T20:00:00Z' } }) }],
  };
  assert.deepEqual(read([bundle]), {
    held: [
      {
        role: 'nurse',
        said: 'Registered nurse',
        organisation: { reference: 'Organization/rowan', name: 'Rowan Court' },
        period: { start: '2026-01-01', end: '2026-12-31T20:00:00Z' },
      },
    ],
    notRead: 0,
  });
});

test('a role that is not active, or of a person or organisation that is not, is none', () => {
  assert.deepEqual(ids(role({ active: false })), []);
  assert.deepEqual(ids(role(), { resourceType: 'Practitioner', id: '17', active: false }), []);
  assert.deepEqual(ids(role(), { resourceType: 'Organization', id: 'rowan', active: false }), []);
  const { active: _, ...unsaid } = role();
  assert.deepEqual(ids(unsaid), ['nurse'], 'R4: without a value it is taken as active');
});

test('a role of somebody else is none, also of somebody with the same id on another server', () => {
  for (const reference of [
    'Practitioner/18',
    'Practitioner/170',
    'https://other.test/fhir/Practitioner/17',
    'Person/17',
    '#17',
    17,
    null,
  ])
    assert.deepEqual(ids(role({ practitioner: { reference } })), [], String(reference));
  assert.deepEqual(ids(role({ practitioner: undefined })), []);
  for (const reference of [`${BASE}/Practitioner/17`, 'Practitioner/17/_history/3'])
    assert.deepEqual(ids(role({ practitioner: { reference } })), ['nurse'], reference);
  const absolute = read([role()], { person: `${BASE}/Practitioner/17`, fhirBaseUrl: `${BASE}/` });
  assert.deepEqual(
    absolute.held.map((one) => one.role),
    ['nurse'],
  );
});

test('nobody has a role by a sign-in that names no Practitioner of this server', () => {
  for (const person of ['', '#1', 'https://other.test/fhir/Practitioner/17', 'urn:uuid:1'])
    assert.deepEqual(
      read([role(), role({ id: 'pr2', practitioner: { display: 'Somebody' } })], { person }).held,
      [],
      person,
    );
});

test('two roles are two, from one resource or from two, and one that two codes say is one', () => {
  assert.deepEqual(ids(role({ code: [NURSE, GP] })), ['nurse', 'gp']);
  assert.deepEqual(ids(role(), role({ id: 'pr2', code: [GP] })), ['nurse', 'gp']);
  assert.deepEqual(ids(role({ code: [NURSE, { text: 'Registered nurse' }] })), ['nurse']);
  assert.equal(
    read([role(), role({ id: 'pr2', organization: { reference: 'Organization/elm' } })]).held.length,
    2,
  );
});

test('of two versions the newer counts, and where neither is newer there is none', () => {
  const [one, two] = ['1', '2'].map((versionId) => ({ versionId }));
  assert.deepEqual(ids(role({ meta: one, code: [GP] }), role({ meta: two })), ['nurse']);
  const apart = read([role({ code: [GP] }), role()]);
  assert.deepEqual(apart, { held: [], notRead: 2 });
});

test('a role with a condition that nobody understands, or that cannot be read, is none and is counted', () => {
  const odd = { modifierExtension: [{ url: 'https://x.test/not', valueBoolean: true }] };
  for (const broken of [odd, { active: 'yes' }, { period: 'always' }])
    assert.deepEqual(read([role(broken)]), { held: [], notRead: 1 }, JSON.stringify(broken));
});

test('a date that is none is kept as it is written, so that the role is not taken for one without an end', () => {
  const { held } = read([role({ period: { end: 'Sunday' } })]);
  assert.equal(held[0]?.period.end, 'Sunday');
  assert.equal(roleNow(held, '2026-11-21T12:00:00Z', { home: null, resident: null }).state, 'none');
});

test('a role without a code, with a code that cannot be read, or that says "unknown", is unknown', () => {
  assert.deepEqual(ids(role({ code: [] })), ['unknown']);
  assert.deepEqual(ids(role({ code: undefined })), ['unknown']);
  assert.deepEqual(ids(role({ code: [{ coding: [{ system: SNOMED, code: 17 }], text: 'GP' }] })), [
    'unknown',
  ]);
  const nullFlavour = { system: 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor', code: 'UNK' };
  assert.deepEqual(ids(role({ code: [{ coding: [nullFlavour] }] })), ['unknown']);
});

test('the table of the place counts for what the record says in codes of its own, and in words', () => {
  const place = {
    staffRoles: [
      { kind: 'words', words: 'GP, clinical lead for Rowan Court', role: 'gp' },
      { kind: 'code', system: 'https://x.test/roles', code: 'TL', role: 'senior-carer' },
    ],
  } as const;
  const said = [
    { text: 'GP, clinical lead for Rowan Court' },
    { coding: [{ system: 'https://x.test/roles', code: 'TL' }] },
  ];
  assert.deepEqual(ids(role({ code: said })), ['unknown']);
  assert.deepEqual(
    read([role({ code: said })], { place }).held.map((one) => one.role),
    ['gp', 'senior-carer'],
  );
});

test('a deleted role is none', () => {
  const entry = [{ resource: role(), request: { method: 'DELETE', url: 'PractitionerRole/pr1' } }];
  assert.deepEqual(ids({ resourceType: 'Bundle', type: 'history', entry }), []);
});
