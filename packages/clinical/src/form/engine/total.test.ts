import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormTotal } from '../definition.ts';
import type { Expression } from '../expression.ts';
import { openForm } from '../open.ts';
import type { Answer } from '../answer.ts';
import type { Total } from '../state.ts';
import {
  answers,
  bool,
  choice,
  draftOf,
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
} from './forms.fixtures.ts';

const form = (expression: Expression) =>
  formOf(
    integer('q'),
    integer('r'),
    choice('c'),
    { id: 'w', type: 'text', text: 'w' },
    integer('hidden', { when: { match: 'all', tests: [{ item: 'q', operator: '=', value: number(99) }] } }),
    total('part', plus(answers('q'), answers('r'))),
    total('t', expression),
  );

function comesTo(expression: Expression, given: Readonly<Record<string, Answer>> = {}): Total | undefined {
  const it = form(expression);
  return openForm(it, draftOf(it, given)).totals.get('t');
}

test('T2: missing names the questions behind a total that are shown and have no value', () => {
  const expression = sum(answers('q', 'r', 'hidden'));
  assert.deepEqual(comesTo(expression, { q: given(number(2)), r: refused }), {
    state: 'scored',
    value: 2,
    missing: ['r'],
  });
  assert.deepEqual(comesTo(expression, { q: given(number(99)), r: given(number(0)) }), {
    state: 'scored',
    value: 99,
    missing: ['hidden'],
  });
});

test('T2: and through the totals between', () => {
  assert.deepEqual(comesTo(sum(answers('part')), { q: given(number(2)) }), {
    state: 'nothing',
    missing: ['r'],
  });
  assert.deepEqual(comesTo(sum(answers('part')), { q: given(number(2)), r: given(number(3)) }), {
    state: 'scored',
    value: 5,
    missing: [],
  });
});

test('T3: a part that is missing leaves no total, and is no zero', () => {
  const all = plus(answers('q'), answers('r'));
  assert.deepEqual(comesTo(all), { state: 'nothing', missing: ['q', 'r'] });
  assert.deepEqual(comesTo(all, { q: given(number(0)) }), { state: 'nothing', missing: ['r'] });
  assert.deepEqual(comesTo(all, { q: given(number(0)), r: given(number(0)) }), {
    state: 'scored',
    value: 0,
    missing: [],
  });
  assert.deepEqual(comesTo(sum({ op: 'points', of: answers('c') })), { state: 'nothing', missing: ['c'] });
  assert.deepEqual(comesTo({ op: 'points', of: answers('c') }, { c: given(option('a')) }), {
    state: 'scored',
    value: 0,
    missing: [],
  });
});

test('T3: several values and values that do not go together are no number', () => {
  const both = { q: given(number(1)), r: given(number(2)), w: given(text('x')) };
  for (const expression of [
    answers('q', 'r'),
    plus(answers('q', 'r'), answers('q')),
    plus(answers('q'), answers('w')),
  ])
    assert.deepEqual(comesTo(expression, both), { state: 'cannot-score', why: 'not-one-value' });
});

test('T3: a text, a truth, a code and a date are said', () => {
  assert.deepEqual(comesTo(answers('w'), { w: given(text('thin')) }), {
    state: 'said',
    value: 'thin',
    missing: [],
  });
  assert.deepEqual(comesTo(answers('c'), { c: given(option('b')) }), {
    state: 'said',
    value: 'B',
    missing: [],
    coding: { code: 'b', display: 'B' },
  });
  assert.deepEqual(comesTo({ op: 'exists', of: answers('w') }), {
    state: 'said',
    value: false,
    missing: ['w'],
  });
});

test('T6: where the form asks for a whole number, half of one is neither rounded nor sent', () => {
  const half: Expression = { op: '/', left: answers('q'), right: { op: 'literal', value: 2 } };
  const it = formOf(integer('q'), { id: 't', type: 'total', text: 't', expression: half, as: 'integer' });
  const at = (value: number) => openForm(it, draftOf(it, { q: given(number(value)) })).totals.get('t');
  assert.deepEqual(at(41), { state: 'cannot-score', why: 'not-whole' });
  assert.deepEqual(at(42), { state: 'scored', value: 21, missing: [] });
});

test('T5: where questions show each other no total is made of them, which would be another once read back', () => {
  const when = (item: string) => ({
    match: 'all' as const,
    tests: [{ item, operator: '=' as const, value: number(1) }],
  });
  const it = formOf(
    integer('q', { when: when('r') }),
    integer('r', { when: when('q') }),
    { id: 'g', type: 'group', text: 'g', when: when('under'), items: [integer('under')] },
    total('t', sum(answers('q', 'r'))),
    total('u', sum(answers('under'))),
    total('v', { op: 'count', of: answers('q') }),
  );
  const { totals } = openForm(
    it,
    draftOf(it, { q: given(number(1)), r: given(number(2)), under: given(number(1)) }),
  );
  for (const id of ['t', 'u', 'v'])
    assert.deepEqual(totals.get(id), { state: 'cannot-score', why: 'depends-on-unscored' }, id);
});

test('T4: a hidden total has no value, and who reads it finds none', () => {
  const hidden = {
    ...total('h', answers('q')),
    when: { match: 'all' as const, tests: [{ item: 'r', operator: 'exists' as const, value: bool(true) }] },
  };
  const it = formOf(integer('q'), integer('r'), hidden, total('t', sum(answers('h'))));
  const { totals } = openForm(it, draftOf(it, { q: given(number(7)) }));
  assert.deepEqual([...totals], [['t', { state: 'nothing', missing: [] }]]);
});

test('T6: what is of another kind than the form asks for is not scored, and not sent as something else', () => {
  const literal = (value: number | string | boolean): Expression => ({ op: 'literal', value });
  const why = (as: FormTotal['as'], value: number | string | boolean) => {
    const it = formOf({ id: 't', type: 'total', text: 't', expression: literal(value), ...(as && { as }) });
    const found = openForm(it, draftOf(it)).totals.get('t');
    return found?.state === 'cannot-score' ? found.why : found?.state;
  };
  assert.equal(why('decimal', 'high'), 'wrong-kind');
  assert.equal(why('integer', true), 'wrong-kind');
  assert.equal(why('text', 5), 'wrong-kind');
  assert.equal(why('boolean', 1), 'wrong-kind');
  assert.equal(why('date', '2026-13-45'), 'wrong-kind');
  assert.equal(why('date', '2026-03'), 'said');
  assert.equal(why('text', 'high'), 'said');
  assert.equal(why('boolean', false), 'said');
  assert.equal(why('quantity', 2.5), 'scored');
  assert.equal(why(undefined, 'high'), 'said');
});
