import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerItem } from '../answer-item.ts';
import type { Answer, AnswerValue } from '../answer.ts';
import type { FormQuestion } from '../definition.ts';
import type { Condition, Expression } from '../expression.ts';
import { openForm } from '../open.ts';
import { progressOf } from '../progress.ts';
import {
  answers,
  bool,
  choice,
  draftOf,
  echo,
  formOf,
  given,
  integer,
  number,
  option,
  plus,
  refused,
  sum,
  text,
  total,
  yesNo,
} from './forms.fixtures.ts';

type Operator = 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<=';
const OPERATORS: readonly Operator[] = ['=', '!=', '>', '<', '>=', '<='];

const is = (item: string, operator: Operator, value: AnswerValue): Condition => ({
  match: 'all',
  tests: [{ item, operator, value }],
});

/** Whether an item with this condition is shown after these answers. */
function shows(when: Condition, source: FormQuestion, ...answer: readonly Answer[]): boolean {
  const form = formOf(source, integer('then', { when }));
  const [only] = answer;
  return !openForm(form, draftOf(form, only === undefined ? {} : { [source.id]: only })).hidden.has('then');
}

/** The operators that hold between an answer and the value of a test. */
function holding(source: FormQuestion, answer: Answer | null, value: AnswerValue): string {
  const given = answer === null ? [] : [answer];
  return OPERATORS.filter((operator) => shows(is(source.id, operator, value), source, ...given)).join(' ');
}

const date = (value: string): AnswerValue => ({ type: 'date', value });
const time = (value: string): AnswerValue => ({ type: 'time', value });
const question = (type: FormQuestion['type'], more: Partial<FormQuestion> = {}): FormQuestion => ({
  id: 'q',
  type,
  text: 'q',
  ...more,
});

test('S1: every operator on numbers, texts, booleans, options, dates and times', () => {
  const cases: readonly [FormQuestion, AnswerValue, AnswerValue, string][] = [
    [question('decimal'), number(2), number(3), '!= < <='],
    [question('decimal'), number(3), number(3), '= >= <='],
    [question('decimal'), number(3.5), number(3), '!= > >='],
    [question('decimal'), number(0.1 + 0.2), number(0.3), '= >= <='],
    [question('boolean'), bool(false), bool(false), '= >= <='],
    [question('text'), text('abc'), text('abd'), '!= < <='],
    [choice('q'), option('b'), option('b'), '='],
    [choice('q'), option('b'), option('c'), '!='],
    [choice('q', { options: [{ value: 'x', text: 'x', kind: 'text' }] }), option('x'), text('x'), '= >= <='],
    [
      choice('q', { options: [{ value: '7', text: '7', kind: 'integer' }] }),
      option('7'),
      number(6),
      '!= > >=',
    ],
    [question('date'), date('2026-03-01'), date('2026-02-28'), '!= > >='],
    [question('date'), date('2026-03-01'), date('2026-03-01'), '= >= <='],
    [question('date'), date('2026-03'), date('2026-03-01'), '!='],
    [question('date'), date('2025'), date('2026-03-01'), '!= < <='],
    [question('date'), date('2026-06-01T12:00:00+01:00'), date('2026-06-01T11:00:00Z'), '= >= <='],
    [question('time'), time('09:30'), time('10:00'), '!= < <='],
    // A value of another kind fits nothing.
    [question('text'), text('3'), number(3), '!='],
  ];
  for (const [source, answer, value, expected] of cases)
    assert.equal(
      holding(source, given(answer), value),
      expected,
      JSON.stringify([answer.value, value.value]),
    );
});

test('S1: where nothing is answered only "not equal" holds; "not assessed" is no value', () => {
  for (const answer of [null, refused]) {
    assert.equal(holding(question('decimal'), answer, number(3)), '!=');
    const rest = answer === null ? [] : [answer];
    assert.equal(shows(is('q', 'exists', bool(false)), integer('q'), ...rest), true);
    assert.equal(shows(is('q', 'exists', bool(true)), integer('q'), ...rest), false);
  }
  assert.equal(shows(is('q', 'exists', bool(true)), integer('q'), given(number(0))), true);
  assert.equal(shows(is('q', 'exists', bool(false)), integer('q'), given(number(0))), false);
});

test('S1: of several answers one that fits is enough, and for "not equal" none may be equal', () => {
  const both = given(option('a'), option('c'));
  const source = choice('q', { repeats: true });
  assert.equal(holding(source, both, option('a')), '=');
  assert.equal(holding(source, both, option('b')), '!=');
  const numbers = question('decimal', { repeats: true });
  assert.equal(holding(numbers, given(number(1), number(9)), number(5)), '!= > < >= <=');
});

