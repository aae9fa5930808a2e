import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, content, hl7, observation, value, type Json } from '../../../record.fixtures.ts';

const flag = (text: string, fields: Json = {}): Json =>
  about('Flag', 'f', { status: 'active', code: { text }, ...fields });
const condition = (text: string, fields: Json = {}): Json =>
  about('Condition', 'c', {
    clinicalStatus: hl7('condition-clinical', 'active'),
    code: { text },
    ...fields,
  });
const textsOf = (resource: Json) => value('limits', [resource]).decisions.map(({ text }) => text);

for (const text of [
  'Ceiling of care: ward based',
  'Ceilings of treatment agreed',
  'Not for hospital admission',
  'Not for further hospitalisation',
  'Not for ITU',
  'Do not convey to hospital',
  'DNI',
  'Refuses blood products',
  'Declines all transfusions',
  'Not for antibiotics',
  'Not for PEG feeding',
  'Refuses treatment',
  'Treatment escalation plan in place',
  'ReSPECT form in place',
  'TEP in place',
  'Universal Form of Treatment Options',
  'Advance directives in place',
  'Advance decisions to refuse treatment',
  'No advance decision to refuse treatment',
  'TLC only',
  'Not for H/A',
  'Not for hosp adm',
  'Not for PEG',
  'Not 4 IV abx',
  'Not for oral abx',
  'Not for A&E',
  'Not for bloods',
  'Not for readmission unless #NOF',
  'Jehovah’s Witness - no blood products',
  'No active Rx - keep comfortable',
  'No hospital admission',
  'Avoid hospital',
  'Comfort care',
  'Ceiling: home. Oral abx only',
  'Home is the ceiling of care',
]) {
  test(`a flag or a problem that says "${text}" is an agreed limit in its own words`, () => {
    assert.deepEqual(textsOf(flag(text)), [text]);
    assert.deepEqual(textsOf(condition(text)), [text]);
    assert.equal(content('alerts', [flag(text)]).kind, 'not-recorded');
  });
}

for (const text of [
  'Not for flu vaccine',
  'Declined breakfast',
  'Ceiling hoist',
  'Admitted to ward',
  'TEP hernia repair',
  'Bed rails',
  'No blood in urine',
  'No blood thinners',
  'No hospital admissions this year',
  'Not for review',
  'Not for IVDU clinic',
  'Not for tube train',
  'Keep comfortable shoes nearby',
  'TLC clinic',
  'Home ceiling repaired',
])
  test(`"${text}" is no limit of treatment`, () => {
    assert.equal(content('limits', [flag(text), condition(text)]).kind, 'not-recorded');
    assert.equal(value('alerts', [flag(text)]).length, 1);
  });

test('a problem that is a limit stays among the problems, and one that is over limits nothing', () => {
  assert.equal(value('problems', [condition('Not for hospital admission')]).length, 1);
  for (const over of [
    { clinicalStatus: hl7('condition-clinical', 'resolved') },
    { abatementDateTime: '2026-01-01' },
    { abatementString: 'review of May' },
  ])
    assert.equal(content('limits', [condition('Not for hospital admission', over)]).kind, 'not-recorded');
});

test('an unconfirmed problem that is a limit says so', () => {
  const [found] = value('limits', [
    condition('Not for ITU', { verificationStatus: hl7('condition-ver-status', 'provisional') }),
  ]).decisions;
  assert.deepEqual(found?.cautions, ['unconfirmed']);
});

test('a flag that is past or has not begun says so', () => {
  const [past] = value('limits', [flag('Not for ITU', { period: { end: '2026-01-01' } })]).decisions;
  assert.equal(past?.text, 'Not for ITU, until 01-Jan-2026: past, not in force today');
  assert.deepEqual(past.cautions, ['past-its-date']);
  const [ahead] = value('limits', [flag('Not for ITU', { period: { start: '2027-01-01' } })]).decisions;
  assert.equal(ahead?.text, 'Not for ITU: not in force today');
  assert.deepEqual(ahead.cautions, ['future-dated']);
});

test('an observation is a limit by its title or its value, and shows both', () => {
  const titled = observation(
    'o',
    { text: 'Treatment escalation plan' },
    { valueString: 'Ward based, no ICU' },
  );
  assert.deepEqual(textsOf(titled), ['Treatment escalation plan: Ward based, no ICU']);
  const valued = observation('o', { text: 'Care decision' }, { valueString: 'Not for hospital' });
  assert.deepEqual(textsOf(valued), ['Care decision: Not for hospital']);
  const denied = observation('o', { text: 'Ceiling of treatment agreed' }, { valueBoolean: false });
  assert.deepEqual(textsOf(denied), ['Ceiling of treatment agreed: No']);
});

