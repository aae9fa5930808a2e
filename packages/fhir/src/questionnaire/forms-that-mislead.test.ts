// Forms of our own that are wrong, or that ask for what nobody here does. Each was read without a word, or to something else
// than it says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  openForm,
  startDraft,
  type AnswerValue,
  type FormDefinition,
  type FormState,
} from '@ehch/clinical/form';
import { CORE, form, q, question, read, said, SDC, type Json } from './one-question.fixtures.ts';
import { readQuestionnaire } from './read-questionnaire.ts';
import { readResponse } from './read-response.ts';
import { EXT } from './urls.ts';
import { writeResponse } from './write-response.ts';

const AT = '2026-11-21T14:20:00Z';
const option = (value: string): AnswerValue => ({ type: 'option', value });
const coded = (system: string | null, code: string, points: number): Json => ({
  extension: [{ url: EXT.ordinalValue, valueDecimal: points }],
  valueCoding: { ...(system === null ? {} : { system }), code, display: `${code} ${points}` },
});
const calculated = (linkId: string, expression: string, type = 'decimal'): Json => ({
  linkId,
  text: linkId,
  type,
  extension: [{ url: EXT.calculated, valueExpression: { language: 'text/fhirpath', expression } }],
});
const value = (id: string) => `%resource.item.where(linkId='${id}').answer.value`;

function opened(found: FormDefinition, given: Readonly<Record<string, AnswerValue>> = {}): FormState {
  const answers = Object.entries(given).map(
    ([key, each]) =>
      [key, { state: 'given', values: [each], at: AT, by: null, from: { kind: 'entered' } }] as const,
  );
  const draft = startDraft({ id: 'd', resident: 'r', form: found, at: AT });
  return openForm(found, { ...draft, answers: { ...draft.answers, ...Object.fromEntries(answers) } });
}

function sent(state: FormState): Json {
  const json = writeResponse(state.form, state.draft, {
    status: 'in-progress',
    subject: 'Patient/1',
    authored: AT,
    state,
  });
  return JSON.parse(JSON.stringify(json)) as Json;
}

test('two choices with one code, or a code and a text that are equal, are each sent as themselves and read back', () => {
  const choices: readonly (readonly [readonly Json[], readonly (readonly [string, object])[]])[] = [
    [
      [coded('s', 'x', 1), coded(null, 'x', 5)],
      [
        ['x', { valueCoding: { system: 's', code: 'x', display: 'x 1' } }],
        ['|x', { valueCoding: { code: 'x', display: 'x 5' } }],
      ],
    ],
    [
      [coded('s', 'x', 1), { valueString: 'x' }],
      [
        ['x', { valueCoding: { system: 's', code: 'x', display: 'x 1' } }],
        ['text|x', { valueString: 'x' }],
      ],
    ],
    [
      [{ valueString: '1' }, { valueInteger: 1 }],
      [
        ['1', { valueString: '1' }],
        ['integer|1', { valueInteger: 1 }],
      ],
    ],
  ];
  for (const [answerOption, cases] of choices) {
    const found = read(q('choice', { answerOption }));
    for (const [chosen, right] of cases) {
      const state = opened(found, { x: option(chosen) });
      const json = sent(state);
      const [item] = json['item'] as readonly { readonly answer: readonly Json[] }[];
      const { extension: _, ...answer } = item?.answer[0] ?? {};
      assert.deepEqual(answer, right, chosen);
      const again = readResponse(json, found, { subject: 'Patient/1', resident: 'r', id: 'd', at: AT });
      assert.deepEqual(again.draft?.answers['x'], state.draft.answers['x'], chosen);
    }
  }
});

test('a value that the form fills in must meet the form’s limits, and otherwise the question starts empty', () => {
  const max = { extension: [{ url: EXT.maxValue, valueInteger: 9 }] };
  for (const item of [
    q('integer', { initial: [{ valueInteger: 50 }], ...max }),
    q('integer', { initial: [{ valueDecimal: 2.5 }] }),
    q('string', { initial: [{ valueString: 'four' }], maxLength: 3 }),
  ]) {
    assert.equal(question(item).initial, undefined);
    assert.match(said(item), /here it begins empty/);
  }
  assert.deepEqual(question(q('integer', { initial: [{ valueInteger: 5 }], ...max })).initial, [
    { type: 'number', value: 5 },
  ]);
});

