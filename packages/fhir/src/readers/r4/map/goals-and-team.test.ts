import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXTENSION } from '../../../codes/systems.ts';
import { about, PATIENT, value, type Json } from '../../../record.fixtures.ts';

const goal = (fields: Json) => {
  const [found] = value('plan', [
    about('Goal', 'g', { lifecycleStatus: 'active', description: { text: 'Walk' }, ...fields }),
  ]).goals;
  assert.ok(found);
  return found;
};

for (const [name, achievementStatus] of [
  ['two codes', { coding: [{ code: 'achieved' }, { code: 'not-achieved' }] }],
  ['a code and words that deny it', { coding: [{ code: 'achieved' }], text: 'Not achieved' }],
] as const) {
  test(`a goal that is achieved and not achieved by ${name} is neither, and both are shown`, () => {
    const { text, status, cautions } = goal({ achievementStatus });
    assert.deepEqual(
      [text, status, cautions],
      ['Walk (achieved and not achieved)', 'current', ['contradicts-itself']],
    );
  });
}

test('a goal that goes on and is not achieved says so', () => {
  const { text, status } = goal({ achievementStatus: { coding: [{ code: 'not-achieved' }] } });
  assert.deepEqual([text, status], ['Walk (not achieved)', 'current']);
});

test('the first of several due dates counts, and the others are shown', () => {
  const { due, more } = goal({ target: [{ dueDate: '2027-01-01' }, { dueDate: '2026-12-01' }] });
  assert.deepEqual([due, more], ['2026-12-01', [{ name: 'another due date', text: '01-Jan-2027' }]]);
});

test('a goal states since when it has its status, and its other codings', () => {
  const description = { text: 'Walk', coding: [{ display: 'Does not want to walk' }] };
  const { more, details } = goal({ startDate: '2026-01-01', statusDate: '2026-10-01', description });
  assert.deepEqual(more, [{ name: 'status since', text: '01-Oct-2026' }]);
  assert.deepEqual(details, ['coded as “Does not want to walk”']);
});

test('an action that is a draft or on hold in its own record says so', () => {
  const plan = about('CarePlan', 'c', {
    status: 'active',
    intent: 'plan',
    title: 'Falls plan',
    activity: ['ServiceRequest/s', 'Task/t'].map((reference) => ({ reference: { reference } })),
  });
  const order = about('ServiceRequest', 's', { status: 'draft', intent: 'order', code: { text: 'Physio' } });
  const task = about('Task', 't', { status: 'on-hold', intent: 'order', description: 'Order a frame' });
  assert.deepEqual(
    value('plan', [plan, order, task]).plans[0]?.actions.map(({ text }) => text),
    ['Physio (draft)', 'Order a frame (on hold)'],
  );
});

test('an active plan whose title says that it is cancelled contradicts itself', () => {
  const plan = about('CarePlan', 'c', { status: 'active', intent: 'plan', title: 'Falls plan (cancelled)' });
  assert.deepEqual(value('plan', [plan]).plans[0]?.cautions, ['contradicts-itself']);
});

test('a team shows all its organisations and roles, and its other contact details', () => {
  const team = about('CareTeam', 't', {
    status: 'active',
    managingOrganization: [{ display: 'Hospice' }, { display: 'Trust' }],
    telecom: [
      { system: 'pager', value: '55' },
      { value: '0114 496 0000' },
      { system: 'phone', value: '0113 496 0000', period: { start: '2027-01-01' } },
    ],
    participant: [{ member: { display: 'Dr A' }, role: [{ text: 'GP' }, { text: 'Lead' }] }],
  });
  const [member] = value('people', [team]).team;
  assert.deepEqual([member?.role, member?.organisation], ['GP, Lead', 'Hospice, Trust']);
  assert.deepEqual(member?.more, [
    { name: 'pager', text: '55' },
    { name: 'contact detail', text: '0114 496 0000' },
    { name: 'phone from a later day', text: '0113 496 0000' },
  ]);
});

test('every relation of a contact is shown', () => {
  const person = about('RelatedPerson', 'r', {
    name: [{ family: 'Reed' }],
    relationship: [{ text: 'Daughter' }, { text: 'Neighbour' }, { text: 'Next of kin' }],
  });
  const [contact] = value('people', [person]).contacts;
  assert.deepEqual([contact?.relation, contact?.roles], ['Daughter, Neighbour', ['Next of kin']]);
});

test('the contacts of the resident stand in the order in which they are to be rung, and say it', () => {
  const contact = [2, undefined, 1].map((rank, n) => ({
    name: { text: `Contact ${n}` },
    ...(rank !== undefined && { extension: [{ url: EXTENSION.contactRank, valuePositiveInt: rank }] }),
  }));
  assert.deepEqual(
    value('people', [], { resources: [{ ...PATIENT, contact }] }).contacts.map(({ name, roles, more }) => [
      name,
      roles,
      more,
    ]),
    [
      ['Contact 2', ['number 1 to contact'], undefined],
      ['Contact 0', ['number 2 to contact'], undefined],
      ['Contact 1', [], undefined],
    ],
  );
});

test('an action says what came of it, and the outcome of one that is over stands with the plan', () => {
  const activity = ['in-progress', 'completed'].map((status) => ({
    outcomeCodeableConcept: [{ text: 'Walks further' }],
    detail: { status, description: 'Walk to lunch' },
  }));
  const [found] = value('plan', [
    about('CarePlan', 'c', { status: 'active', intent: 'plan', title: 'Walking', activity }),
  ]).plans;
  assert.deepEqual(
    [found?.actions.map(({ text }) => text), found?.more],
    [
      ['Walk to lunch; outcome: Walks further'],
      [{ name: 'outcome of an action', text: 'Walk to lunch: Walks further' }],
    ],
  );
});
