import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openForm, startDraft, type FormDefinition } from '@ehch/clinical/form';
import { readQuestionnaire } from '../questionnaire/read-questionnaire.ts';
import { EXT } from '../questionnaire/urls.ts';

const A = "%resource.item.where(linkId='a').answer.value";

/** A form with one number, one total, and variables that each hold the one before it several times. */
function formWith(text: string, variables: readonly string[] = [], linkId = 'a'): FormDefinition | null {
  const named = variables.map((expression, i) => ({
    url: EXT.variable,
    valueExpression: { name: `v${i}`, language: 'text/fhirpath', expression },
  }));
  const valueExpression = { language: 'text/fhirpath', expression: text };
  const { form } = readQuestionnaire({
    resourceType: 'Questionnaire',
    status: 'draft',
    extension: named,
    item: [
      { linkId, type: 'integer', text: 'A' },
      { linkId: 't', type: 'decimal', text: 'T', extension: [{ url: EXT.calculated, valueExpression }] },
    ],
  });
  return form;
}

function totalOf(form: FormDefinition | null) {
  assert.ok(form);
  const draft = startDraft({ id: 'd', resident: 'r', form, at: '2026-11-21T09:15:00Z' });
  return openForm(form, draft).totals.get('t');
}

const HOSTILE: Readonly<Record<string, string>> = {
  'a long sum': `1${'+1'.repeat(40_000)}`,
  'a long sum of answers': Array(2000).fill(A).join('+'),
  'a chain of functions': A + '.abs()'.repeat(14_000),
  'a chain of negations': A + '.not()'.repeat(15_000),
  'a chain of steps': `a${'.b'.repeat(45_000)}`,
  'a chain of places': A + '[0]'.repeat(30_000),
  'a long list': `1${'|1'.repeat(30_000)}`,
  'a chain of types': A + ' as Integer'.repeat(8000),
};

for (const [name, text] of Object.entries(HOSTILE))
  test(`${name} in an imported form is read but cannot be scored, and overflows no stack`, () => {
    assert.deepEqual(totalOf(formWith(text)), { state: 'cannot-score', why: 'unsupported' });
  });

test('variables that are within bounds alone but not together cannot be scored', () => {
  const chain = (name: string) => `${name}${'+1'.repeat(400)}`;
  const variables = [chain(A), ...Array.from({ length: 30 }, (_, i) => chain(`%v${i}`))];
  assert.deepEqual(totalOf(formWith('%v30', variables)), { state: 'cannot-score', why: 'unsupported' });
});

test('a sum of 300 questions is within bounds', () => {
  assert.equal(totalOf(formWith(Array(300).fill(A).join(' + ')))?.state, 'nothing');
});

test('no pattern is tried on a linkId of any length', () => {
  // Two parts of open length take ten seconds on 100,000 letters.
  const text = "%resource.descendants().where(linkId.matches('^a*a*b$')).answer.value";
  assert.equal(totalOf(formWith(text, [], 'a'.repeat(100_000)))?.state, 'cannot-score');
});
