import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, content, fate, hl7, observation, value, type Json } from '../../../record.fixtures.ts';

const plan = (fields: Json, id = 'w'): Json =>
  about('CarePlan', id, {
    status: 'active',
    intent: 'plan',
    title: 'Advance care plan',
    created: '2026-05-01',
    ...fields,
  });
const wishesOf = (...resources: readonly Json[]) => value('limits', resources).wishes.map(({ text }) => text);

test('a wish is the description of the plan, else its title', () => {
  assert.deepEqual(wishesOf(plan({ description: 'Stay here' })), ['Stay here']);
  assert.deepEqual(wishesOf(plan({})), ['Advance care plan']);
  for (const title of ['Anticipatory care plan', 'Future care plan'])
    assert.deepEqual(wishesOf(plan({ title })), [title]);
});

for (const [name, fields, text] of [
  [
    'a title that says more than that it is one',
    { title: 'Advance care plan: not for hospital', description: 'Stay here' },
    'Advance care plan: not for hospital: Stay here',
  ],
  [
    'a category beside a title',
    { category: [{ text: 'Advance care plan' }], title: 'Not for ICU', description: 'Stay here' },
    'Not for ICU: Stay here',
  ],
  [
    'a name that denies it',
    { title: 'No advance care plan', description: 'Will not discuss it' },
    'No advance care plan: Will not discuss it',
  ],
  [
    'a second category that makes it one',
    {
      category: [{ text: 'Care plan' }, { text: 'Advance care plan' }],
      title: undefined,
      description: 'Stay',
    },
    'Stay',
  ],
  ['what it is for', { description: 'Stay', addresses: [{ display: 'COPD' }] }, 'Stay; for COPD'],
  ['lines', { description: 'First ring me\nThen 111' }, 'First ring me\nThen 111'],
] as const) {
  test(`a plan of wishes with ${name} is shown whole`, () =>
    assert.deepEqual(wishesOf(plan(fields)), [text]));
}

test('actions of a plan of wishes are shown with it', () => {
  const activity = [
    { detail: { status: 'in-progress', description: 'hospital admission', doNotPerform: true } },
    { detail: { status: 'in-progress', description: 'Ring her son' } },
    { detail: { status: 'cancelled', description: 'Nothing' } },
  ];
  assert.deepEqual(wishesOf(plan({ description: 'Stay here', activity })), [
    'Stay here; Do not: hospital admission; Ring her son',
  ]);
});

test('a plan for emergencies is shown in the limits with its title, and its decision about CPR in its own row', () => {
  const respect = plan({
    title: 'ReSPECT',
    description: 'Focus on comfort',
    activity: [{ detail: { status: 'in-progress', description: 'Not for CPR' } }],
  });
  assert.deepEqual(wishesOf(respect), ['ReSPECT: Focus on comfort']);
  assert.equal(value('limits', [respect]).cpr.length, 1);
  assert.equal(content('plan', [respect]).kind, 'not-recorded');
});

test('an end of life care plan may be for the last year, and stays a plan', () => {
  assert.equal(value('plan', [plan({ title: 'End of life care plan' })]).plans.length, 1);
});

test('a plan of wishes that has not begun, or is past, says so in its words, and does not come first', () => {
  const found = value('limits', [
    plan({ description: 'Ahead', period: { start: '2027-01-01' }, created: '2026-11-01' }, 'a'),
    plan({ description: 'Now' }, 'b'),
    plan({ description: 'Past', period: { end: '2026-01-01' }, created: '2025-01-01' }, 'c'),
  ]).wishes;
  assert.deepEqual(
    found.map(({ text, cautions }) => [text, cautions]),
    [
      ['Now', []],
      ['Past, until 01-Jan-2026: past, not in force today', ['past-its-date']],
      ['Ahead, from 01-Jan-2027: not in force today', ['future-dated']],
    ],
  );
});

test('a plan that is only proposed is unconfirmed', () => {
  assert.deepEqual(value('limits', [plan({ intent: 'proposal' })]).wishes[0]?.cautions, ['unconfirmed']);
  assert.deepEqual(value('plan', [plan({ intent: 'proposal', title: 'Falls' })]).plans[0]?.cautions, [
    'unconfirmed',
  ]);
});

test('a plan that a newer one in force replaces is not in force, and a future one replaces nothing yet', () => {
  const replaces = [{ reference: 'CarePlan/w' }];
  const old = plan({ description: 'Old' });
  assert.deepEqual(wishesOf(old, plan({ description: 'New', replaces }, 'n')), ['New']);
  assert.equal(fate('w', [old, plan({ replaces }, 'n')]).state, 'set-aside');
  assert.equal(wishesOf(old, plan({ replaces, period: { start: '2027-01-01' } }, 'n')).length, 2);
  const falls = plan({ title: 'Falls' });
  assert.equal(
    value('plan', [falls, plan({ title: 'Falls 2', replaces }, 'n')]).plans.find(
      ({ title }) => title === 'Falls',
    )?.status,
    'ended',
  );
});

const PRECONDITION =
  'http://hl7.org/fhir/us/pacio-adi/StructureDefinition/adi-enclosedPrecondition-extension';
const precondition = [{ url: PRECONDITION, valueCodeableConcept: { text: 'If I cannot swallow' } }];
const preference = (fields: Json): Json =>
  observation(
    'o',
    { text: 'Thoughts on feeding' },
    {
      category: [{ coding: [{ code: 'intervention-preference' }] }],
      valueString: 'No feeding tube',
      ...fields,
    },
  );