test('a calculated item of another type than its calculation has no value, and sends none', () => {
  for (const [text, type] of [
    ["'2026-13-45'", 'date'],
    ['5', 'string'],
    ['5', 'boolean'],
    ["'high'", 'integer'],
  ] as const) {
    const state = opened(read(calculated('t', text, type)));
    assert.deepEqual(state.totals.get('t'), { state: 'cannot-score', why: 'wrong-kind' }, type);
    assert.equal(sent(state)['item'], undefined, type);
  }
});

test('a condition that no answer can meet hides nothing: greater than a code', () => {
  const after = (answer: Json, operator = '>') => ({
    linkId: 'b',
    type: 'string',
    text: 'B',
    enableWhen: [{ question: 'x', operator, ...answer }],
  });
  const choice = q('choice', { answerOption: [coded('s', 'a', 0), coded('s', 'b', 1)] });
  const code = { answerCoding: { system: 's', code: 'a' } };
  assert.match(said(choice, after(code)), /cannot be worked out here, so it is always asked/);
  assert.deepEqual([...opened(read(choice, after(code))).hidden], []);
  assert.equal(said(choice, after(code, '!=')), '');
  const numbers = q('choice', { answerOption: [{ valueInteger: 1 }, { valueInteger: 2 }] });
  assert.equal(said(numbers, after({ answerInteger: 1 })), '');
});

test('a list of choices that is cut short, has a namesake or a modifier does not pass for the whole list', () => {
  const withSets = (...sets: readonly Json[]) => {
    const contained = sets.map((each) => ({ resourceType: 'ValueSet', id: 'v', ...each }));
    const { form: found } = readQuestionnaire({ ...form(q('choice', { answerValueSet: '#v' })), contained });
    return JSON.stringify(found?.limits ?? []);
  };
  const contains = [{ system: 's', code: 'x', display: 'X' }];
  const marked = (name: string) => ({ extension: [{ url: `${CORE}valueset-${name}`, valueBoolean: true }] });
  const whole = /not the whole one/;
  assert.match(withSets({ expansion: { total: 5, contains } }), whole);
  assert.match(withSets({ expansion: { ...marked('unclosed'), contains } }), whole);
  assert.match(withSets({ expansion: { ...marked('toocostly'), contains } }), whole);
  assert.equal(withSets({ expansion: { total: 1, contains } }), '[]');
  assert.match(withSets({ expansion: { contains } }, { expansion: { contains: [] } }), /cannot be opened/);
  assert.match(withSets({ modifierExtension: [{ url: 'u' }], expansion: { contains } }), /cannot be opened/);
  assert.match(withSets({ expansion: { contains: [{ ...contains[0], inactive: true }] } }), /no longer/);
});

test('points in a code system of the form are named, and not left out of a total silently', () => {
  const contained = [
    { resourceType: 'CodeSystem', url: 's', concept: [{ ...coded(null, 'x', 4), code: 'x' }] },
  ];
  const unscored = { valueCoding: { system: 's', code: 'x', display: 'X' } };
  const item = q('choice', { answerOption: [unscored] });
  const { form: found } = readQuestionnaire({ ...form(item), contained });
  assert.match(JSON.stringify(found?.limits), /kept in a list of codes/);
});

test('limits that no answer can meet are named, and close no question', () => {
  const limits = (type: string, more: Json) => {
    assert.match(said(q(type, more)), /limits that nothing can meet/);
    const { limits: numbers, minLength, maxLength, earliest, answerCount } = question(q(type, more));
    assert.deepEqual([numbers, minLength, maxLength, earliest, answerCount], Array(5).fill(undefined));
  };
  const sides = (min: Json, max: Json) => ({
    extension: [
      { url: EXT.minValue, ...min },
      { url: EXT.maxValue, ...max },
    ],
  });
  limits('integer', sides({ valueInteger: 10 }, { valueInteger: 1 }));
  limits('date', sides({ valueDate: '2026-06' }, { valueDate: '2025' }));
  limits('string', { maxLength: 2, extension: [{ url: EXT.minLength, valueInteger: 5 }] });
  assert.deepEqual(question(q('integer', sides({ valueInteger: 1 }, { valueInteger: 1 }))).limits, {
    min: 1,
    max: 1,
  });
});

