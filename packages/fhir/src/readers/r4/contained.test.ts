import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, hl7, value, type Json } from '../../record.fixtures.ts';

const stay = (contained: Json) =>
  value('events', [
    {
      ...about('Encounter', 'e', {
        status: 'finished',
        type: [{ text: 'Stay' }],
        period: { start: '2026-11-01', end: '2026-11-03' },
        reasonReference: [{ reference: '#c' }],
      }),
      contained: [{ resourceType: 'Condition', id: 'c', code: { text: 'Stroke' }, ...contained }],
    },
  ])[0];

test('a contained record is read for its words, with or without a subject', () => {
  assert.equal(stay({})?.text, 'Stay: Stroke');
  assert.equal(stay({ subject: { reference: 'Patient/p1' } })?.text, 'Stay: Stroke');
});

test('a contained record says how it stands', () => {
  const found = stay({ verificationStatus: hl7('condition-ver-status', 'unconfirmed') });
  assert.equal(found?.text, 'Stay: Stroke (unconfirmed)');
  const over = stay({ clinicalStatus: hl7('condition-clinical', 'resolved') });
  assert.equal(over?.text, 'Stay: Stroke (resolved)');
});

for (const [name, fields] of [
  ['about another patient', { subject: { reference: 'Patient/p2' } }],
  ['about a group', { subject: { reference: 'Group/g' } }],
  ['refuted', { verificationStatus: hl7('condition-ver-status', 'refuted') }],
  ['entered in error', { verificationStatus: hl7('condition-ver-status', 'entered-in-error') }],
] as const)
  test(`a contained record that is ${name} lends no words, and counts as missing`, () => {
    const found = stay(fields);
    assert.equal(found?.text, 'Stay');
    assert.ok(found.cautions.includes('reference-missing'));
    assert.ok(!JSON.stringify(found).includes('Stroke'));
  });

test('no plan has an action of another patient from within', () => {
  const plan = about('CarePlan', 'k', {
    status: 'active',
    intent: 'plan',
    title: 'Plan',
    activity: [{ reference: { reference: '#s' } }],
    contained: [
      {
        resourceType: 'ServiceRequest',
        id: 's',
        status: 'active',
        intent: 'order',
        code: { text: 'Physio' },
        subject: { reference: 'Patient/p2' },
      },
    ],
  });
  assert.ok(!JSON.stringify(value('plan', [plan])).includes('Physio'));
});

test('a contained goal that was rejected says so', () => {
  const plan = about('CarePlan', 'k', {
    status: 'active',
    intent: 'plan',
    title: 'Plan',
    goal: [{ reference: '#g' }],
    contained: [
      {
        resourceType: 'Goal',
        id: 'g',
        lifecycleStatus: 'rejected',
        description: { text: 'Walk' },
        subject: { reference: 'Patient/p1' },
      },
    ],
  });
  assert.match(JSON.stringify(value('plan', [plan])), /Walk[^"]*rejected/);
});
