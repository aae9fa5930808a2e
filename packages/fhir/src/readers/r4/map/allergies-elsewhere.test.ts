import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  about,
  allergy,
  content,
  fate,
  hl7,
  observation,
  snomed,
  type Json,
} from '../../../record.fixtures.ts';

const NONE = allergy('n', '', { code: snomed('716186003', 'No known allergy') });
const problem = (text: string, fields: Json = {}) =>
  about('Condition', 'c', {
    clinicalStatus: hl7('condition-clinical', 'active'),
    code: { text },
    ...fields,
  });
const flag = (text: string, fields: Json = {}) =>
  about('Flag', 'f', { status: 'active', code: { text }, ...fields });
const listed = (...resources: readonly Json[]) => {
  const found = content('allergies', resources);
  return found.kind === 'recorded' ? found.value.map(({ substance }) => substance) : found.kind;
};

test('an allergy only among the problems or the alerts is listed, with its place', () => {
  for (const [resource, where] of [
    [problem('Allergy to penicillin'), 'recorded among the problems'],
    [flag('Allergic to penicillin'), 'recorded among the alerts'],
  ] as const) {
    const found = content('allergies', [resource]);
    assert.ok(found.kind === 'recorded');
    assert.deepEqual(
      found.value.map(({ status, details }) => [status, details]),
      [['active', [where]]],
    );
  }
  const { id } = problem('Allergy to penicillin');
  assert.deepEqual(fate(String(id), [problem('Allergy to penicillin')]), {
    state: 'shown',
    sections: ['problems'],
  });
});

test('"no known allergies" beside it is contradicted', () => {
  for (const resource of [problem('Penicillin allergy'), flag('ALLERGY TO PENICILLIN')])
    assert.equal(listed(NONE, resource), 'disagree');
});

for (const text of ['Statin intolerance', 'Adverse reaction to penicillin', 'Anaphylaxis due to bee sting'])
  test(`"${text}" among the problems is listed`, () => assert.deepEqual(listed(problem(text)), [text]));

test('one that its own words deny contradicts itself', () => {
  const found = content('allergies', [
    problem('Penicillin allergy', { note: [{ text: 'Entered in error' }] }),
  ]);
  assert.ok(found.kind === 'recorded');
  assert.deepEqual(found.value[0]?.cautions, ['contradicts-itself']);
});

for (const text of [
  'Exercise intolerance',
  'Allergic rhinitis',
  'No known drug allergy',
  'Allergy clinic',
  'Family history of penicillin allergy',
  'Penicillin allergy ruled out',
  'Asthma',
])
  test(`"${text}" among the problems is no allergy of the resident`, () => {
    assert.equal(listed(problem(text)), 'not-recorded');
  });

test('an allergy that ended, was resolved or is on a withdrawn alert is not in force', () => {
  const clinicalStatus = hl7('condition-clinical', 'resolved');
  assert.equal(listed(problem('Penicillin allergy', { clinicalStatus })), 'not-recorded');
  assert.equal(listed(problem('Penicillin allergy', { abatementDateTime: '2020' })), 'not-recorded');
  assert.equal(listed(flag('Penicillin allergy', { status: 'inactive' })), 'not-recorded');
  assert.equal(listed(flag('Penicillin allergy', { period: { end: '2026-01-01' } })), 'not-recorded');
});

test('an allergy that the list already names is shown once', () => {
  assert.deepEqual(listed(allergy('p', 'Penicillin'), problem('Penicillin allergy')), ['Penicillin']);
  const past = allergy('p', 'Penicillin', { clinicalStatus: hl7('allergyintolerance-clinical', 'resolved') });
  assert.deepEqual(listed(past, problem('Penicillin allergy')), ['Penicillin allergy', 'Penicillin']);
  assert.deepEqual(listed(allergy('p', 'Latex'), problem('Drug allergy')), ['Latex', 'Drug allergy']);
});

