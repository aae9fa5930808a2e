// What public bug reports of other form fillers describe, tried on ours with inputs of our own. Each names its source.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openForm, startDraft, type AnswerValue, type FormState } from '@ehch/clinical';
import { readQuestionnaire } from './read-questionnaire.ts';
import { EXT } from './urls.ts';
import { writeResponse } from './write-response.ts';

type Json = Readonly<Record<string, unknown>>;

const AT = '2026-11-21T14:20:00Z';

function opened(item: readonly Json[], given: Readonly<Record<string, AnswerValue>> = {}): FormState {
  const { form } = readQuestionnaire({ resourceType: 'Questionnaire', item });
  assert.ok(form);
  const draft = startDraft({ id: 'd', resident: 'r', form, at: AT });
  const answers = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      { state: 'given', values: [value], at: AT, by: null, from: { kind: 'entered' } } as const,
    ]),
  );
  return openForm(form, { ...draft, answers });
}

const number = (value: number): AnswerValue => ({ type: 'number', value });
const calculated = (linkId: string, expression: string, more: readonly Json[] = []): Json => ({
  linkId,
  text: linkId,
  type: 'decimal',
  extension: [{ url: EXT.calculated, valueExpression: { language: 'text/fhirpath', expression } }, ...more],
});

test('smart-forms 2108: a choice of nought is a choice, and an empty text is none', () => {
  const { form } = opened([
    {
      linkId: 'q',
      type: 'choice',
      answerOption: [{ valueInteger: 0 }, { valueInteger: 1 }, { valueString: '' }],
    },
  ]);
  const [q] = form.items;
  assert.deepEqual(q !== undefined && 'options' in q ? q.options?.map(({ value }) => value) : null, [
    '0',
    '1',
  ]);
  assert.equal(form.limits?.length, 1);
});

test('smart-forms PR 85, survey-library 1663: a condition on nought holds for nought, and not for no answer', () => {
  const items = [
    { linkId: 'falls', type: 'integer' },
    { linkId: 'is', type: 'string', enableWhen: [{ question: 'falls', operator: '=', answerInteger: 0 }] },
    {
      linkId: 'said',
      type: 'string',
      enableWhen: [{ question: 'falls', operator: 'exists', answerBoolean: true }],
    },
  ];
  assert.deepEqual([...opened(items, { falls: number(0) }).hidden], []);
  assert.deepEqual([...opened(items).hidden], ['is', 'said']);
});

test('smart-forms PR 15: "no" is an answer, and no answer is not "no"', () => {
  const items = [
    { linkId: 'pain', type: 'boolean' },
    {
      linkId: 'why',
      type: 'string',
      enableWhen: [{ question: 'pain', operator: '=', answerBoolean: false }],
    },
  ];
  assert.deepEqual([...opened(items).hidden], ['why']);
  assert.deepEqual([...opened(items, { pain: { type: 'boolean', value: false } }).hidden], []);
});

test('smart-forms 1546: a total of hidden part scores is made of them, and says so while a part is missing', () => {
  const part = (id: string) =>
    calculated(`${id}-score`, `%resource.item.where(linkId='${id}').answer.value`, [
      { url: EXT.hidden, valueBoolean: true },
    ]);
  const read = (id: string) => `%resource.item.where(linkId='${id}-score').answer.value`;
  const items = [
    { linkId: 'f', type: 'integer' },
    { linkId: 'r', type: 'integer' },
    part('f'),
    part('r'),
    calculated('total', `${read('f')} + ${read('r')}`),
  ];
  const both = opened(items, { f: number(1), r: number(0) });
  assert.deepEqual(both.totals.get('total'), { state: 'scored', value: 1, missing: [] });
  const one = opened(items, { f: number(1) });
  assert.deepEqual(one.totals.get('total'), { state: 'nothing', missing: ['r'] });
});

test('lforms 114: an item that the form hides stays hidden from people, and is sent', () => {
  const state = opened(
    [
      { linkId: 'q', type: 'integer' },
      calculated('copy', "%resource.item.where(linkId='q').answer.value", [
        { url: EXT.hidden, valueBoolean: true },
      ]),
    ],
    { q: number(4) },
  );
  const copy = state.form.items.find(({ id }) => id === 'copy');
  assert.equal(copy?.hidden, true);
  const { draft, form } = state;
  const sent = writeResponse(form, draft, {
    status: 'in-progress',
    subject: 'Patient/1',
    authored: AT,
    state,
  });
  assert.match(JSON.stringify(sent), /"linkId":"copy".*"valueDecimal":4/);
});

test('smart-forms PR 780: a total that a whole-number item cannot hold is not sent as a decimal', () => {
  const half: Json = {
    ...calculated('half', "%resource.item.where(linkId='q').answer.value / 2"),
    type: 'integer',
  };
  const state = opened([{ linkId: 'q', type: 'integer' }, half], { q: number(41) });
  const { draft, form } = state;
  const sent = writeResponse(form, draft, {
    status: 'in-progress',
    subject: 'Patient/1',
    authored: AT,
    state,
  });
  assert.doesNotMatch(JSON.stringify(sent), /20\.5|"linkId":"half"/);
});
