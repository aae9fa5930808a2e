import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answerItem,
  openForm,
  startDraft,
  type AnswerValue,
  type Expression,
  type Total,
} from '@ehch/clinical/form';
import { readQuestionnaire } from '../questionnaire/read-questionnaire.ts';
import { calculated, compiledIn, item, questionnaireWith, scored } from './compile.fixtures.ts';
import { isSafePattern } from './safe-pattern.ts';

const answers = (...items: readonly string[]): Expression => ({ op: 'answers', items });
const points = (of: Expression): Expression => ({ op: 'points', of });

test('a path names the answers at its end, and nothing where the form has no such place', () => {
  const value = "%resource.item.where(linkId='g').item.where(linkId='n').answer.value";
  assert.deepEqual(compiledIn(value), answers('n'));
  assert.deepEqual(compiledIn(value.replace('value', 'valueInteger')), answers('n'));
  assert.deepEqual(compiledIn(value.replace('value', 'valueDecimal')), { op: 'nothing' });
  assert.deepEqual(compiledIn("%resource.item.where(linkId='n').answer.value"), { op: 'nothing' });
  assert.deepEqual(compiledIn("%resource.descendants().where(linkId='n').answer.value"), answers('n'));
  assert.deepEqual(compiledIn("%resource.repeat(item).where(linkId='n').answer.value"), answers('n'));
  // Items about an answer are under it, and `item` alone does not lead there.
  assert.deepEqual(compiledIn("%resource.item.where(linkId='yes').item.answer.value"), { op: 'nothing' });
  assert.deepEqual(
    compiledIn("%resource.item.where(linkId='yes').answer.item.answer.value"),
    answers('under'),
  );
  assert.deepEqual(compiledIn("%resource.repeat(item).where(linkId='under').answer.value"), {
    op: 'nothing',
  });
});

test('any test of a linkId selects its items when the form is read', () => {
  const chosen = (criteria: string) =>
    compiledIn(`%resource.item.where(linkId='g').item.where(${criteria}).answer.value.code`);
  const code = (...items: readonly string[]) => ({ op: 'code', of: answers(...items) });
  assert.deepEqual(chosen("linkId != 'n'"), code('b', 'c'));
  assert.deepEqual(chosen("linkId in ('b' | 'c')"), code('b', 'c'));
  assert.deepEqual(chosen("linkId = 'b' or 'c' = linkId"), code('b', 'c'));
  assert.deepEqual(chosen("linkId.startsWith('b')"), code('b'));
  assert.deepEqual(chosen("linkId.matches('^[bc]$')"), code('b', 'c'));
  assert.deepEqual(chosen("(linkId = 'n').not() and $this.linkId != 'b'"), code('c'));
});

test('a criterion that is true of every answer selects all of them, and one that is true of none selects none', () => {
  const chosen = (path: string, criteria: string) =>
    compiledIn(`%resource.item.where(linkId='${path}').answer.value.where(${criteria}).weight()`);
  // Also of several answers to one question, which no other criterion could tell apart here.
  for (const path of ['a', 'many']) {
    assert.deepEqual(chosen(path, 'true'), points(answers(path)), path);
    for (const none of ['false', '{}', '1 = 2', "'x'.empty()"])
      assert.deepEqual(chosen(path, none), points({ op: 'nothing' }), `${path}: ${none}`);
  }
});

test('points are found by weight, by ordinal, and by looking them up in the form', () => {
  const a = "%resource.item.where(linkId='a').answer";
  assert.deepEqual(compiledIn(`${a}.value.weight()`), points(answers('a')));
  assert.deepEqual(compiledIn(`${a}.value.ofType(Coding).ordinal()`), points(answers('a')));
  assert.deepEqual(compiledIn(`${a}.select(value.weight())`), points(answers('a')));
  const url = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';
  const lookup = `%questionnaire.item.where(linkId='a').answerOption.where(valueCoding.code=${a}.valueCoding.code)`;
  assert.deepEqual(compiledIn(`${lookup}.extension.where(url='${url}').valueDecimal`), points(answers('a')));
  assert.deepEqual(compiledIn(`${lookup}.extension('${url}').value`), points(answers('a')));
  // The points are under another name than the one asked for: FHIRPath finds nothing, so nothing is used
  // instead.
  assert.equal(compiledIn(`${lookup}.extension.where(url='urn:other').valueDecimal`).op, 'foreign');
  // The code of one question, looked up in another.
  assert.equal(compiledIn(lookup.replace("linkId='a'", "linkId='many'")).op, 'foreign');
  // The codes of several answers never equal a single one.
  const many = lookup.replaceAll("'a'", "'many'");
  assert.equal(compiledIn(`${many}.extension.where(url='${url}').valueDecimal`).op, 'foreign');
});

