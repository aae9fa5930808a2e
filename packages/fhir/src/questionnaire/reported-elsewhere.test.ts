// Reports of public bugs in other form fillers, tried on this product with our own inputs. Each names its
// source.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openForm, requiredMissing, startDraft, type AnswerValue, type FormState } from '@ehch/clinical/form';
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

test('smart-forms 2108: a choice of zero is a choice, and an empty text is none', () => {
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

test('smart-forms PR 85, survey-library 1663: a condition on zero is true for zero, and not for a missing answer', () => {
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

test('smart-forms PR 15: "no" is an answer, and a missing answer is not "no"', () => {
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

test('smart-forms 1546: a total counts hidden part scores, and says so while a part is missing', () => {
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

test('smart-forms PR 780: a total that does not fit a whole-number item is not sent as a decimal', () => {
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

const text = (value: string): AnswerValue => ({ type: 'text', value });
const chosen = (value: string): AnswerValue => ({ type: 'option', value });

function sentOf(state: FormState): string {
  const { draft, form } = state;
  return JSON.stringify(
    writeResponse(form, draft, { status: 'in-progress', subject: 'Patient/1', authored: AT, state }),
  );
}

test('medplum 10569, smart-forms 705: each row depends on its own answer, and sends nothing that another row showed', () => {
  const { form } = readQuestionnaire({
    resourceType: 'Questionnaire',
    item: [
      {
        linkId: 'ulcer',
        type: 'group',
        repeats: true,
        item: [
          { linkId: 'open', type: 'boolean' },
          {
            linkId: 'wound',
            type: 'group',
            enableWhen: [{ question: 'open', operator: '=', answerBoolean: true }],
            item: [{ linkId: 'where', type: 'string' }],
          },
        ],
      },
    ],
  });
  assert.ok(form);
  const given = (value: AnswerValue) =>
    ({ state: 'given', values: [value], at: AT, by: null, from: { kind: 'entered' } }) as const;
  const draft = {
    ...startDraft({ id: 'd', resident: 'r', form, at: AT }),
    rows: { ulcer: ['1', '2'] },
    answers: {
      'open[1]': given({ type: 'boolean', value: false }),
      'where[1]': given(text('left heel')),
      'open[2]': given({ type: 'boolean', value: true }),
      'where[2]': given(text('sacrum')),
    },
  };
  const state = openForm(form, draft);
  assert.equal(state.hidden.has('wound[1]'), true);
  assert.equal(state.hidden.has('wound[2]'), false);
  assert.match(sentOf(state), /sacrum/);
  assert.doesNotMatch(sentOf(state), /left heel/);
});

test('lforms 93, compass-numapp PR 21: an option that is a text or a number is answered as such, and never as a coding', () => {
  const state = opened(
    [
      { linkId: 'unit', type: 'choice', answerOption: [{ valueString: 'centimetres' }] },
      { linkId: 'stairs', type: 'choice', answerOption: [{ valueInteger: 2 }, { valueInteger: 3 }] },
    ],
    { unit: chosen('centimetres'), stairs: chosen('2') },
  );
  assert.match(sentOf(state), /"answer":\[\{"valueString":"centimetres"/);
  assert.match(sentOf(state), /"answer":\[\{"valueInteger":2[,}]/);
  assert.doesNotMatch(sentOf(state), /valueCoding/);
});

test('lforms 175, 179: the weight of an option counts by either name and function, and an old address is not guessed', () => {
  const core = 'http://hl7.org/fhir/StructureDefinition';
  const total = (url: string, points: string) => {
    const option = {
      extension: [{ url, valueDecimal: 2 }],
      valueCoding: { code: 'b', display: 'Bed' },
    };
    const items = [
      { linkId: 'q', type: 'choice', answerOption: [option] },
      calculated('t', `%resource.item.where(linkId='q').answer.value.${points}`),
    ];
    return opened(items, { q: chosen('b') }).totals.get('t');
  };
  for (const name of ['ordinalValue', 'itemWeight'])
    for (const points of ['ordinal()', 'weight()'])
      assert.deepEqual(total(`${core}/${name}`, points), { state: 'scored', value: 2, missing: [] });
  const old = total(`${core}/questionnaire-ordinalValue`, 'weight()');
  assert.deepEqual(old, { state: 'nothing', missing: [] });
});

test('android-fhir 736: one matching answer of several is enough, and "not equal" is only true where none matches', () => {
  const shown = (operator: string) => ({
    linkId: operator,
    type: 'string',
    enableWhen: [{ question: 'aids', operator, answerCoding: { code: 'frame' } }],
  });
  const option = (code: string) => ({ valueCoding: { code, display: code } });
  const items = [
    { linkId: 'aids', type: 'choice', repeats: true, answerOption: ['frame', 'stick', 'hoist'].map(option) },
    shown('='),
    shown('!='),
  ];
  const { form } = readQuestionnaire({ resourceType: 'Questionnaire', item: items });
  assert.ok(form);
  const hidden = (...codes: readonly string[]) => {
    const aids = {
      state: 'given',
      values: codes.map(chosen),
      at: AT,
      by: null,
      from: { kind: 'entered' },
    } as const;
    const draft = startDraft({ id: 'd', resident: 'r', form, at: AT });
    return [...openForm(form, { ...draft, answers: { aids } }).hidden];
  };
  assert.deepEqual(hidden('stick', 'frame'), ['!=']);
  assert.deepEqual(hidden('stick', 'hoist'), ['=']);
});

test('fhir-emr 880, 391: a required question that is hidden, or cannot be answered, is not asked for', () => {
  const items = [
    { linkId: 'fell', type: 'boolean', required: true },
    {
      linkId: 'hurt',
      type: 'string',
      required: true,
      enableWhen: [{ question: 'fell', operator: '=', answerBoolean: true }],
    },
    {
      linkId: 'kept',
      type: 'string',
      required: true,
      extension: [{ url: EXT.hidden, valueBoolean: true }],
    },
    { linkId: 'told', type: 'string', required: true, readOnly: true },
  ];
  assert.deepEqual(requiredMissing(opened(items)), ['fell']);
  assert.deepEqual(requiredMissing(opened(items, { fell: { type: 'boolean', value: false } })), []);
  assert.deepEqual(requiredMissing(opened(items, { fell: { type: 'boolean', value: true } })), ['hurt']);
});
