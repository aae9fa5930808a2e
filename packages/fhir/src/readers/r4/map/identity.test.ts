import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Identity } from '@ehch/clinical';
import { about, build, PATIENT, section, value, type Json } from '../../../record.fixtures.ts';

const NHS = 'https://fhir.nhs.uk/Id/nhs-number';
const STATUS = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus';
const ENGLAND = 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland';

const of = (fields: Json, others: readonly Json[] = []): Identity =>
  value('identity', [], { resources: [{ ...PATIENT, ...fields }, ...others] });
const number = (digits: string, code?: string, fields: Json = {}): Json => ({
  system: NHS,
  value: digits,
  ...(code === undefined
    ? {}
    : {
        extension: [
          {
            url: STATUS,
            valueCodeableConcept: { coding: [{ system: ENGLAND, code, display: 'As displayed' }] },
          },
        ],
      }),
  ...fields,
});

test('only status 01 makes an NHS number verified', () => {
  assert.deepEqual(of({ identifier: [number('9990000018', '01')] }).nhsNumber, {
    state: 'verified',
    value: '9990000018',
  });
  assert.deepEqual(of({ identifier: [number('9990000018', '02')] }).nhsNumber, {
    state: 'unverified',
    value: '9990000018',
    why: 'As displayed',
  });
  assert.equal(of({ identifier: [number('9990000018')] }).nhsNumber.state, 'unverified');
});

test('a number without a reason for having none says nothing of one', () => {
  assert.equal(of({ identifier: [number('9990000018', '01')] }).more, undefined);
});

test('a number is verified by the words of either code system, and by those of no other', () => {
  const codeSystem = 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus';
  const stateWith = (system: string, code: string) => {
    const extension = [{ url: STATUS, valueCodeableConcept: { coding: [{ system, code }] } }];
    return of({ identifier: [{ system: NHS, value: '9990000018', extension }] }).nhsNumber.state;
  };
  for (const system of [codeSystem, `${codeSystem}England`])
    for (const code of ['01', 'number-present-and-verified'])
      assert.equal(stateWith(system, code), 'verified', `${system} ${code}`);
  assert.equal(stateWith(`${codeSystem}Elsewhere`, '01'), 'unverified');
  assert.equal(stateWith('https://vendor.example/status', '01'), 'unverified');
});

test('a number without a status says so, and is the same number with spaces and hyphens', () => {
  const unverified = { state: 'unverified', value: '9990000018', why: 'verification not stated' };
  for (const digits of ['9990000018', '999 000 0018', ' 999-000-0018'])
    assert.deepEqual(of({ identifier: [number(digits)] }).nhsNumber, unverified, digits);
  assert.deepEqual(of({ identifier: [number('9990000018'), number('999 000 0018')] }).nhsNumber, unverified);
  assert.deepEqual(of({ identifier: [number(' ')] }).nhsNumber, { state: 'none', why: null });
});

test('a number that fails its check digit is invalid, even with status 01', () => {
  assert.deepEqual(of({ identifier: [number('9990000019', '01')] }).nhsNumber, {
    state: 'invalid',
    value: '9990000019',
  });
});

test('several numbers in use are several, and an old one does not count', () => {
  const two = [number('9990000018', '01'), number('9990000026', '01')];
  assert.deepEqual(of({ identifier: two }).nhsNumber, {
    state: 'several',
    values: ['9990000018', '9990000026'],
  });
  const old = [number('9990000018', '01'), number('9990000026', '01', { use: 'old' })];
  assert.equal(of({ identifier: old }).nhsNumber.state, 'verified');
});

test('a missing number gives the reason, where the record has one', () => {
  const url = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberUnavailableReason';
  const extension = [{ url, valueCodeableConcept: { coding: [{ system: 'x', code: 'overseas-patient' }] } }];
  assert.deepEqual(of({ extension }).nhsNumber, { state: 'none', why: 'Overseas patient' });
  for (const [code, why] of [
    ['nhs-number-not-known', 'NHS number not known'],
    ['devolved-nation', 'Devolved nation'],
    ['another-reason', 'another-reason'],
  ] as const) {
    const other = [{ url, valueCodeableConcept: { coding: [{ system: 'x', code }] } }];
    assert.deepEqual(of({ extension: other }).nhsNumber, { state: 'none', why });
  }
  assert.deepEqual(of({}).nhsNumber, { state: 'none', why: null });
});

test('numbers of other countries are labelled, and never pass for an NHS number', () => {
  const identifier = [{ type: { text: 'CHI number (Scotland)' }, value: '0101381234' }];
  const found = of({ identifier });
  assert.deepEqual(found.otherNumbers, [{ label: 'CHI number (Scotland)', value: '0101381234' }]);
  assert.equal(found.nhsNumber.state, 'none');
});