test('variables are read where they are declared, the nearest first', () => {
  const variables = { a: "item.where(linkId='a').answer.value.weight()", twice: '%a + %a' };
  const sum: Expression = { op: '+', left: points(answers('a')), right: points(answers('a')) };
  assert.deepEqual(compiledIn('%twice', { variables }), sum);
  const { form } = readQuestionnaire({
    resourceType: 'Questionnaire',
    extension: [variable('x', '1')],
    item: [
      item('g', 'group', { extension: [variable('x', '2')], item: [calculated('in', '%x')] }),
      calculated('out', '%x'),
    ],
  });
  assert.match(JSON.stringify(form), /"in".*"value":2.*"out".*"value":1/);
});

test('a variable that depends on itself, is not declared, or is too large is left to an evaluator', () => {
  assert.equal(compiledIn('%a', { variables: { a: '%b', b: '%a' } }).op, 'foreign');
  assert.deepEqual(compiledIn('%patient.birthDate'), {
    op: 'foreign',
    language: 'text/fhirpath',
    text: '%patient.birthDate',
    items: [],
  });
  const doubling = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `v${i}`,
      i === 0 ? "item.where(linkId='a').answer.value.weight()" : `%v${i - 1} + %v${i - 1}`,
    ]),
  );
  assert.equal(compiledIn('%v39', { variables: doubling }).op, 'foreign');
});

test('an expression for an evaluator has its variables in it, and names the questions that it may read', () => {
  const variables = { n: "item.where(linkId='g').item.where(linkId='n').answer.value", unused: '1' };
  assert.deepEqual(compiledIn('%n.toString().length()', { variables }), {
    op: 'foreign',
    language: 'text/fhirpath',
    text: "%resource.item.where((linkId = 'g')).item.where((linkId = 'n')).answer.value.toString().length()",
    items: ['n'],
  });
  const anything = compiledIn('%resource.descendants().answer.value.toString()');
  assert.equal(anything.op === 'foreign' ? anything.items : 'own', null);
});

test('a choice that looks up its own options reads the form, and not itself', () => {
  const text =
    "%questionnaire.item.where(linkId='total').answerOption.value.where(code = iif(%resource.item.where(linkId='g').item.where(linkId='n').answer.value > 4, 'hi', 'lo'))";
  const found = compiledIn(text);
  assert.deepEqual([found.op, found.op === 'foreign' ? found.items : null], ['foreign', ['n']]);
  assert.deepEqual(comesTo(text, { n: numbers(5) }), { state: 'cannot-score', why: 'unsupported' });
});

test('within a row, a path from the top sees every row and a path from its own place sees its own row', () => {
  const inRow = (text: string) => {
    const rows = item('rows', 'group', {
      repeats: true,
      extension: [variable('own', "item.where(linkId='m').answer.value")],
      item: [item('m', 'decimal'), calculated('t', text)],
    });
    const { form } = readQuestionnaire({ resourceType: 'Questionnaire', item: [rows, scored('a')] });
    const group = form?.items[0];
    const total = group?.type === 'group' ? group.items[1] : undefined;
    return total?.type === 'total' ? total.expression : null;
  };
  assert.deepEqual(inRow('%own'), answers('m'));
  const all = inRow("%resource.item.where(linkId='rows').item.where(linkId='m').answer.value.sum()");
  assert.deepEqual(all, { op: 'sum', of: { ...answers('m'), everywhere: true } });
  assert.deepEqual(inRow("%resource.item.where(linkId='a').answer.value.weight()"), points(answers('a')));
});

