import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, value } from '../../../record.fixtures.ts';

test('of two forms that replace each other, neither is out of force, and both are in doubt', () => {
  const form = (id: string, other: string) =>
    about('DocumentReference', id, {
      status: 'current',
      type: { text: 'ReSPECT form' },
      date: '2026-05-01T10:00:00Z',
      content: [{ attachment: { title: 'Form' } }],
      relatesTo: [{ code: 'replaces', target: { reference: `DocumentReference/${other}` } }],
    });
  const { documents } = value('limits', [form('a', 'b'), form('b', 'a')]);
  assert.deepEqual(
    documents.map(({ status, cautions }) => [status, cautions]),
    [
      ['current', ['contradicts-itself']],
      ['current', ['contradicts-itself']],
    ],
  );
});

const plan = (id: string, other: string, title = id) =>
  about('CarePlan', id, {
    status: 'active',
    intent: 'plan',
    title,
    description: 'Stay at home',
    replaces: [{ reference: `CarePlan/${other}` }],
  });

test('of two plans that replace each other, neither has ended', () => {
  const { plans } = value('plan', [plan('a', 'b'), plan('b', 'a')]);
  assert.deepEqual(
    plans.map(({ status, cautions }) => [status, cautions]),
    [
      ['active', ['contradicts-itself']],
      ['active', ['contradicts-itself']],
    ],
  );
});

test('of two advance care plans that replace each other, both are wishes, and in doubt', () => {
  const title = 'Advance care plan';
  const { wishes } = value('limits', [plan('a', 'b', title), plan('b', 'a', title)]);
  assert.deepEqual(
    wishes.map(({ cautions }) => cautions),
    [['contradicts-itself'], ['contradicts-itself']],
  );
});