test('a passport, driving licence or social security number is left out', () => {
  const identifier = ['SS', 'DL', 'PPN'].map((code) => ({
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code }], text: code },
    value: '999-91-1202',
  }));
  assert.deepEqual(of({ identifier }).otherNumbers, []);
});

test('the official name in use comes first, former names stay apart, and a different preferred name is shown', () => {
  const found = of({
    name: [
      { use: 'maiden', family: 'Holt', given: ['Margaret'] },
      { use: 'usual', given: ['Peggy'] },
      { use: 'official', family: 'Old', given: ['Margaret'], period: { end: '1999' } },
      { use: 'official', family: 'Ashworth', given: ['Margaret'], prefix: ['Mrs'] },
    ],
  });
  assert.equal(found.name?.family, 'Ashworth');
  assert.equal(found.preferredName, 'Peggy');
  assert.deepEqual(
    found.otherNames.map(({ family }) => family),
    ['Holt', 'Old'],
  );
});

test('of names that have all ended the last one comes first, in any order', () => {
  const names = ['1961-05-01', '2020-05-01'].map((end) => ({ family: `Until ${end}`, period: { end } }));
  for (const name of [names, names.toReversed()]) assert.equal(of({ name }).name?.family, 'Until 2020-05-01');
});

test('a preferred name is not repeated among the other names', () => {
  const official = { use: 'official', family: 'Ashworth', given: ['Margaret'] };
  for (const other of [
    { use: 'nickname', text: 'Peggy' },
    { use: 'usual', text: 'Peggy' },
    { use: 'usual', given: ['Peggy'], family: 'Ashworth' },
  ]) {
    const found = of({ name: [official, other] });
    assert.deepEqual([found.preferredName, found.otherNames], ['Peggy', []]);
  }
  const both = of({ name: [official, { use: 'usual', given: ['Peggy'], family: 'Holt' }] });
  assert.deepEqual([both.preferredName, both.otherNames.length], ['Peggy', 1]);
});

test('a name that is only text is kept as text', () => {
  assert.deepEqual(of({ name: [{ text: 'Margaret Ashworth' }] }).name, {
    family: null,
    given: [],
    title: null,
    text: 'Margaret Ashworth',
  });
});

for (const born of ['1938', '1938-04', '1938-04-09']) {
  test(`a birth date of ${born} stays as partial as it is`, () =>
    assert.equal(of({ birthDate: born }).born, born));
}

test('a birth date that is no date is not recorded, and the identity says that a part was left out', () => {
  const found = of({ birthDate: '09/04/1938' });
  assert.deepEqual([found.born, found.cautions], [null, ['partly-unreadable']]);
});

test('death is read from a date, a partial date, a flag, an absent date with a reason, and a formal notice', () => {
  assert.deepEqual(of({ deceasedDateTime: '2026-11-02T05:40:00Z' }).death, {
    state: 'died',
    on: '2026-11-02T05:40:00Z',
  });
  assert.deepEqual(of({ deceasedDateTime: '2026-11' }).death, { state: 'died', on: '2026-11' });
  assert.deepEqual(of({ deceasedDateTime: 'yesterday' }).death, { state: 'died', on: null });
  assert.deepEqual(of({ deceasedBoolean: true }).death, { state: 'died', on: null });
  assert.deepEqual(of({ _deceasedDateTime: { extension: [] } }).death, { state: 'died', on: null });
  assert.deepEqual(of({ deceasedBoolean: false }).death, { state: 'living' });
  assert.deepEqual(of({}).death, { state: 'not-stated' });
  const notice = (code: string) => ({
    url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
    extension: [
      { url: 'deathNotificationStatus', valueCodeableConcept: { coding: [{ system: 'x', code }] } },
    ],
  });
  assert.equal(of({ extension: [notice('2')] }).death.state, 'died');
  assert.equal(of({ extension: [notice('U')] }).death.state, 'not-stated');
});

test('a malformed death makes the Patient unreadable, and nobody is shown as living', () => {
  const found = section('identity', [], { resources: [{ ...PATIENT, deceasedBoolean: 'yes' }] });
  assert.deepEqual(found.state === 'failed' && found.error.code, 'malformed');
});

const episode = about('EpisodeOfCare', 'stay', {
  status: 'active',
  type: [{ text: 'Permanent stay' }],
  managingOrganization: { display: 'Rowan Court' },
  period: { start: '2026-03-01' },
});
const hospital = (id: string, status: string, period: Json): Json =>
  about('Encounter', id, {
    status,
    class: { code: 'IMP' },
    period,
    serviceProvider: { display: 'St Anne’s Hospital' },
  });