test('under one of several answers, a path from the top still sees all of them', () => {
  const total = calculated('t', "%resource.item.where(linkId='many').answer.value.weight().sum()");
  const many = scored('many', { repeats: true, item: [total] });
  const { form } = readQuestionnaire({ resourceType: 'Questionnaire', item: [many] });
  assert.ok(form);
  const at = '2026-11-21T14:20:00Z';
  const values = ['c1', 'c2'].map((value) => ({ type: 'option', value }) as const);
  const answer = { state: 'given', values, at, by: null, from: { kind: 'entered' } } as const;
  const state = openForm(form, startDraft({ id: 'd', resident: 'r', form, at }));
  const { totals } = answerItem(state, 'many', answer).state;
  assert.deepEqual(
    [...totals.values()].map((each) => 'value' in each && each.value),
    [3, 3],
  );
  // A variable of the question would have all of its answers too, and a row cannot express that.
  const own = { extension: [variable('v', 'answer.item.answer.value')], item: [calculated('t', '%v')] };
  const { form: other } = readQuestionnaire({
    resourceType: 'Questionnaire',
    item: [scored('many', { repeats: true, ...own })],
  });
  assert.match(JSON.stringify(other), /"op":"foreign"/);
});

test('an expression with another meaning in FHIRPath is not compiled', () => {
  const rows = "%resource.item.where(linkId='rows').item.where(linkId='m' or linkId='d').answer.value";
  const many = "%resource.item.where(linkId='many').answer.value";
  const cases = [
    // The sum of decimals depends on their order, and rows come in another order.
    `${rows}.sum()`,
    `${rows}.last()`,
    // A sum that starts at one is one more than the sum.
    `${many}.weight().aggregate($this + $total, 1)`,
    // Of several values, some may pass and some not.
    `${many}.code.where($this = 'c1')`,
    '(1 | 2).where($this > 1)',
    // `repeat` and `|` drop duplicates, so two rows with the same answers would become one.
    "%resource.repeat(item).where(linkId='m').answer.value.sum()",
    "(%resource.item.where(linkId='rows') | %resource.item.where(linkId='g')).item.answer.value.weight().sum()",
    // FHIRPath calculates a quantity with its unit.
    "%resource.item.where(linkId='weight').answer.value * 2",
    // An item may be present without an answer.
    "%resource.item.where(linkId='a').exists()",
    // The engine reads rows question by question.
    `${rows}.first()`,
    `${rows}[0]`,
    "%resource.item.where(linkId='many').answer.value.where(code = 'c1')",
    "%resource.item.where(linkId='words').answer.value.lower()",
    '%resource.item.where(answer.value = true)',
    '%questionnaire.title',
    'today()',
    '1 ~ 2',
    "'a' & 'b'",
    '%context is Quantity',
  ];
  for (const text of cases) assert.equal(compiledIn(text).op, 'foreign', text);
  // A test that decides nothing selects the other branch.
  assert.deepEqual(compiledIn('iif({}, 1, 2)'), { op: 'literal', value: 2 });
});

/** The result of a calculated item, for answers by item. */
function comesTo(
  text: string,
  given: Readonly<Record<string, readonly AnswerValue[]>> = {},
): Total | undefined {
  const { form } = readQuestionnaire(questionnaireWith(text));
  assert.ok(form);
  const at = '2026-11-21T14:20:00Z';
  const draft = startDraft({ id: 'd', resident: 'r', form, at });
  const answer = (values: readonly AnswerValue[]) =>
    ({ state: 'given', values, at, by: null, from: { kind: 'entered' } }) as const;
  const filled = Object.fromEntries(Object.entries(given).map(([key, values]) => [key, answer(values)]));
  return openForm(form, { ...draft, answers: filled }).totals.get('total');
}

const value = (...path: readonly string[]) =>
  `%resource${path.map((id) => `.item.where(linkId='${id}')`).join('')}.answer.value`;
const numbers = (...all: readonly number[]) => all.map((each) => ({ type: 'number', value: each }) as const);
const CODE = [{ type: 'option', value: 'c1' }] as const;

test('only a primitive has a value: hasValue() of a code gives no number here', () => {
  for (const text of [`iif(${value('a')}.hasValue(), 1, 0)`, `iif(${value('weight')}.hasValue(), 1, 0)`])
    assert.deepEqual(comesTo(text, { a: CODE }), { state: 'cannot-score', why: 'unsupported' }, text);
  const number = `iif(${value('g', 'n')}.hasValue(), 1, 0)`;
  assert.deepEqual(comesTo(number, { n: numbers(5) }), { state: 'scored', value: 1, missing: [] });
  assert.deepEqual(comesTo(number), { state: 'scored', value: 0, missing: ['n'] });
});

test('`as` of several values is an error in FHIRPath, and never their sum here', () => {
  const m = value('rows', 'm');
  for (const text of [`(${m} as decimal).sum()`, `(${m} as decimal)[0]`, `${m}.as(decimal).sum()`])
    assert.equal(comesTo(text, { m: numbers(3) })?.state, 'cannot-score', text);
  assert.deepEqual(comesTo(`(${value('g', 'n')} as integer) + 1`, { n: numbers(3) }), {
    state: 'scored',
    value: 4,
    missing: [],
  });
});

