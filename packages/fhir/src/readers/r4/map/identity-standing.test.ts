import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Identity } from '@ehch/clinical';
import { content, PATIENT, value, type Json } from '../../../record.fixtures.ts';

const of = (fields: Json): Identity => value('identity', [], { resources: [{ ...PATIENT, ...fields }] });
const notice = (...codes: string[]) => ({
  extension: codes.map((code) => ({
    url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
    extension: [
      {
        url: 'deathNotificationStatus',
        valueCodeableConcept: {
          coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-DeathNotificationStatus', code }],
        },
      },
    ],
  })),
});
const link = (type: string, other: Json = { reference: 'Patient/p2' }) => ({ link: [{ type, other }] });

test('a record that another one replaced says so, and where to look', () => {
  assert.deepEqual(of({ ...link('replaced-by'), active: false }).cautions, ['replaced']);
  assert.deepEqual(of({ active: false }).cautions, ['not-in-use']);
  assert.deepEqual(of({ active: true }).cautions, []);
});

test('a record that another record supplements says so', () => {
  assert.deepEqual(of(link('refer')).cautions, ['other-record']);
  assert.deepEqual(of(link('seealso')).cautions, ['other-record']);
  const replaces = of(link('replaces', { display: 'Record of the old practice' }));
  assert.deepEqual(replaces.cautions, []);
  assert.deepEqual(replaces.more, [
    { name: 'link to another record', text: 'replaces Record of the old practice' },
  ]);
});

test('"living" beside a notice of death is a contradiction, and neither of the two is chosen', () => {
  for (const code of ['1', '2']) {
    const found = of({ deceasedBoolean: false, ...notice(code) });
    assert.deepEqual([found.death, found.cautions], [{ state: 'not-stated' }, ['death-disputed']]);
  }
  const both = of({ deceasedBoolean: false, deceasedDateTime: '2026-10-01' });
  assert.deepEqual([both.death, both.cautions], [{ state: 'not-stated' }, ['death-disputed']]);
});

test('a withdrawn notice of death says nothing, and contradicts a record of death', () => {
  assert.deepEqual(of(notice('2', 'U')).death, { state: 'not-stated' });
  assert.deepEqual(of({ deceasedBoolean: false, ...notice('U') }).cautions, []);
  const dead = of({ deceasedBoolean: true, ...notice('U') });
  assert.deepEqual([dead.death.state, dead.cautions], ['died', ['death-disputed']]);
});

test('a date of death that does not apply, or is unknown, makes nobody dead', () => {
  const reason = (code: string) => ({
    _deceasedDateTime: {
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: code }],
    },
  });
  assert.equal(of(reason('not-applicable')).death.state, 'not-stated');
  assert.equal(of(reason('unknown')).death.state, 'not-stated');
  assert.equal(of(reason('masked')).death.state, 'died');
});

for (const [what, fields, cautions] of [
  ['in the future', { birthDate: '2038-04-09' }, ['future-dated']],
  ['out of living memory', { birthDate: '1838-04-09' }, ['implausible']],
  ['after the death', { birthDate: '1938-04-09', deceasedDateTime: '1926-01-01' }, ['implausible']],
  ['at a great age', { birthDate: '1915' }, []],
] as const) {
  test(`a birth ${what}: ${cautions.join() || 'nothing to say'}`, () => {
    assert.deepEqual(of(fields).cautions, cautions);
  });
}

test('a death in the future is shown as such', () => {
  assert.deepEqual(of({ deceasedDateTime: '2027-01-01' }).cautions, ['future-dated']);
});

test('whatever else the Patient record holds is shown with the identity, once', () => {
  const odd = { extension: [{ url: 'https://example.org/shoe-size', valueInteger: 5 }] };
  const contact = [{ name: { family: 'Ashworth' }, telecom: [{ system: 'phone', value: '01632 960001' }] }];
  const more = [{ name: 'shoe size', text: '5' }];
  assert.deepEqual(of({ ...odd, contact }).more, more);
  const people = value('people', [], { resources: [{ ...PATIENT, ...odd, contact }] });
  assert.equal(people.contacts[0]?.more, undefined);
});

test('another resident with a similar name is shown with date of birth and room, and is never the resident', () => {
  const name = { family: 'Ashworth', given: ['Margaret'], title: null, text: null };
  const other = { ...name, given: ['Margret'] };
  const roster = [
    { id: 'r1', name, born: '1938-04-09' },
    { id: 'r1', name },
    { id: 'r2', name: other, born: '1941-01-02', room: '12' },
    { id: 'r3', name: { ...name, family: 'Brierley' } },
  ];
  const { sameName } = value('identity', [], { roster });
  assert.deepEqual(sameName, [{ name: other, born: '1941-01-02', room: '12' }]);
  assert.equal(value('identity', [], { roster: roster.slice(0, 2) }).sameName, undefined);
});

