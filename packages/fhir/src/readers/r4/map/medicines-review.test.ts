import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, fate, snomed, value, type Json } from '../../../record.fixtures.ts';
import { statement } from './medicine.fixtures.ts';

const REVIEW = '1239511000000100';
const review = (id: string, start: string, fields: Json = {}): Json =>
  about('Encounter', id, {
    status: 'finished',
    type: [{ ...snomed(REVIEW), text: 'Structured medication review' }],
    period: { start },
    ...fields,
  });
const reviewed = (...reviews: readonly Json[]) =>
  value('medicines', [statement('m'), ...reviews]).reviewed?.on ?? null;

test('the latest review that has taken place counts, in whichever order the reviews came', () => {
  const [older, last, ahead] = ['2026-01-05', '2026-06-05', '2027-06-05'];
  for (const days of [
    [older, last, ahead],
    [ahead, last, older],
    [last, ahead, older],
  ])
    assert.equal(reviewed(...days.map((day, at) => review(`e${at}`, day))), last);
});

test('a review that did not take place is none', () => {
  for (const fields of [
    { status: 'planned' },
    { reasonCode: [{ text: 'Did not attend' }] },
    { type: [{ text: 'Medication review due' }] },
  ])
    assert.equal(reviewed(review('a', '2026-06-05', fields)), null);
  assert.equal(reviewed(review('a', '2026-06-05', { type: [{ text: 'Medication review' }] })), '2026-06-05');
});

test('the data report names the medicines among the places of the review', () => {
  const outcome = fate('a', [statement('m'), review('a', '2026-06-05')]);
  assert.ok(outcome.state === 'shown' && outcome.sections.includes('medicines'));
});