test('several values decide no iif, whichever of them comes first', () => {
  for (const test of ['false.combine(0)', 'false.combine(true)', 'true.combine(false)'])
    assert.deepEqual(
      comesTo(`iif(${test}, 1, 2)`, {}),
      { state: 'cannot-score', why: 'not-one-value' },
      test,
    );
});

test('a value that is no boolean decides no iif, whether it is answered or written out', () => {
  for (const test of [value('g', 'n'), value('a'), "'x'", '1'])
    assert.deepEqual(
      comesTo(`iif(${test}, 1, 2)`, { n: numbers(5), a: CODE }),
      { state: 'cannot-score', why: 'not-one-value' },
      test,
    );
  assert.deepEqual(comesTo(`iif(${value('yes')}, 1, 2)`), { state: 'scored', value: 2, missing: ['yes'] });
});

test('the answer of the own row is one value, and the answers to a question that takes several are not', () => {
  const totalOf = (text: string, repeats: boolean) => {
    const rows = item('rows', 'group', {
      repeats: true,
      item: [item('m', 'decimal', { repeats }), calculated('t', text)],
      extension: [variable('mine', "item.where(linkId = 'm').answer.value")],
    });
    const [group] = readQuestionnaire({ resourceType: 'Questionnaire', item: [rows] }).form?.items ?? [];
    const total = group?.type === 'group' ? group.items.at(-1) : undefined;
    return total?.type === 'total' ? total.expression : assert.fail();
  };
  const own = answers('m');
  const exists = { op: 'exists', of: own } as const;
  assert.deepEqual(totalOf('%mine.hasValue()', false), exists);
  assert.deepEqual(totalOf('%mine.as(decimal)', false), own);
  assert.deepEqual(totalOf('%mine.first()', false), own);
  assert.deepEqual(totalOf('%mine.where($this > 3)', false), {
    op: 'if',
    test: { op: '>', left: own, right: { op: 'literal', value: 3 } },
    then: own,
    else: { op: 'nothing' },
  });
  for (const text of [
    '%mine.hasValue()',
    '%mine.as(decimal)',
    '%mine.where($this > 3)',
    '%mine.select($this + 1)',
  ])
    assert.equal(totalOf(text, true).op, 'foreign', text);
  assert.deepEqual(totalOf('%mine.first()', true), { op: 'first', of: own });
});

test('a text is not used as a number, although it reads like one', () => {
  for (const op of ['+', '-', '*', '/'])
    assert.equal(
      comesTo(`${value('words')} ${op} 1`, { words: [{ type: 'text', value: '3' }] })?.state,
      'cannot-score',
    );
});

test('a total is calculated in decimal digits', () => {
  for (const [text, right] of [
    ['1.005.round(2)', 1.01],
    ['0.1 + 0.2', 0.3],
    ['(0.1 + 0.7) * 10', 8],
    ['(35.2 / (1.6 * 1.6)).round(1)', 13.8],
    ['(-0.75).round(1)', -0.8],
    // An expression without answers is calculated when the form is read, with all its digits.
    ['(0 - 0.000000001).floor()', -1],
    ['(2 / 3 * 3).floor()', 2],
  ] as const)
    assert.deepEqual(comesTo(text), { state: 'scored', value: right, missing: [] }, text);
});

test('a quantity is read by its number, and by whether there is one', () => {
  assert.deepEqual(compiledIn("%resource.item.where(linkId='weight').answer.value.value"), answers('weight'));
  assert.deepEqual(compiledIn("%resource.item.where(linkId='weight').answer.exists()"), {
    op: 'exists',
    of: answers('weight'),
  });
});

test('a pattern that could run for a long time is not tried', () => {
  for (const good of ['^g\\d+$', 'q[0-9]{1}', '^a.*b$', '/44250-9']) assert.ok(isSafePattern(good), good);
  for (const bad of ['(a+)+$', 'a|b', '(?=a)', '.*.*.*', '\\1', '[', 'a{1,99}', 'x'.repeat(101)])
    assert.ok(!isSafePattern(bad), bad);
});

function variable(name: string, expression: string) {
  const valueExpression = { name, language: 'text/fhirpath', expression };
  return { url: 'http://hl7.org/fhir/StructureDefinition/variable', valueExpression };
}