test('the stay shows where the resident lives, is at present and came back from', () => {
  const away = of({}, [episode, hospital('h', 'in-progress', { start: '2026-11-19T03:20:00Z' })]).stay;
  assert.deepEqual(away?.away, { where: 'St Anne’s Hospital', since: '2026-11-19T03:20:00Z' });
  assert.deepEqual(
    [away?.home, away?.kind, away?.since, away?.returned],
    ['Rowan Court', 'permanent', '2026-03-01', null],
  );
  const back = of({}, [
    episode,
    hospital('h', 'finished', { start: '2026-11-10', end: '2026-11-17T16:00:00Z' }),
  ]).stay;
  assert.deepEqual(back?.returned, { on: '2026-11-17T16:00:00Z', from: 'St Anne’s Hospital' });
  const before = of({}, [
    episode,
    hospital('h', 'finished', { start: '2026-01-10', end: '2026-01-17' }),
  ]).stay;
  assert.equal(before?.returned, null);
});

test('a return on a day that is not known is shown, and nobody decides that it was before the stay', () => {
  const of2026 = hospital('a', 'finished', { start: '2026', end: '2026' });
  const { stay, more } = of({}, [episode, of2026]);
  assert.deepEqual(stay?.returned, { on: '2026', from: 'St Anne’s Hospital' });
  assert.ok(more?.some(({ name }) => name === 'back from hospital, perhaps before this stay'));
  const known = hospital('h', 'finished', { start: '2026-10-01', end: '2026-10-10' });
  const both = of({}, [episode, of2026, known]);
  assert.equal(both.stay?.returned?.on, '2026-10-10');
  assert.deepEqual(
    both.more?.find(({ name }) => name === 'another return, perhaps later'),
    { name: 'another return, perhaps later', text: '2026, St Anne’s Hospital' },
  );
});

test('a hospital is named once, whichever of its texts has the ward', () => {
  const at = (provider: string, ward: string) =>
    of({}, [
      {
        ...hospital('h', 'in-progress', { start: '2026-11-19' }),
        serviceProvider: { display: provider },
        location: [{ location: { display: ward } }],
      },
    ]).stay?.away?.where;
  const ward = 'Holmdale General Hospital, Ward 12';
  assert.equal(at('Holmdale General Hospital', ward), ward);
  assert.equal(at('HOLMDALE GENERAL HOSPITAL', ward), ward);
  assert.equal(at(ward, 'Holmdale General Hospital'), ward);
  assert.equal(at('Holmdale General Hospital', 'Ward 12'), ward);
});

test('a restricted Patient keeps the identity and withholds the rest', () => {
  const restricted = { ...PATIENT, meta: { security: [{ code: 'R' }] } };
  const { sections } = build([], { resources: [restricted] }).view;
  assert.equal(sections.identity.state, 'known');
  for (const [name, found] of Object.entries(sections)) {
    if (name !== 'identity') assert.deepEqual(found, { state: 'withheld', why: 'restricted' }, name);
  }
});

test('a restriction also counts if the rest of the Patient cannot be read', () => {
  const broken = { ...PATIENT, active: 'maybe', meta: { security: [{ code: 'V' }] } };
  const { sections } = build([], { resources: [broken] }).view;
  assert.equal(sections.identity.state, 'failed');
  assert.deepEqual(sections.allergies, { state: 'withheld', why: 'restricted' });
});

test('a second nickname is another name of the resident', () => {
  const name = [
    { use: 'official', family: 'Ashworth', given: ['Margaret'] },
    { use: 'nickname', given: ['Peggy'] },
    { use: 'nickname', given: ['Mags'] },
  ];
  const found = of({ name });
  assert.equal(found.preferredName, 'Peggy');
  assert.deepEqual(
    found.otherNames.map(({ given }) => given),
    [['Mags']],
  );
});

test('a registered GP whose record did not arrive is shown as present', () => {
  const resources = [{ ...PATIENT, generalPractitioner: [{ reference: 'Organization/x' }] }];
  assert.deepEqual(value('identity', [], { resources }).more, [{ name: 'GP practice', text: null }]);
  const [member] = value('people', [], { resources }).team;
  assert.deepEqual(
    [member?.name, member?.role, member?.cautions],
    ['Name not recorded', 'GP', ['reference-missing']],
  );
});

test('a number and a reason for having none are both shown', () => {
  const url = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberUnavailableReason';
  const reason = { url, valueCodeableConcept: { coding: [{ code: 'overseas-patient' }] } };
  const found = of({
    identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018' }],
    extension: [reason],
  });
  assert.deepEqual(found.more, [{ name: 'NHS number unavailable', text: 'Overseas patient' }]);
});

test('a birth with a time is doubted, because its day depends on the country', () => {
  for (const birthDate of ['1938-06-08T23:00:00Z', '1938-06-09T00:00:00-05:00'])
    assert.deepEqual(of({ birthDate }).cautions, ['partly-unreadable']);
  for (const birthDate of ['1938-06-08', '1938-06', '1938']) assert.deepEqual(of({ birthDate }).cautions, []);
});