test('two calculations of one name are refused, and one name in two places is not', () => {
  const variable = (expression: string) => ({
    url: EXT.variable,
    valueExpression: { name: 'n', language: 'text/fhirpath', expression },
  });
  const refused = (extension: readonly Json[], inner: readonly Json[]) =>
    readQuestionnaire({
      ...form(calculated('t', '%n'), q('group', { extension: inner })),
      extension,
    }).refused?.[0]?.why;
  assert.equal(refused([variable('1'), variable('2')], []), 'two-scores');
  assert.equal(refused([variable('1'), variable('1')], []), undefined);
  assert.equal(refused([variable('1')], [variable('2')]), undefined);
});

test('an item that depends on its own answer says so, and one that only depends on it does not', () => {
  const asked = (linkId: string, by: string): Json => ({
    linkId,
    type: 'boolean',
    text: linkId,
    enableWhen: [{ question: by, operator: '=', answerBoolean: true }],
  });
  const items = [
    asked('a', 'b'),
    asked('b', 'a'),
    asked('c', 'a'),
    q('boolean'),
    asked('d', 'x'),
    asked('e', 'e'),
  ];
  const named = read(...items).limits?.filter(({ words }) => words.includes('depends on itself'));
  assert.deepEqual(
    named?.map(({ item }) => item),
    ['a', 'b', 'e'],
  );
  const inside = { linkId: 'g', type: 'group', text: 'G', item: [q('boolean')] };
  const group = { ...inside, enableWhen: [{ question: 'x', operator: '=', answerBoolean: true }] };
  assert.match(said(group), /depends on itself/);
});

test('a total that counts two equal values once says so', () => {
  const two = ['a', 'b'].map((linkId) => ({ ...q('integer'), linkId }));
  const total = (expression: string) => said(...two, calculated('t', expression));
  assert.match(total(`(${value('a')} | ${value('b')}).sum()`), /counts one only/);
  assert.match(total(`(${value('a')} | ${value('b')}).count()`), /counts one only/);
  assert.equal(total(`${value('a')}.combine(${value('b')}).sum()`), '');
  assert.equal(total(`(${value('a')} | ${value('b')}).exists()`), '');
});

test('a calculation that is not written in the form still counts as one, and nobody answers in its place', () => {
  const elsewhere = (valueExpression: Json) => ({
    ...q('integer'),
    extension: [{ url: EXT.calculated, valueExpression }],
  });
  const item = elsewhere({ language: 'text/fhirpath', reference: 'http://example.org/library' });
  const found = read(item);
  assert.equal(found.items[0]?.type, 'total');
  assert.deepEqual(opened(found).totals.get('x'), { state: 'cannot-score', why: 'unsupported' });
  assert.match(said(item), /cannot calculate this by itself/);
});

test('a hint that is hidden, or has items under it, is no lasting hint of its question', () => {
  const hint = (more: Json) => ({
    linkId: 'h',
    type: 'display',
    text: 'Hint',
    extension: [{ url: EXT.itemControl, valueCodeableConcept: { coding: [{ code: 'help' }] } }],
    ...more,
  });
  assert.equal(question(q('integer', { item: [hint({})] })).hint, 'Hint');
  assert.equal(
    question(
      q('integer', { item: [hint({ item: [q('string')].map((each) => ({ ...each, linkId: 'u' })) })] }),
    ).hint,
    undefined,
  );
  const hidden = hint({
    extension: [...(hint({}).extension as readonly Json[]), { url: EXT.hidden, valueBoolean: true }],
  });
  assert.equal(question(q('integer', { item: [hidden] })).hint, undefined);
});

test('a unit of another list is not taken for one with the same letters', () => {
  const kg = {
    url: EXT.unitOption,
    valueCoding: { system: 'http://unitsofmeasure.org', code: 'kg', display: 'kg' },
  };
  const most = (system: string) => ({
    url: `${SDC}maxQuantity`,
    valueQuantity: { value: 9, code: 'kg', system },
  });
  const limits = (system: string) => question(q('quantity', { extension: [kg, most(system)] })).limits;
  assert.deepEqual(limits('http://unitsofmeasure.org'), { max: 9 });
  assert.equal(limits('urn:other'), undefined);
});
