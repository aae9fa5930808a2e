import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TeamMember } from '@ehch/clinical';
import { about, PATIENT, value, type Json } from '../../../record.fixtures.ts';

const phone = [{ system: 'phone', value: '01632 960111' }];
const doctor: Json = { resourceType: 'Practitioner', id: 'd', name: [{ text: 'Dr Ines Roe' }] };
const role = (fields: Json = {}): Json => ({
  resourceType: 'PractitionerRole',
  id: 'r',
  practitioner: { reference: 'Practitioner/d' },
  organization: { reference: 'Organization/o' },
  code: [{ text: 'GP' }],
  telecom: phone,
  ...fields,
});
const practice: Json = { resourceType: 'Organization', id: 'o', name: 'Hollin Surgery' };

/** The GP of the resident, and the same as a member of a care team. */
function members(...others: readonly Json[]): readonly TeamMember[] {
  const member = { reference: 'PractitionerRole/r' };
  const team = about('CareTeam', 't', { status: 'active', participant: [{ member }] });
  const resources = [{ ...PATIENT, generalPractitioner: [member] }, team, doctor, practice, ...others];
  // The last of each type and id counts, so that a test can replace one.
  const byId = new Map(resources.map((one) => [`${String(one['resourceType'])}/${String(one['id'])}`, one]));
  return value('people', [], { resources: [...byId.values()] }).team;
}

test('somebody in use is offered to be rung', () => {
  for (const one of members(role({ active: true, period: { start: '2020-01-01' } })))
    assert.deepEqual([one.role, one.organisation, one.phones], ['GP', 'Hollin Surgery', ['01632 960111']]);
});

for (const [why, others, words] of [
  ['has left', [role({ active: false })], 'no longer in use'],
  ['has a role that ended', [role({ period: { end: '2026-03-01' } })], 'until 01-Mar-2026, which has passed'],
  ['has a role that has not begun', [role({ period: { start: '2027-05-01' } })], 'only from 01-May-2027'],
  ['is not in use as a person', [role(), { ...doctor, active: false }], 'no longer in use'],
  [
    'works for a practice not in use',
    [role(), { ...practice, active: false }],
    'organisation no longer in use',
  ],
  [
    'has a modifier',
    [role({ modifierExtension: [{ url: 'https://example.org/m', valueBoolean: true }] })],
    'with a condition not understood here',
  ],
] as const)
  test(`somebody who ${why} is named, and not offered to be rung`, () => {
    const found = members(...others);
    assert.equal(found.length, 2);
    for (const { name, role: said, phones, more } of found) {
      assert.deepEqual([name, said, phones], ['Dr Ines Roe', `GP, ${words}`, []]);
      assert.deepEqual(
        more?.find(({ name: part }) => part === 'telephone, not in use'),
        { name: 'telephone, not in use', text: '01632 960111' },
      );
    }
  });

test('a role that will end says until when, and its number stays', () => {
  for (const { until, phones } of members(role({ period: { end: '2027-03-01' } })))
    assert.deepEqual([until, phones], ['2027-03-01', ['01632 960111']]);
});

test('whoever has left stands after those who are in the team today', () => {
  const participant = ['PractitionerRole/r', 'Practitioner/d'].map((reference) => ({
    member: { reference },
  }));
  const telecom = [{ system: 'phone', value: '01632 960222' }];
  const team = about('CareTeam', 't', { status: 'active', participant, telecom });
  const found = value('people', [team, role({ active: false }), doctor, practice]).team;
  assert.deepEqual(
    found.map(({ role: said, phones }) => [said, phones]),
    [
      [null, ['01632 960222']],
      ['GP, no longer in use', []],
    ],
  );
  assert.deepEqual(found[1]?.more?.at(-1), { name: 'telephone of the team', text: '01632 960222' });
});

test('hours, absences and exceptions of a role are shown with it', () => {
  const [found] = members(
    role({
      availableTime: [
        { daysOfWeek: ['mon', 'tue'], availableStartTime: '09:00:00', availableEndTime: '13:00:00' },
      ],
      notAvailable: [{ description: 'Away', during: { start: '2026-12-01', end: '2026-12-14' } }],
      availabilityExceptions: 'Not on bank holidays',
    }),
  );
  assert.deepEqual(found?.more, [
    { name: 'available', text: 'mon, tue 09:00–13:00' },
    { name: 'not available', text: 'Away from 01-Dec-2026 until 14-Dec-2026' },
    { name: 'exceptions to the hours', text: 'Not on bank holidays' },
  ]);
});

test('the GP practice of the identity is one in use, else it says that it is not', () => {
  const practiceOf = (...ids: readonly string[]) =>
    value('identity', [], {
      resources: [
        { ...PATIENT, generalPractitioner: ids.map((id) => ({ reference: `Organization/${id}` })) },
        { ...practice, active: false },
        { resourceType: 'Organization', id: 'new', name: 'Elm Surgery' },
      ],
    }).gpPractice?.name;
  assert.equal(practiceOf('o'), 'Hollin Surgery (no longer in use)');
  assert.equal(practiceOf('o', 'new'), 'Elm Surgery');
});

test('an author who has left is named with that, and the fact stays', () => {
  const allergy = about('AllergyIntolerance', 'a', {
    code: { text: 'Penicillin' },
    recorder: { reference: 'PractitionerRole/r' },
  });
  const others = [allergy, doctor, practice, role({ period: { end: '2026-03-01' } })];
  const [entry] = value('allergies', others);
  assert.deepEqual(entry?.by, { name: 'Dr Ines Roe', role: 'GP, until 01-Mar-2026, which has passed' });
});

test('a role that names itself, as person or as organisation, ends', () => {
  const itself = { reference: 'PractitionerRole/r' };
  for (const looped of [role({ practitioner: itself }), role({ organization: itself })])
    for (const { phones } of members(looped)) assert.deepEqual(phones, ['01632 960111']);
});

test('a date that cannot be read ends nobody, and says so', () => {
  for (const end of ['01/12/2026', '2026-02-30', '20261201'])
    for (const { role: said, phones, cautions } of members(role({ period: { end } })))
      assert.deepEqual([said, phones, cautions], ['GP', ['01632 960111'], ['partly-unreadable']], end);
});

test('a member whose record did not arrive, or could not be read, is a member all the same', () => {
  const alone = about('CareTeam', 't', {
    status: 'active',
    participant: [{ member: { reference: 'PractitionerRole/r' } }],
  });
  for (const others of [[], [role({ active: 'false' })]]) {
    const [found] = value('people', [alone, ...others]).team;
    assert.deepEqual(
      [found?.name, found?.phones, found?.cautions],
      ['Name not recorded', [], ['reference-missing']],
    );
  }
});

test('a team of the resident alone is shown by its own name', () => {
  const participant = [{ member: { reference: 'Patient/p1' } }];
  const [found] = value('people', [
    about('CareTeam', 't', { status: 'active', name: 'Falls team', participant }),
  ]).team;
  assert.equal(found?.name, 'Falls team');
});

test('a registered doctor who has left comes after the one who can be rung, whoever was registered first', () => {
  const left = role({ id: 'left', active: false });
  const general = (...ids: readonly string[]) => ({
    ...PATIENT,
    generalPractitioner: ids.map((id) => ({ reference: `PractitionerRole/${id}` })),
  });
  for (const ids of [
    ['left', 'r'],
    ['r', 'left'],
  ]) {
    const resources = [general(...ids), doctor, practice, left, role()];
    const { team } = value('people', [], { resources });
    assert.deepEqual(
      team.map(({ phones }) => phones),
      [['01632 960111'], []],
    );
  }
});