test('an observation of lacking mental capacity is shown among the limits, and a lung capacity is not', () => {
  const capacity = (text: string) => observation('o', { text }, { valueBoolean: false });
  assert.deepEqual(textsOf(capacity('Has capacity to consent to treatment')), [
    'Has capacity to consent to treatment: No',
  ]);
  assert.deepEqual(textsOf(capacity('Mental capacity')), ['Mental capacity: No']);
  assert.equal(content('limits', [capacity('Vital capacity')]).kind, 'not-recorded');
});

test('an observation that there is no advance decision refuses nothing', () => {
  const decision = observation('o', { text: 'ADRT in place' }, { valueBoolean: false });
  assert.equal(value('limits', [decision]).decisions[0]?.kind, 'other');
});

test('a wish or a limit about somebody else is not the resident’s', () => {
  const focus = [{ reference: 'RelatedPerson/son' }];
  for (const [title, fields] of [
    ['Ceiling of treatment', {}],
    ['Preferred place of death', {}],
    ['Care', { category: [{ coding: [{ code: 'care-experience-preference' }] }] }],
  ] as const) {
    const resource = observation('o', { text: title }, { valueString: 'Ward', focus, ...fields });
    assert.equal(content('limits', [resource]).kind, 'not-recorded', title);
  }
});

const goal = (text: string, fields: Json = {}): Json =>
  about('Goal', 'g', { lifecycleStatus: 'active', description: { text }, ...fields });

test('a goal that is itself a limit is shown among the limits, and in the plan', () => {
  for (const text of [
    'Not for hospital admission',
    'Not to be admitted to hospital',
    'Comfort care only',
    'Ceiling of care: ward based',
  ]) {
    assert.deepEqual(textsOf(goal(text)), [`${text} (a goal)`]);
    assert.equal(value('plan', [goal(text)]).goals[0]?.text, text);
  }
  for (const text of ['Walk to the dining room', 'Avoid falls', 'Comfortable at night'])
    assert.equal(content('limits', [goal(text)]).kind, 'not-recorded', text);
});

const plan = (fields: Json): Json =>
  about('CarePlan', 'l', { status: 'active', intent: 'plan', title: 'Emergency care plan', ...fields });

test('a care plan that names a limit is shown among the limits, and in the plan', () => {
  const found = plan({ description: 'Not for hospital admission' });
  assert.deepEqual(textsOf(found), ['Emergency care plan: Not for hospital admission (a care plan)']);
  assert.equal(value('plan', [found]).plans.length, 1);
  for (const description of ['Call the daughter first', 'See her advance care plan'])
    assert.equal(content('limits', [plan({ description })]).kind, 'not-recorded');
});

test('a care plan that is over, past or only proposed limits nothing today and says so', () => {
  const told = (fields: Json) => {
    const [decision] = value('limits', [plan({ description: 'Not for hospital', ...fields })]).decisions;
    return [decision?.text, decision?.cautions];
  };
  const said = 'Emergency care plan: Not for hospital (a care plan)';
  assert.deepEqual(told({ status: 'revoked' }), [`${said}: revoked, not in force today`, []]);
  assert.deepEqual(told({ status: 'on-hold' }), [said, ['unconfirmed']]);
  assert.deepEqual(told({ intent: 'proposal' }), [said, ['unconfirmed']]);
  assert.deepEqual(told({ period: { end: '2026-01-01' } }), [
    `${said}: past, not in force today`,
    ['past-its-date'],
  ]);
  assert.deepEqual(told({ period: { start: '2027-01-01' } }), [
    `${said}: not in force today`,
    ['future-dated'],
  ]);
});

test('a goal that is over, or only proposed, limits nothing today and says so', () => {
  for (const [lifecycleStatus, words] of [
    ['cancelled', 'cancelled'],
    ['proposed', 'only proposed'],
  ] as const)
    assert.deepEqual(textsOf(goal('Comfort care only', { lifecycleStatus })), [
      `Comfort care only (a goal): ${words}, not in force today`,
    ]);
  assert.deepEqual(
    value('limits', [goal('Comfort care only', { lifecycleStatus: 'on-hold' })]).decisions[0]?.cautions,
    ['unconfirmed'],
  );
  assert.deepEqual(textsOf(goal('Comfort care only', { startDate: '2027-01-01' })), [
    'Comfort care only (a goal): not in force today',
  ]);
});

test('a goal about CPR is shown with the decisions about CPR', () => {
  assert.deepEqual(
    value('limits', [goal('Not for CPR')]).cpr.map(({ decision, details }) => [decision, details]),
    [['do-not-attempt', ['recorded as a goal']]],
  );
});

