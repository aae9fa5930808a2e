/** Plans, goals, teams, tasks, messages, flags and documents show more than their first words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, value, type Json } from '../../../record.fixtures.ts';

const task = (fields: Json): Json =>
  about('Task', 't', {
    status: 'requested',
    description: 'Look at her leg',
    authoredOn: '2026-11-20',
    ...fields,
  });
const taskText = (fields: Json) => value('open', [task(fields)])[0]?.text;

for (const [name, fields, text] of [
  ['a reason', { reasonCode: { text: 'Redness' } }, 'Look at her leg (Redness)'],
  ['a code', { code: { text: 'Wound check' } }, 'Look at her leg (Wound check)'],
  ['the code of a worry, which its kind says', { code: { text: 'Escalation' } }, 'Look at her leg'],
  ['a focus', { focus: { display: 'Left leg ulcer' } }, 'Look at her leg (Left leg ulcer)'],
  [
    'a status of the sender',
    { businessStatus: { text: 'Waiting for the nurse' } },
    'Look at her leg (Waiting for the nurse)',
  ],
  ['a reason for its status', { statusReason: { text: 'No nurse' } }, 'Look at her leg (No nurse)'],
  ['a start', { restriction: { period: { start: '2026-11-25' } } }, 'Look at her leg (from 25-Nov-2026)'],
  [
    'no description',
    { description: undefined, code: { text: 'Wound check' }, reasonCode: { text: 'Redness' } },
    'Redness (Wound check)',
  ],
] as const) {
  test(`a task with ${name} says so`, () => assert.equal(taskText(fields), text));
}

test('a task that is only proposed is unconfirmed, and a worry never is', () => {
  assert.deepEqual(value('open', [task({ intent: 'proposal' })])[0]?.cautions, ['unconfirmed']);
  const worry = task({ intent: 'proposal', code: { text: 'Worry' } });
  assert.deepEqual(value('open', [worry])[0]?.cautions, []);
});

const message = (fields: Json): Json =>
  about('Communication', 'm', {
    status: 'completed',
    sent: '2026-11-20',
    payload: [{ contentString: 'Her daughter rang' }],
    ...fields,
  });
const messageText = (fields: Json) => value('events', [message(fields)])[0]?.text;

for (const [name, fields, text] of [
  ['a topic', { topic: { text: 'Visit' } }, 'Her daughter rang (Visit)'],
  [
    'a reason and a category',
    { reasonCode: [{ text: 'Worry' }], category: [{ text: 'Phone' }] },
    'Her daughter rang (Worry; Phone)',
  ],
  ['what it is about', { about: [{ display: 'The plan' }] }, 'Her daughter rang (The plan)'],
  ['a recipient', { recipient: [{ display: 'Sam' }] }, 'Her daughter rang (to Sam)'],
  ['an urgency', { priority: 'urgent' }, 'Her daughter rang (urgent)'],
  ['a reason for its status', { statusReason: { text: 'By post' } }, 'Her daughter rang (By post)'],
  ['a receipt', { received: '2026-11-21' }, 'Her daughter rang (received 21-Nov-2026)'],
  [
    'a file',
    {
      payload: [
        { contentString: 'See this' },
        { contentAttachment: { title: 'Photo', creation: '2026-11-19' } },
      ],
    },
    'See this attached: Photo 19-Nov-2026',
  ],
  ['a file alone', { payload: [{ contentAttachment: {} }] }, 'attached: a file'],
  ['a record', { payload: [{ contentReference: { display: 'The chart' } }] }, 'attached: The chart'],
  ['no words at all', { payload: undefined, topic: { text: 'Visit' } }, 'Visit'],
] as const) {
  test(`a message with ${name} says so`, () => assert.equal(messageText(fields), text));
}

const plan = (fields: Json): Json =>
  about('CarePlan', 'cp', { status: 'active', intent: 'plan', title: 'Falls', ...fields });
const planOf = (fields: Json) => value('plan', [plan(fields)]).plans[0];

test('a plan shows its description with its line breaks, and its category where the title differs', () => {
  assert.equal(planOf({ description: 'Rails up\nBed low' })?.description, 'Rails up\nBed low');
  assert.equal(planOf({ title: undefined, description: 'Bed low' })?.description, undefined);
  assert.deepEqual(planOf({ category: [{ text: 'Safety' }] })?.more, [{ name: 'category', text: 'Safety' }]);
});

test('a plan without a title is named by the categories that have words', () => {
  const category = [{ coding: [{ code: 'assess-plan' }] }, { text: 'Asthma care' }, { text: 'Breathing' }];
  assert.equal(planOf({ title: undefined, category })?.title, 'Asthma care, Breathing');
});

for (const [name, detail, text] of [
  ['a code beside its words', { description: 'Walk', code: { text: 'Exercise' } }, 'Walk: Exercise'],
  ['a status that is not running', { description: 'Walk', status: 'on-hold' }, 'Walk (on hold)'],
  ['a running status', { description: 'Walk', status: 'in-progress' }, 'Walk'],
  ['a start', { description: 'Walk', scheduledPeriod: { start: '2027-01-01' } }, 'Walk (from 01-Jan-2027)'],
] as const) {
  test(`an action of a plan with ${name} says so`, () =>
    assert.equal(planOf({ activity: [{ detail }] })?.actions[0]?.text, text));
}

test('a request in a plan keeps its "do not" and its details, and one without a name is shown as unread', () => {
  const contained = [
    {
      resourceType: 'ServiceRequest',
      id: 'r',
      status: 'active',
      intent: 'order',
      doNotPerform: true,
      code: { text: 'Lift' },
      orderDetail: [{ text: 'alone' }],
    },
  ];
  const activity = [{ reference: { reference: '#r' } }];
  assert.equal(planOf({ contained, activity })?.actions[0]?.text, 'Do not: Lift, alone');
  assert.ok(
    planOf({ activity: [{ reference: { reference: 'Goal/9' } }] })?.cautions.includes('partly-unreadable'),
  );
});

const goal = (fields: Json) =>
  value('plan', [about('Goal', 'g', { lifecycleStatus: 'active', description: { text: 'Walk' }, ...fields })])
    .goals[0];

for (const [name, fields, text, status] of [
  ['in force', {}, 'Walk', 'current'],
  ['on hold', { lifecycleStatus: 'on-hold' }, 'Walk (on hold)', 'current'],
  ['rejected', { lifecycleStatus: 'rejected' }, 'Walk (rejected)', 'ended'],
  ['improving', { achievementStatus: { text: 'improving' } }, 'Walk (improving)', 'current'],
  ['achieved', { achievementStatus: { coding: [{ code: 'achieved' }] } }, 'Walk', 'achieved'],
] as const) {
  test(`a goal that is ${name} says so`, () =>
    assert.deepEqual([goal(fields)?.text, goal(fields)?.status], [text, status]));
}

test('a goal states the circumstances in which it applies', () => {
  const url = 'http://hl7.org/fhir/us/pacio-adi/StructureDefinition/adi-enclosedPrecondition-extension';
  const extension = [{ url, valueCodeableConcept: { text: 'If I cannot speak' } }];
  assert.equal(
    goal({ description: { text: 'Die at home', extension } })?.text,
    'If I cannot speak: Die at home',
  );
});

test('a member of a team is shown with the team and its telephone number', () => {
  const team = about('CareTeam', 'c', {
    status: 'active',
    name: 'Falls team',
    telecom: [{ system: 'phone', value: '01632 960000' }],
    managingOrganization: [{ display: 'Community trust' }],
    participant: [{ member: { display: 'Nurse Adeyemi' }, onBehalfOf: { display: 'Home first' } }],
  });
  const [member] = value('people', [team]).team;
  assert.deepEqual(
    [member?.organisation, member?.phones],
    ['Home first, Falls team, Community trust', ['01632 960000']],
  );
});

const flag = (category: Json) =>
  value('alerts', [
    about('Flag', 'f', { status: 'active', code: { text: 'Guide dog' }, category: [category] }),
  ])[0]?.text;

test('an alert shows a category that no kind covers, and not that it is clinical', () => {
  assert.equal(flag({ text: 'Household' }), 'Household: Guide dog');
  const system = 'http://terminology.hl7.org/CodeSystem/flag-category';
  assert.equal(flag({ coding: [{ system, code: 'clinical', display: 'Clinical' }] }), 'Guide dog');
  assert.equal(flag({ text: 'Reasonable adjustment' }), 'Guide dog');
});

test('a document shows the time that it is about, its category and the day on which its file was made', () => {
  const letter = about('DocumentReference', 'd', {
    status: 'current',
    type: { text: 'Letter' },
    category: [{ text: 'Cardiology' }],
    date: '2026-05-01',
    content: [{ attachment: { title: 'Letter', creation: '2019-02-03' } }],
    context: { period: { start: '2019-01-01', end: '2019-01-05' } },
  });
  assert.deepEqual(value('events', [letter])[0]?.more, [
    { name: 'file made on', text: '03-Feb-2019' },
    { name: 'about the time', text: '01-Jan-2019 to 05-Jan-2019' },
    { name: 'category', text: 'Cardiology' },
  ]);
});

test('a plan shows the problems that it is for, by the record or by its own words', () => {
  const problem = about('Condition', 'frail', { code: { text: 'Frailty' } });
  const addressed = { addresses: [{ reference: 'Condition/frail' }, { display: 'recurrent falls' }] };
  const [told] = value('plan', [problem, plan(addressed)]).plans;
  assert.deepEqual(told?.details, ['for Frailty, recurrent falls']);
});

test('a problem of a plan without a name goes to "more in the record"', () => {
  const [told] = value('plan', [plan({ addresses: [{ reference: 'Condition/gone' }] })]).plans;
  assert.equal(told?.details, undefined);
  assert.deepEqual(told?.more, [{ name: 'addresses', text: null }]);
});
