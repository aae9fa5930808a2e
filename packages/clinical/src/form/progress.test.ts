import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bool,
  choice,
  draftOf,
  formOf,
  given,
  integer,
  number,
  option,
  refused,
  total,
  yesNo,
} from './engine/forms.fixtures.ts';
import type { AnswerValue } from './answer.ts';
import { asked } from './asked.ts';
import { openForm } from './open.ts';
import { progressOf, requiredMissing } from './progress.ts';

const form = formOf(
  integer('a', { required: true }),
  integer('b', { required: true }),
  {
    id: 'g',
    type: 'group',
    text: 'g',
    items: [
      yesNo('c', { items: [integer('d', { required: true })] }),
      integer('shown-only', { readOnly: true, required: true }),
      total('t', { op: 'nothing' }),
      { id: 'words', type: 'display', text: 'Words' },
    ],
  },
  { id: 'never', type: 'group', text: 'never', hidden: true, items: [integer('behind', { required: true })] },
);

test('P1: questions count that are shown and can be answered here', () => {
  assert.deepEqual(progressOf(openForm(form, draftOf(form))), { answered: 0, notAssessed: 0, asked: 3 });
  const some = openForm(
    form,
    draftOf(form, { a: given(number(0)), b: refused, c: given(bool(false)), behind: given(number(1)) }),
  );
  assert.deepEqual(progressOf(some), { answered: 2, notAssessed: 1, asked: 4 });
  assert.deepEqual(progressOf(some, 'g'), { answered: 1, notAssessed: 0, asked: 2 });
  assert.deepEqual(progressOf(some, 'a'), { answered: 1, notAssessed: 0, asked: 1 });
});

test('P2: required questions that are shown are asked for; "not assessed" is an answer', () => {
  const missing = (answers: Parameters<typeof draftOf>[1]) =>
    requiredMissing(openForm(form, draftOf(form, answers)));
  assert.deepEqual(missing({}), ['a', 'b']);
  assert.deepEqual(missing({ a: refused, c: given(bool(true)) }), ['b', 'd']);
});

test('P1: what is asked is drawn in the order of the form, without what is hidden', () => {
  const keys = (items: ReturnType<typeof asked>): readonly string[] =>
    items.flatMap(({ key, children }) => [key, ...keys(children)]);
  assert.deepEqual(keys(asked(openForm(form, draftOf(form)))), [
    'a',
    'b',
    'g',
    'c',
    'shown-only',
    't',
    'words',
  ]);
});

test('P2: a question that has fewer answers than it asks for is asked for when the form is finished', () => {
  const several = formOf(choice('x', { repeats: true, answerCount: { min: 2 } }));
  const missing = (...values: readonly AnswerValue[]) =>
    requiredMissing(openForm(several, draftOf(several, { x: given(...values) })));
  assert.deepEqual(missing(option('a')), ['x']);
  assert.deepEqual(missing(option('a'), option('b')), []);
  assert.deepEqual(requiredMissing(openForm(several, draftOf(several))), []);
});