for (const [title, fields, text] of [
  ['For hospital admission', { valueBoolean: false }, 'For hospital admission: No'],
  ['Lasting power of attorney', { valueString: 'her daughter' }, 'Lasting power of attorney: her daughter'],
  ['GSF prognostic indicator stage D (red)', {}, 'GSF prognostic indicator stage D (red)'],
] as const) {
  test(`"${text}" as an observation is shown with the limits`, () => {
    const { decisions } = value('limits', [observation('o', { text: title }, fields)]);
    assert.deepEqual(
      decisions.map((one) => one.text),
      [text],
    );
  });
}

test('an activity of an active care plan that names a limit is a limit too, and no other activity is', () => {
  const limitsOf = (detail: Json, fields: Json = {}) => {
    const plan = about('CarePlan', 'c', {
      status: 'active',
      intent: 'plan',
      title: 'Care and support plan',
      created: '2026-05-01',
      activity: [{ detail: { status: 'in-progress', ...detail } }],
      ...fields,
    });
    return content('limits', [plan]).kind === 'recorded' ? textsOf(plan) : [];
  };
  const admission = { description: 'Not for hospital admission' };
  assert.deepEqual(limitsOf(admission), ['Not for hospital admission (in a care plan)']);
  assert.deepEqual(limitsOf({ description: 'hospital admission', doNotPerform: true }), [
    'do not: hospital admission (in a care plan)',
  ]);
  for (const [detail, fields] of [
    [{ description: 'lift under the arms', doNotPerform: true }, {}],
    [{ ...admission, status: 'cancelled' }, {}],
    [{ ...admission, status: 'entered-in-error' }, {}],
    [admission, { status: 'revoked' }],
  ] as const)
    assert.deepEqual(limitsOf(detail, fields), []);
});

for (const [text, isOver] of [
  ['Advance decision to refuse treatment revoked', true],
  ['ADRT withdrawn 3 May', true],
  ['ADRT no longer valid', true],
  ['No advance decision to refuse treatment', false],
  ['Discussed advance decision to refuse treatment', false],
  ['Does not have an advance decision to refuse treatment', false],
  ['ADRT not yet signed', false],
  ['Declined to make an ADRT', false],
  ['Wishes to make an ADRT', false],
] as const) {
  test(`"${text}" refuses nothing in advance`, () => {
    for (const resource of [flag(text), condition(text)]) {
      const [found] = value('limits', [resource]).decisions;
      assert.deepEqual([found?.kind, found?.text], ['other', text]);
      assert.deepEqual(found?.cautions, isOver ? ['contradicts-itself'] : []);
    }
  });
}

test('an advance decision to refuse treatment is a refusal, also with its words', () => {
  for (const text of [
    'Advance decision to refuse treatment',
    'ADRT in place, signed and witnessed',
    'ADRT: declines blood products',
    'ADRT: does not want to be ventilated',
    'ADRT: wishes to die at home without antibiotics',
  ])
    assert.equal(value('limits', [flag(text)]).decisions[0]?.kind, 'refusal-of-treatment', text);
});

test('a limit whose own words say that it is over is doubted', () => {
  for (const text of ['Ceiling of care: ward based - cancelled', 'Not for hospital admission (superseded)'])
    for (const resource of [flag(text), condition(text), observation('o', { text }, {})])
      assert.deepEqual(value('limits', [resource]).decisions[0]?.cautions, ['contradicts-itself'], text);
});

test('a limit that only asks is unconfirmed, and one of the family is in doubt', () => {
  const cautions = (resource: Json) => value('limits', [resource]).decisions[0]?.cautions;
  for (const [text, doubt] of [
    ['?TLC only', 'unconfirmed'],
    ['Husband not for hospital', 'contradicts-itself'],
  ] as const)
    for (const one of [flag(text), condition(text), observation('o', { text }, {})])
      assert.deepEqual(cautions(one), [doubt], text);
  assert.deepEqual(cautions(flag('Not for hospital: agreed with husband')), []);
});

test('an observation in shorthand is a limit too, and one about DoLS is shown with its answer', () => {
  const said = (text: string, fields: Json = {}) => observation('o', { text }, fields);
  for (const text of ['TLC only', 'Not for H/A', 'Not for bloods', 'No active Rx'])
    assert.deepEqual(textsOf(said(text)), [text]);
  assert.deepEqual(textsOf(said('DoLS in place', { valueString: 'No' })), ['DoLS in place: No']);
  assert.deepEqual(textsOf(said('Deprivation of Liberty Safeguards', { valueBoolean: true })), [
    'Deprivation of Liberty Safeguards: Yes',
  ]);
});