const finding = (text: string, fields: Json = {}) => observation('o', { text }, fields);

test('an allergy that is only an observation is listed with its value', () => {
  const found = content('allergies', [finding('Allergy to penicillin', { valueString: 'Anaphylaxis' })]);
  assert.ok(found.kind === 'recorded');
  assert.deepEqual(
    found.value.map(({ substance, details, on }) => [substance, details, on]),
    [['Allergy to penicillin: Anaphylaxis', ['recorded among the observations'], '2026-11-20T10:00:00Z']],
  );
  assert.deepEqual(listed(finding('Penicillin allergy', { valueBoolean: true })), ['Penicillin allergy']);
});

test('an observation that denies an allergy, tests for it or was cancelled lists none', () => {
  for (const fields of [
    { valueBoolean: false },
    { valueString: 'Negative' },
    { valueString: 'No' },
    { valueQuantity: { value: 2, unit: 'kU/L' } },
    { status: 'cancelled' },
  ])
    assert.equal(listed(finding('Allergy to penicillin', fields)), 'not-recorded');
});

test('"no known allergies" elsewhere is shown where nothing is listed, and is no statement of the list', () => {
  for (const [resource, place] of [
    [flag('No known allergies'), 'alerts'],
    [problem('No known allergies'), 'problems'],
    [finding('No known allergies', { valueBoolean: true }), 'observations'],
  ] as const) {
    const found = content('allergies', [resource]);
    assert.ok(found.kind === 'not-recorded');
    assert.deepEqual(
      found.statements?.map(({ text }) => text),
      [`No known allergies (recorded among the ${place})`],
    );
  }
});

test('"no known allergies" elsewhere that is denied, cancelled, over or about somebody else is not shown as said', () => {
  const none = 'No known allergies';
  for (const resource of [
    finding(none, { valueBoolean: false }),
    finding(none, { valueString: 'No' }),
    finding(none, { status: 'cancelled' }),
    finding(none, { status: 'entered-in-error', valueBoolean: true }),
    finding(none, { focus: [{ reference: 'Patient/another' }] }),
    problem(none, { clinicalStatus: hl7('condition-clinical', 'resolved') }),
    flag(none, { status: 'inactive' }),
  ])
    assert.deepEqual(content('allergies', [resource]), { kind: 'not-recorded' }, JSON.stringify(resource));
});

test('the value of an observation titled "Allergies" is listed, but a "none" or a number there is not', () => {
  const said = (text: string, title = 'Allergies') =>
    observation('o', { text: title }, { valueString: text });
  assert.deepEqual(listed(said('Penicillin, latex')), ['Allergies: Penicillin, latex']);
  assert.deepEqual(listed(said('Penicillin', 'Allergy')), ['Allergy: Penicillin']);
  assert.deepEqual(listed(allergy('a', 'Penicillin'), said('Penicillin, latex')), [
    'Allergies: Penicillin, latex',
    'Penicillin',
  ]);
  assert.deepEqual(listed(allergy('a', 'Penicillin'), said('penicillin')), ['Penicillin']);
  assert.equal(listed(NONE, said('Peanuts', 'Known allergens')), 'disagree');
  for (const text of [
    'None',
    'NKDA',
    'None known',
    'Unknown',
    'Not asked',
    'Nil, checked with daughter',
    'See allergy list',
    'No',
  ])
    assert.equal(listed(said(text)), 'not-recorded', text);
});

for (const text of ['Allergy - penicillin', 'ALLERGY: Penicillin'])
  test(`"${text}" among the alerts is listed`, () => assert.deepEqual(listed(flag(text)), [text]));
for (const text of [
  'Allergies: none',
  'Allergy - none known',
  'Allergy: unknown',
  'Allergy - clinic referral',
])
  test(`"${text}" among the alerts is no allergy`, () =>
    assert.deepEqual(listed(flag(text)), 'not-recorded'));