test('a preference is a wish, shown with the circumstances in which it applies', () => {
  assert.deepEqual(wishesOf(preference({})), ['Thoughts on feeding: No feeding tube']);
  assert.deepEqual(wishesOf(preference({ extension: precondition })), [
    'If I cannot swallow: No feeding tube',
  ]);
  assert.match(wishesOf(preference({ status: 'cancelled' }))[0] ?? '', /: cancelled, not in force today$/);
});

test('a decision about CPR for some circumstances only is not read as one for all', () => {
  const found = preference({
    code: { text: 'CPR decision' },
    valueString: 'Not for CPR',
    extension: precondition,
  });
  const { cpr, decisions, wishes } = value('limits', [found]);
  assert.deepEqual([cpr, wishes], [[], []]);
  assert.equal(
    decisions[0]?.text,
    'could not be understood, see the record: If I cannot swallow: CPR decision: Not for CPR',
  );
  assert.deepEqual(decisions[0]?.details ?? [], [], 'the circumstances are told once');
});

const TRIAL = 'http://hl7.org/fhir/us/pacio-adi/StructureDefinition/adi-trialperiod-extension';
const directive = (fields: Json): Json =>
  about('ServiceRequest', 's', {
    status: 'active',
    intent: 'directive',
    authoredOn: '2026-02-01',
    category: [{ text: 'Nutrition orders' }],
    code: { text: 'Tube feeding' },
    ...fields,
  });

for (const [name, fields, kind, text] of [
  ['plain', {}, 'other', 'Nutrition orders: Tube feeding'],
  ['negative', { doNotPerform: true }, 'refusal-of-treatment', 'Nutrition orders: do not: Tube feeding'],
  [
    'an order that forbids',
    { intent: 'order', doNotPerform: true, code: { text: 'Admission to hospital' }, category: [] },
    'other',
    'do not: Admission to hospital',
  ],
  [
    'tried for a time',
    { extension: [{ url: TRIAL, valueString: 'one week' }] },
    'other',
    'Nutrition orders: Tube feeding; trial period: one week',
  ],
  [
    'of the future',
    { occurrencePeriod: { start: '2027-01-01' } },
    'other',
    'Nutrition orders: Tube feeding; from 01-Jan-2027: not in force today',
  ],
  [
    'past',
    { occurrencePeriod: { end: '2026-03-01' } },
    'other',
    'Nutrition orders: Tube feeding; until 01-Mar-2026: past, not in force today',
  ],
  [
    'detailed',
    { orderDetail: [{ text: 'by gastrostomy' }] },
    'other',
    'Nutrition orders: Tube feeding, by gastrostomy',
  ],
] as const) {
  test(`a directive that is ${name} is shown whole`, () => {
    const [decision] = value('limits', [directive(fields)]).decisions;
    assert.deepEqual([decision?.kind, decision?.text], [kind, text]);
  });
}

test('a revoked directive is not in force, one on hold is unconfirmed, and an order is no directive', () => {
  const revoked = value('limits', [directive({ status: 'revoked' })]).decisions[0];
  assert.match(revoked?.text ?? '', /: revoked, not in force today$/);
  assert.deepEqual(value('limits', [directive({ status: 'on-hold' })]).decisions[0]?.cautions, [
    'unconfirmed',
  ]);
  assert.equal(content('limits', [directive({ intent: 'order' })]).kind, 'not-recorded');
});

for (const intent of ['order', 'instance-order']) {
  test(`an ${intent} that forbids something is shown among the limits, and is nobody's refusal`, () => {
    const fields = { intent, doNotPerform: true, code: { text: 'Hospital admission' } };
    const [decision] = value('limits', [directive(fields)]).decisions;
    assert.deepEqual(
      [decision?.kind, decision?.text, decision?.cautions],
      ['other', 'Nutrition orders: do not: Hospital admission', []],
    );
  });
}

test('an order not to do something whose words deny it already contradicts itself', () => {
  const fields = { doNotPerform: true, code: { text: 'Not for hospital admission' } };
  assert.deepEqual(value('limits', [directive(fields)]).decisions[0]?.cautions, ['contradicts-itself']);
});

test('a limit that its own note withdraws contradicts itself', () => {
  const note = [{ text: 'Withdrawn by her on 3 May' }];
  assert.deepEqual(value('limits', [plan({ note })]).wishes[0]?.cautions, ['contradicts-itself']);
  const ceiling = observation('o', { text: 'Ceiling of care' }, { valueString: 'Home only', note });
  for (const decision of [directive({ note }), ceiling])
    assert.deepEqual(value('limits', [decision]).decisions[0]?.cautions, ['contradicts-itself']);
});

test('a preferred place that nobody named is no place, and says why', () => {
  const place = (fields: Json) =>
    value('limits', [observation('p', { text: 'Preferred place of death' }, fields)]).decisions[0]?.text;
  assert.equal(place({ valueCodeableConcept: { text: 'Rowan Court' } }), 'Rowan Court');
  assert.equal(
    place({ dataAbsentReason: hl7('data-absent-reason', 'asked-declined') }),
    'no place named: declined',
  );
  assert.equal(place({ valueBoolean: false }), 'no place named: No');
});
