import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Expression } from '../expression.ts';
import { openForm } from '../open.ts';
import { draftOf, formOf, given, number, text, total } from './forms.fixtures.ts';

test('R6: several items are read level by level and row by row, however they are listed', () => {
  const read = (op: 'first' | 'last'): Expression => ({
    op,
    of: { op: 'answers', items: ['deep', 'm', 'e', 'top'] },
  });
  const form = formOf(
    {
      id: 'rows',
      type: 'group',
      text: 'rows',
      repeats: true,
      items: [
        { id: 'm', type: 'text', text: 'm', items: [{ id: 'deep', type: 'text', text: 'deep' }] },
        { id: 'e', type: 'text', text: 'e' },
      ],
    },
    { id: 'top', type: 'text', text: 'top' },
    total('first', read('first')),
    total('last', read('last')),
    total('sum', { op: 'sum', of: { op: 'answers', items: ['x', 'y'] } }),
    {
      id: 'numbers',
      type: 'group',
      text: 'numbers',
      repeats: true,
      items: [
        { id: 'x', type: 'decimal', text: 'x' },
        { id: 'y', type: 'decimal', text: 'y' },
      ],
    },
  );
  const words = { 'm[1]': 'm1', 'e[1]': 'e1', 'm[2]': 'm2', 'e[2]': 'e2' };
  const numbers = { 'x[1]': 0.2, 'y[1]': 0.3, 'x[2]': 0.1 };
  const answers = {
    ...Object.fromEntries(Object.entries(words).map(([key, value]) => [key, given(text(value))])),
    ...Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, given(number(value))])),
  };
  const rows = { rows: ['1', '2'], numbers: ['1', '2'] };
  const said = (more: object) => {
    const { totals } = openForm(form, { ...draftOf(form), rows, answers: { ...answers, ...more } });
    return ['first', 'last'].map((key) => {
      const it = totals.get(key);
      return it?.state === 'said' ? it.value : null;
    });
  };
  assert.deepEqual(said({}), ['m1', 'e2']);
  assert.deepEqual(said({ top: given(text('t')), 'deep[2]': given(text('d2')) }), ['t', 'd2']);
  const { totals } = openForm(form, { ...draftOf(form), rows, answers });
  const sum = totals.get('sum');
  // Question by question it would end in another digit.
  assert.equal(sum?.state === 'scored' && sum.value, 0.2 + 0.3 + 0.1);
  assert.notEqual(0.2 + 0.3 + 0.1, 0.2 + 0.1 + 0.3);
});
