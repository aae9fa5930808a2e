import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, value, type Json } from '../../../record.fixtures.ts';

const doing = (record: Json) =>
  value('plan', [
    about('CarePlan', 'p', {
      status: 'active',
      intent: 'plan',
      title: 'Care plan',
      activity: [{ reference: { reference: `${String(record['resourceType'])}/x` } }],
    }),
    record,
  ]).plans[0]?.actions.map(({ text, proposed = false }) => [text, proposed]);
const physio = { code: { text: 'Physiotherapy' } };

for (const [intent, words] of [
  ['proposal', 'proposed, not asked for yet'],
  ['option', 'one of several options, not chosen yet'],
] as const)
  test(`an action whose record is a ${intent} says so, whatever its type`, () => {
    const standing = { status: 'active', intent };
    assert.deepEqual(doing(about('ServiceRequest', 'x', { ...standing, ...physio })), [
      [`Physiotherapy (${words})`, true],
    ]);
    assert.deepEqual(
      doing(about('MedicationRequest', 'x', { ...standing, medicationCodeableConcept: { text: 'Senna' } })),
      [[`Senna (${words})`, true]],
    );
    assert.deepEqual(
      doing(about('Task', 'x', { status: 'requested', intent, description: 'Physiotherapy' })),
      [[`Physiotherapy (${words})`, true]],
    );
  });

test('an action whose record is ordered, planned or directed says nothing of it, and one on hold or a draft does', () => {
  for (const intent of ['order', 'plan', 'directive'])
    assert.deepEqual(doing(about('ServiceRequest', 'x', { status: 'active', intent, ...physio })), [
      ['Physiotherapy', false],
    ]);
  assert.deepEqual(doing(about('ServiceRequest', 'x', { status: 'draft', intent: 'order', ...physio })), [
    ['Physiotherapy (draft)', false],
  ]);
  const senna = { intent: 'order', medicationCodeableConcept: { text: 'Senna' } };
  assert.deepEqual(doing(about('MedicationRequest', 'x', { status: 'on-hold', ...senna })), [
    ['Senna (on hold)', false],
  ]);
});

test('a proposed task is an open matter that is only proposed, and a proposed worry is a worry', () => {
  const task = (fields: Json) => about('Task', 't', { status: 'requested', intent: 'proposal', ...fields });
  const [found] = value('open', [task({ description: 'Physiotherapy', priority: 'urgent' })]);
  assert.deepEqual([found?.proposed, found?.cautions], [true, ['unconfirmed']]);
  const [worry] = value('open', [task({ description: 'Not herself', code: { text: 'Worry' } })]);
  assert.deepEqual([worry?.kind, worry?.proposed], ['worry', undefined]);
});

test('a planned task is not asked for, unless somebody has it in hand or it is an action of a plan', () => {
  const task = (fields: Json = {}) =>
    about('Task', 't', { status: 'requested', intent: 'plan', description: 'Physiotherapy', ...fields });
  const told = (...all: readonly Json[]) =>
    value('open', all).map(({ text, proposed = false, cautions }) => [text, proposed, ...cautions]);
  const PLANNED = [['Physiotherapy (planned, not asked for yet)', true, 'unconfirmed']];
  const ASKED = [['Physiotherapy', false]];
  for (const status of ['requested', 'received', 'ready', 'on-hold'])
    assert.deepEqual(told(task({ status })), PLANNED, status);
  for (const status of ['accepted', 'in-progress']) assert.deepEqual(told(task({ status })), ASKED, status);
  for (const intent of ['order', undefined]) assert.deepEqual(told(task({ intent })), ASKED);
  assert.deepEqual(told(task({ code: { text: 'Action of the care plan' } })), ASKED);
  assert.deepEqual(told(task({ basedOn: [{ reference: 'CarePlan/gone' }] })), ASKED);
  const plan = about('CarePlan', 'p', {
    status: 'active',
    intent: 'plan',
    title: 'Care plan',
    activity: [{ reference: { reference: 'Task/t' } }],
  });
  assert.deepEqual(told(task(), plan), ASKED);
});

test('the reason and the outcome of an action that is over stand with its name', () => {
  const [plan] = value('plan', [
    about('CarePlan', 'p', {
      status: 'active',
      intent: 'plan',
      title: 'Mobility',
      activity: [
        { detail: { status: 'cancelled', statusReason: { text: 'unsafe' }, description: 'Walk with frame' } },
        {
          outcomeCodeableConcept: [{ text: 'not achieved' }],
          detail: { status: 'completed', doNotPerform: true, description: 'walk to lunch' },
        },
      ],
    }),
  ]).plans;
  assert.deepEqual(
    plan?.more?.map(({ name, text }) => `${name}: ${text}`),
    [
      'status reason: unsafe',
      'action that is over: Walk with frame, cancelled',
      'outcome of an action: Do not: walk to lunch: not achieved',
    ],
  );
});