const contacts = (...contact: Json[]) =>
  value('people', [], { resources: [{ ...PATIENT, contact }] }).contacts;
const phone = { system: 'phone', value: '01632 960000' };

test('a contact with a role or a telephone number but no name can still be telephoned', () => {
  const relationship = [{ coding: [{ code: 'C', display: 'Emergency Contact' }] }];
  const [byRole] = contacts({ relationship, telecom: [phone] });
  assert.deepEqual(
    [byRole?.name, byRole?.roles, byRole?.phones],
    ['Name not recorded', ['Emergency Contact'], ['01632 960000']],
  );
  assert.deepEqual(contacts({ telecom: [phone] })[0]?.phones, ['01632 960000']);
  assert.deepEqual(contacts({ relationship })[0]?.roles, ['Emergency Contact']);
});

test('contact details that are no telephone number, and the organisation of a named contact, are shown as in the record', () => {
  const [found] = contacts({
    name: { text: 'A. Friend' },
    organization: { display: 'Age Aid' },
    telecom: [
      { system: 'email', value: 'a@example.org' },
      { system: 'email', value: 'old@example.org', use: 'old' },
    ],
  });
  assert.deepEqual(found?.more, [
    { name: 'email', text: 'a@example.org' },
    { name: 'email no longer in use', text: 'old@example.org' },
    { name: 'organisation', text: 'Age Aid' },
  ]);
});

const NHS = 'https://fhir.nhs.uk/Id/nhs-number';

test('details that apply from a later day on are not used yet', () => {
  const later = { period: { start: '2027-01-01' } };
  assert.equal(of({ identifier: [{ system: NHS, value: '9990000018', ...later }] }).nhsNumber.state, 'none');
  assert.deepEqual(of({ identifier: [{ value: 'H 12', ...later }] }).otherNumbers, []);
  const names = [
    { use: 'official', family: 'Brierley', given: ['Margaret'], ...later },
    { use: 'usual', family: 'Ashworth', given: ['Margaret'] },
  ];
  assert.equal(of({ name: names }).name?.family, 'Ashworth');
  assert.deepEqual(contacts({ name: { text: 'A' }, telecom: [{ ...phone, ...later }] })[0]?.phones, []);
});

test('a name that has ended and has no successor is shown as ended', () => {
  const name = [{ family: 'Ashworth', given: ['Margaret'], period: { end: '2020-05-01' } }];
  assert.deepEqual(of({ name }).more, [{ name: 'name used until', text: '01-May-2020' }]);
});

test('words of a name that its parts lack are shown, and the same words in another order are not', () => {
  const name = { family: 'Ashworth', given: ['Margaret'], prefix: ['Mrs'] };
  assert.equal(of({ name: [{ ...name, text: 'ASHWORTH, Margaret (Mrs)' }] }).more, undefined);
  assert.deepEqual(of({ name: [{ ...name, text: 'Margaret Ashworth-Brown' }] }).more, [
    { name: 'name as one text', text: 'Margaret Ashworth-Brown' },
  ]);
});

test('each telephone number is shown with the place where it rings', () => {
  const [found] = contacts({
    name: { text: 'A' },
    telecom: [
      { ...phone, use: 'work', rank: 2 },
      { ...phone, value: '07700 900000', use: 'mobile', rank: 1 },
    ],
  });
  assert.deepEqual(found?.phones, ['07700 900000 (mobile)', '01632 960000 (work)']);
});

test('a contact of the past is named with its end, and is nobody to ring', () => {
  const contact = [
    {
      name: { family: 'Ashworth', given: ['Tom'] },
      relationship: [{ text: 'Son' }, { text: 'Next of kin' }],
      telecom: [{ system: 'phone', value: '01632 960001' }],
      period: { end: '2025-03-01' },
    },
  ];
  assert.deepEqual(contacts(...contact.map((one) => ({ ...one, period: { end: '2027-03-01' } }))).length, 1);
  const resources = [{ ...PATIENT, contact }];
  assert.equal(content('people', [], { resources }).kind, 'not-recorded');
  assert.deepEqual(value('identity', [], { resources }).more, [
    { name: 'contact until 01-Mar-2025', text: 'Tom Ashworth, Son, Next of kin' },
  ]);
});
