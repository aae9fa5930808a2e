import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnswerValue, FormItem, FormOption, FormQuestion } from '@ehch/clinical/form';
import { UCUM } from './urls.ts';
import { optionValue, valueOf, writeQuantity } from './write-value.ts';

const asks = (type: FormQuestion['type'], more: Partial<FormQuestion> = {}): FormQuestion => ({
  id: 'x',
  text: 'X',
  type,
  ...more,
});
const sent = (item: FormItem, answer: AnswerValue) => {
  const { type, value } = valueOf(item, answer);
  return [type, value];
};

test('a day is sent as a day; a moment, and a day that a form asks as a moment, as a moment', () => {
  const day: AnswerValue = { type: 'date', value: '2026-11-02' };
  const moment: AnswerValue = { type: 'date', value: '2026-11-02T09:30:00Z' };
  assert.deepEqual(sent(asks('date'), day), ['Date', '2026-11-02']);
  assert.deepEqual(sent(asks('date'), moment), ['DateTime', '2026-11-02T09:30:00Z']);
  assert.deepEqual(sent(asks('date', { sentAs: 'dateTime' }), day), ['DateTime', '2026-11-02']);
  const total: FormItem = { id: 't', type: 'total', text: 'T', as: 'date', expression: { op: 'nothing' } };
  assert.deepEqual(sent(total, day), ['Date', '2026-11-02']);
});

test('words are sent as text, and as an address where the form asks for one', () => {
  const words: AnswerValue = { type: 'text', value: 'https://example.org' };
  assert.deepEqual(sent(asks('text'), words), ['String', words.value]);
  assert.deepEqual(sent(asks('text', { sentAs: 'string' }), words), ['String', words.value]);
  assert.deepEqual(sent(asks('text', { sentAs: 'url' }), words), ['Uri', words.value]);
});

test('a time of day has its seconds, added only where there are none', () => {
  assert.deepEqual(sent(asks('time'), { type: 'time', value: '09:30' }), ['Time', '09:30:00']);
  assert.deepEqual(sent(asks('time'), { type: 'time', value: '09:30:15' }), ['Time', '09:30:15']);
  const option: FormOption = { kind: 'time', value: '09:30', text: 'Half past nine' };
  assert.deepEqual(optionValue(option), { type: 'Time', value: '09:30:00' });
});

test('an integer, a decimal and yes or no are sent as what they are', () => {
  assert.deepEqual(sent(asks('integer'), { type: 'number', value: 3 }), ['Integer', 3]);
  assert.deepEqual(sent(asks('decimal'), { type: 'number', value: 3 }), ['Decimal', 3]);
  assert.deepEqual(sent(asks('boolean'), { type: 'boolean', value: false }), ['Boolean', false]);
  const total = { id: 't', type: 'total', text: 'T', expression: { op: 'nothing' } } as const;
  assert.deepEqual(sent(total, { type: 'number', value: 3 }), ['Decimal', 3]);
  assert.deepEqual(sent({ ...total, as: 'integer' }, { type: 'number', value: 3 }), ['Integer', 3]);
});

test('a choice is sent by its code, in its own words; one that the form does not know by what was said', () => {
  const options: readonly FormOption[] = [
    { value: 'a', text: 'Alone', code: { system: 'urn:s', code: '1', display: 'Independent' } },
    { value: 'b', text: 'With help' },
    { value: 'c', text: 'Words', kind: 'text' },
    { value: '4', text: 'Four', kind: 'integer' },
    { value: 'd', text: 'D', kind: 'display' },
    { value: '2026-11-02', text: 'A day', kind: 'date' },
  ];
  const of = (value: string) => sent(asks('choice', { options }), { type: 'option', value });
  assert.deepEqual(of('a'), ['Coding', { system: 'urn:s', code: '1', display: 'Independent' }]);
  assert.deepEqual(of('b'), ['Coding', { code: 'b', display: 'With help' }]);
  assert.deepEqual(of('c'), ['String', 'c']);
  assert.deepEqual(of('4'), ['Integer', 4]);
  assert.deepEqual(of('d'), ['Coding', { display: 'd' }]);
  assert.deepEqual(of('2026-11-02'), ['Date', '2026-11-02']);
  assert.deepEqual(of('z'), ['Coding', { code: 'z', display: 'z' }]);
  assert.deepEqual(sent(asks('text'), { type: 'option', value: 'z' }), [
    'Coding',
    { code: 'z', display: 'z' },
  ]);
});

test('a quantity has the unit that it was given in, and is called UCUM only where it is', () => {
  const units = [
    { code: 'kg', text: 'kilograms', factor: 1 },
    { code: '[lb_av]', text: 'pounds', factor: 0.45 },
    { code: 'stone', text: 'stones', factor: 6.35, notUcum: true },
  ] as const;
  const weight = asks('quantity', { units });
  assert.deepEqual(sent(weight, { type: 'number', value: 60 }), [
    'Quantity',
    { value: 60, unit: 'kilograms', system: UCUM, code: 'kg' },
  ]);
  assert.deepEqual(writeQuantity(weight, 130, '[lb_av]'), {
    value: 130,
    unit: 'pounds',
    system: UCUM,
    code: '[lb_av]',
  });
  assert.deepEqual(writeQuantity(weight, 9, 'stone'), { value: 9, unit: 'stones', code: 'stone' });
  assert.deepEqual(writeQuantity(weight, 9, 'sacks'), { value: 9, unit: 'sacks', code: 'sacks' });
  assert.deepEqual(writeQuantity(asks('quantity'), 9, undefined), { value: 9 });
});

test('a total has the unit of its form, which FHIR reads as UCUM', () => {
  const total = { id: 't', type: 'total', text: 'T', as: 'quantity', expression: { op: 'nothing' } } as const;
  assert.deepEqual(writeQuantity({ ...total, unit: 'kg/m2' }, 21, undefined), {
    value: 21,
    unit: 'kg/m2',
    system: UCUM,
    code: 'kg/m2',
  });
  assert.deepEqual(writeQuantity(total, 21, undefined), { value: 21 });
});