test('a short name on the list, such as milk, is not listed again from the problems', () => {
  for (const name of ['Milk', 'Soya', 'Fish']) {
    assert.deepEqual(listed(allergy('a', name), problem(`Allergy to ${name.toLowerCase()}`)), [name]);
  }
});

test('an allergen in a component of an observation is listed, beside what the others say', () => {
  const panel = observation(
    'o',
    { text: 'Allergy status' },
    {
      component: [
        { code: { text: 'Drug allergy' }, valueString: 'Penicillin' },
        { code: { text: 'Food allergy' }, valueString: 'None' },
      ],
    },
  );
  const found = content('allergies', [panel]);
  assert.ok(found.kind === 'recorded');
  assert.deepEqual(
    found.value.map(({ substance, details }) => [substance, details]),
    [['Drug allergy: Penicillin', ['recorded among the observations', 'Food allergy: None']]],
  );
});

test('"yes: penicillin" names an allergen, and "yes" alone none', () => {
  const said = (valueString: string) => observation('o', { text: 'Any known allergies?' }, { valueString });
  assert.deepEqual(listed(said('Yes - penicillin')), ['Any known allergies: Yes - penicillin']);
  assert.deepEqual(listed(said('Confirmed: latex')), ['Any known allergies: Confirmed: latex']);
  for (const text of ['Yes', 'Checked', 'See care plan']) assert.equal(listed(said(text)), 'not-recorded');
});

test('a title with "nil known" or "no" under it is told where nothing is listed', () => {
  for (const fields of [{ valueString: 'Nil known' }, { valueBoolean: false }]) {
    const found = content('allergies', [observation('o', { text: 'Allergies' }, fields)]);
    assert.ok(found.kind === 'not-recorded');
    assert.match(found.statements?.[0]?.text ?? '', /^Allergies: (?:Nil known|No) \(recorded among the obs/);
  }
});

const form = (text: string, answer: Json, fields: Json = {}) =>
  about('QuestionnaireResponse', 'q', {
    status: 'completed',
    authored: '2026-10-10T10:00:00Z',
    item: [{ linkId: '1', text, answer: [answer] }],
    ...fields,
  });

test('an allergen that only a form names is listed, contradicts "none", and is unconfirmed until the form is finished', () => {
  const allergens = form('Allergies', { valueString: 'Penicillin - anaphylaxis' });
  assert.deepEqual(listed(allergens), ['Allergies: Penicillin - anaphylaxis']);
  assert.equal(listed(NONE, allergens), 'disagree');
  assert.deepEqual(listed(allergy('a', 'Penicillin V'), form('Allergies', { valueString: 'Penicillin' })), [
    'Penicillin V',
  ]);
  const found = content('allergies', [
    form('Allergies', { valueString: 'Latex' }, { status: 'in-progress' }),
  ]);
  assert.deepEqual(found.kind === 'recorded' && found.value[0]?.cautions, ['unconfirmed']);
  for (const text of ['Nil', 'NKDA', 'See MAR', 'Yes'])
    assert.equal(listed(form('Allergies', { valueString: text })), 'not-recorded', text);
});

test('what stands under the answer, such as the reaction, stands with the allergen', () => {
  const item = [{ linkId: '1.1', text: 'Reaction', answer: [{ valueString: 'Anaphylaxis' }] }];
  const found = content('allergies', [form('Allergies', { valueString: 'Penicillin', item })]);
  assert.deepEqual(found.kind === 'recorded' && found.value[0]?.details, [
    'recorded on a form',
    'Reaction: Anaphylaxis',
  ]);
});

test('an allergen under a heading of the family is nobody’s here', () => {
  const item = [
    {
      linkId: '1',
      text: 'Family history',
      item: [{ linkId: '1.1', text: 'Allergies', answer: [{ valueString: 'Penicillin' }] }],
    },
  ];
  assert.equal(listed(form('', {}, { item })), 'not-recorded');
});
