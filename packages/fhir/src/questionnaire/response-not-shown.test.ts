import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answerItem,
  openForm,
  startDraft,
  type Answer,
  type AnswerValue,
  type FormDefinition,
  type FormState,
} from '@ehch/clinical/form';
import { questionnaireWith } from '../fhirpath/compile.fixtures.ts';
import { readQuestionnaire } from './read-questionnaire.ts';
import { writeResponse } from './write-response.ts';

const AT = '2026-11-21T14:20:00Z';
const WRITE = { status: 'in-progress', subject: 'Patient/17', authored: AT } as const;

const { form: kinds } = readQuestionnaire(questionnaireWith('1'));
if (kinds === null) throw new Error('no form');

const sent = (form: FormDefinition, { draft }: FormState): unknown => writeResponse(form, draft, WRITE);

function opened(form: FormDefinition): FormState {
  return openForm(form, startDraft({ id: 'd', resident: 'r1', form, at: AT }));
}

function answered(state: FormState, key: string, values: readonly AnswerValue[]): FormState {
  return answerItem(state, key, { state: 'given', values, at: AT, by: null, from: { kind: 'entered' } })
    .state;
}

test('hidden answers are not sent', () => {
  const answers = [
    ['yes', { type: 'boolean', value: true }],
    ['under', { type: 'number', value: 4 }],
  ] as const;
  const state = answers.reduce((so, [key, value]) => answered(so, key, [value]), opened(kinds));
  assert.match(JSON.stringify(sent(kinds, state)), /"under"/);
  const refused: Answer = { state: 'refused', reason: null, at: AT, by: null };
  const json = JSON.stringify(sent(kinds, answerItem(state, 'yes', refused).state));
  assert.doesNotMatch(json, /"under"/);
  assert.match(json, /"asked-declined"/);
});

test('an answer that a later one hid stays in the draft, and is not sent', () => {
  const value = { type: 'boolean', value: true } as const;
  const form: FormDefinition = {
    id: 'f',
    title: 'F',
    version: '1',
    items: [
      { id: 'fell', type: 'boolean', text: 'Fell' },
      {
        id: 'hurt',
        type: 'text',
        text: 'Hurt',
        when: { match: 'all', tests: [{ item: 'fell', operator: '=', value }] },
      },
    ],
  };
  const told = answered(answered(opened(form), 'fell', [value]), 'hurt', [{ type: 'text', value: 'wrist' }]);
  assert.match(JSON.stringify(sent(form, told)), /wrist/);
  const untold = answered(told, 'fell', [{ type: 'boolean', value: false }]);
  assert.ok('hurt' in untold.draft.answers);
  assert.doesNotMatch(JSON.stringify(sent(form, untold)), /wrist/);
});
