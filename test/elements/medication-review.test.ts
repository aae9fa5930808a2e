/** The words about a medication review. The reader looks for it among the visits, and nowhere else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildView } from '../../packages/fhir/src/index.ts';
import { NOW, PATIENT, type Json } from './plain-resources.ts';
import { wordsOf } from './words-of.ts';

const subject = { reference: 'Patient/p' };
const MEDICINE: Json = {
  resourceType: 'MedicationRequest',
  id: 'm',
  status: 'active',
  intent: 'order',
  subject,
  medicationCodeableConcept: { text: 'Ramipril 5 mg capsules' },
};
const SMR = {
  coding: [
    { system: 'http://snomed.info/sct', code: '1239511000000100', display: 'Structured medication review' },
  ],
};
const visit = (fields: Json): Json => ({
  resourceType: 'Encounter',
  id: `v${JSON.stringify(fields).length}`,
  status: 'finished',
  subject,
  class: { code: 'AMB' },
  type: [{ text: 'Medication review' }],
  period: { start: '2026-09-01' },
  ...fields,
});
function said(outcomes: Parameters<typeof buildView>[0]['outcomes'], ...resources: readonly Json[]): string {
  const { view } = buildView({
    resident: 'r',
    patient: 'p',
    resources: [PATIENT, MEDICINE, ...resources],
    outcomes,
    now: NOW,
    sourceLabel: 'test',
  });
  return wordsOf(view, NOW);
}
const NONE = 'No medication review found among the visits.';

test('without a review among the visits, the summary says where it looked', () => {
  assert.ok(said({}).includes(NONE));
  const declined = { type: [SMR], reasonCode: [{ text: 'Did not attend' }] };
  for (const fields of [{ status: 'planned' }, { status: 'cancelled' }, declined])
    assert.ok(said({}, visit(fields)).includes(NONE), JSON.stringify(fields));
});

test('where the engine did not read the visits, the review is not known', () => {
  const words = said({ Encounter: { state: 'failed', error: { code: 'timeout' }, at: NOW } });
  assert.ok(words.includes('Medication review not known: the visits were not all read.'));
  assert.ok(!words.includes(NONE));
});

test('the reader recognises a review also by its name, and the latest that took place counts', () => {
  assert.ok(!said({}, visit({})).includes('No medication review'));
  const words = said({}, visit({ type: [SMR] }), visit({ type: [SMR], period: { start: '2027-01-01' } }));
  const [, review] = words.split('Structured medication review');
  assert.ok(review?.trimStart().startsWith('01-Sep-2026'));
});