test('S1: all or any of the tests; a test of an item that is not there finds no answer', () => {
  const tests = [
    { item: 'q', operator: '=', value: bool(true) },
    { item: 'nowhere', operator: 'exists', value: bool(true) },
  ] as const;
  assert.equal(shows({ match: 'any', tests }, yesNo('q'), given(bool(true))), true);
  assert.equal(shows({ match: 'all', tests }, yesNo('q'), given(bool(true))), false);
  assert.equal(shows({ match: 'any', tests }, yesNo('q'), given(bool(false))), false);
});

test('S2: a hidden answer is kept, and comes back as it was; meanwhile nobody counts, reads or scores it', () => {
  const form = formOf(
    yesNo('ask'),
    {
      id: 'g',
      type: 'group',
      text: 'g',
      instrument: 'echo',
      items: [integer('echo/x', { when: is('ask', '=', bool(true)) })],
    },
    total('t', sum(answers('echo/x'))),
    integer('after', { when: is('echo/x', 'exists', bool(true)) }),
  );
  const answered = draftOf(form, { ask: given(bool(true)), 'echo/x': given(number(4)) });
  const shown = openForm(form, answered, { instruments: [echo] });
  const { state: hidden, touched } = answerItem(shown, 'ask', given(bool(false)));
  const input = (state: typeof shown) => state.scores.get('g')?.items['input']?.value;
  assert.deepEqual(
    [shown.totals.get('t'), input(shown)],
    [
      { state: 'scored', value: 4, missing: [] },
      { x: 4, assessedAt: shown.draft.assessedAt },
    ],
  );
  assert.deepEqual(
    [hidden.totals.get('t'), input(hidden)],
    [{ state: 'nothing', missing: [] }, { assessedAt: shown.draft.assessedAt }],
  );
  assert.deepEqual([...hidden.hidden], ['echo/x', 'after']);
  assert.deepEqual(touched, new Set(['ask', 'echo/x', 'after', 't', 'g']));
  assert.deepEqual([progressOf(shown).asked, progressOf(hidden).asked], [3, 1]);
  assert.deepEqual(hidden.draft.answers['echo/x'], answered.answers['echo/x']);
  assert.deepEqual(answerItem(hidden, 'ask', given(bool(true))).state.totals, shown.totals);
});

test('S3: what is under a hidden item is hidden, at any depth', () => {
  const form = formOf(yesNo('ask'), {
    id: 'g',
    type: 'group',
    text: 'g',
    when: is('ask', '=', bool(true)),
    items: [{ id: 'h', type: 'group', text: 'h', items: [integer('x'), total('t', answers('x'))] }],
  });
  const state = openForm(form, draftOf(form, { x: given(number(1)) }));
  assert.deepEqual([...state.hidden], ['g', 'h', 'x', 't']);
  assert.equal(state.totals.size, 0);
  assert.equal(answerItem(state, 'ask', given(bool(true))).state.hidden.size, 0);
});

test('S3: questions under a question wait for its answer, and words under it do not', () => {
  const form = formOf(
    yesNo('q', { items: [integer('about'), { id: 'words', type: 'display', text: 'Words' }] }),
  );
  const state = openForm(form, draftOf(form));
  assert.deepEqual([...state.hidden], ['about']);
  assert.deepEqual([...answerItem(state, 'q', refused).state.hidden], ['about']);
  assert.equal(answerItem(state, 'q', given(bool(false))).state.hidden.size, 0);
});

test('S4: an expression hides by nothing or by one false, and one that says neither yes nor no hides nothing', () => {
  const shown = (expression: Expression) =>
    shows({ match: 'expression', expression }, integer('q'), given(number(3)));
  const literal = (value: number | string | boolean): Expression => ({ op: 'literal', value });
  assert.equal(shown({ op: '>', left: answers('q'), right: literal(2) }), true);
  assert.equal(shown({ op: '>', left: answers('q'), right: literal(3) }), false);
  assert.equal(shown({ op: 'nothing' }), false);
  assert.equal(shown(literal(false)), false);
  assert.equal(shown(literal(1)), true);
  assert.equal(shown(literal('false')), true);
  assert.equal(shown({ op: 'combine', left: literal(false), right: literal(false) }), true);
  assert.equal(shown({ op: 'foreign', language: 'x', text: 'y', items: ['q'] }), true);
  assert.equal(shown(plus(literal('x'), literal(1))), true);
});

test('S5: two that show each other are shown by their answers, and a group by the answer inside it', () => {
  const form = formOf(
    integer('a', { when: is('b', 'exists', bool(true)) }),
    integer('b', { when: is('a', 'exists', bool(true)) }),
    { id: 'g', type: 'group', text: 'g', when: is('x', 'exists', bool(true)), items: [integer('x')] },
  );
  const none = openForm(form, draftOf(form));
  assert.deepEqual([...none.hidden].sort(), ['a', 'b', 'g', 'x']);
  const one = openForm(form, draftOf(form, { a: given(number(1)), x: given(number(1)) }));
  assert.deepEqual([...one.hidden], ['a']);
});
