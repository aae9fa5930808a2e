import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, AnswerValue } from '../../form/answer.ts';
import type { FormQuestion } from '../../form/definition.ts';
import { canBeTyped, fieldsOfAnswer, withText } from './fields.ts';

const asks = (type: FormQuestion['type'], part: Partial<FormQuestion> = {}): FormQuestion => ({
  id: 'x',
  text: 'X',
  type,
  ...part,
});
const given = (...values: readonly AnswerValue[]): Answer => ({
  state: 'given',
  values,
  at: '2026-11-20T09:15:00Z',
  by: null,
  from: { kind: 'entered' },
});
const shown = (question: FormQuestion, ...values: readonly AnswerValue[]) =>
  fieldsOfAnswer(question, given(...values));
const option = { type: 'option', value: 'own' } as const;
const words = { type: 'text', value: 'boots' } as const;

test('without an answer every field is empty, and why there is none stands in the field for it', () => {
  const empty = { answers: [], otherWords: '', reason: '' };
  assert.deepEqual(fieldsOfAnswer(asks('text'), null), empty);
  const refused: Answer = { state: 'refused', reason: 'asleep', at: '2026-11-20T09:15:00Z', by: null };
  assert.deepEqual(fieldsOfAnswer(asks('text'), refused), { ...empty, reason: 'asleep' });
  assert.deepEqual(fieldsOfAnswer(asks('text'), { ...refused, reason: null }), empty);
});

test('beside options stand the words that are no option, and nothing where there are none', () => {
  assert.deepEqual(shown(asks('open-choice'), option), { answers: [], otherWords: '', reason: '' });
  assert.equal(shown(asks('open-choice'), option, words).otherWords, 'boots');
  assert.deepEqual(shown(asks('text'), words), { answers: [{ text: 'boots' }], otherWords: '', reason: '' });
});

test('a number stands as it was entered, in its unit, and without commas', () => {
  const units = [
    { code: 'kg', text: 'kg', factor: 1 },
    { code: '[lb_av]', text: 'lb', factor: 0.45 },
  ];
  const weight = asks('quantity', { units });
  const kilograms = { type: 'number', value: 58.5 } as const;
  assert.deepEqual(shown(weight, kilograms).answers, [{ text: '58.5', unit: 'kg' }]);
  const pounds = { ...kilograms, entered: { value: 129, unit: '[lb_av]' } };
  assert.deepEqual(shown(weight, pounds).answers, [{ text: '129', unit: '[lb_av]' }]);
  assert.deepEqual(shown(asks('integer'), { type: 'number', value: 12000 }).answers, [{ text: '12000' }]);
});

test('a date stands in its parts, as much of it as is known, and a moment by its day in London', () => {
  const parts = (value: string) => shown(asks('date'), { type: 'date', value }).answers;
  assert.deepEqual(parts('2026-05-03'), [{ day: '03', month: '05', year: '2026' }]);
  assert.deepEqual(parts('2026-05'), [{ day: '', month: '05', year: '2026' }]);
  assert.deepEqual(parts('2026'), [{ day: '', month: '', year: '2026' }]);
  assert.deepEqual(parts('2026-05-03T23:30:00Z'), [{ day: '04', month: '05', year: '2026' }]);
});

test('a field shows what its question asks for, and nothing else', () => {
  const number = { type: 'number', value: 1 } as const;
  for (const type of ['integer', 'decimal', 'quantity'] as const) {
    assert.ok(canBeTyped(asks(type), number));
    assert.ok(!canBeTyped(asks(type), words));
  }
  assert.ok(canBeTyped(asks('text'), words) && canBeTyped(asks('time'), { type: 'time', value: '09:30' }));
  assert.ok(!canBeTyped(asks('text'), number) && !canBeTyped(asks('choice'), option));
  assert.ok(!canBeTyped(asks('boolean'), { type: 'boolean', value: true }));
});

test('what is typed into one field leaves the others as they are', () => {
  const before = shown(asks('text', { repeats: true }), words, { type: 'text', value: 'shoes' });
  const after = withText(before, { part: 'text', n: 1 }, 'slippers');
  assert.deepEqual(after.answers, [{ text: 'boots' }, { text: 'slippers' }]);
  assert.deepEqual(withText(before, { part: 'text', n: 3 }, 'socks').answers, [
    ...before.answers,
    {},
    { text: 'socks' },
  ]);
  assert.deepEqual(withText(before, { part: 'other-words' }, 'x'), { ...before, otherWords: 'x' });
  assert.deepEqual(withText(before, { part: 'reason' }, 'x'), { ...before, reason: 'x' });
});
