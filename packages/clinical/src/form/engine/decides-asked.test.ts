import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormDefinition, FormItem } from '../definition.ts';
import { compiledForm } from './compile.ts';
import { decidesWhatIsAsked, rowDecidesWhatIsAsked } from './decides-asked.ts';

const number = (id: string): FormItem => ({ id, text: id, type: 'integer' });
const form: FormDefinition = {
  id: 'f',
  title: 'Form',
  version: '1',
  items: [
    number('weight'),
    number('height'),
    { id: 'above', text: 'above', type: 'boolean', items: [number('below')] },
    {
      id: 'sum',
      text: 'sum',
      type: 'total',
      expression: {
        op: '+',
        left: { op: 'answers', items: ['weight'] },
        right: { op: 'answers', items: ['grand'] },
      },
    },
    // Two totals that need each other.
    {
      id: 'grand',
      text: 'grand',
      type: 'total',
      expression: { op: 'sum', of: { op: 'answers', items: ['sum'] } },
    },
    {
      ...number('by-total'),
      when: {
        match: 'expression',
        expression: {
          op: '>',
          left: { op: 'answers', items: ['grand'] },
          right: { op: 'literal', value: 3 },
        },
      },
    },
    {
      ...number('by-fall'),
      when: {
        match: 'all',
        tests: [{ item: 'injury', operator: '=', value: { type: 'boolean', value: true } }],
      },
    },
    {
      id: 'falls',
      text: 'falls',
      type: 'group',
      repeats: true,
      items: [{ id: 'injury', text: 'i', type: 'boolean' }],
    },
    { id: 'visits', text: 'visits', type: 'group', repeats: true, items: [number('visit')] },
  ],
};
const nodes = compiledForm(form).byId;
const nodeOf = (id: string) => nodes.get(id) ?? assert.fail(id);

test('an answer decides what is asked directly, through totals, and by what stands under it', () => {
  for (const id of ['weight', 'above', 'injury', 'sum']) assert.ok(decidesWhatIsAsked(nodeOf(id)), id);
  for (const id of ['height', 'below', 'by-total', 'visit']) assert.ok(!decidesWhatIsAsked(nodeOf(id)), id);
});

test('a row decides what is asked where something in it does', () => {
  assert.ok(rowDecidesWhatIsAsked(nodeOf('falls')));
  assert.ok(!rowDecidesWhatIsAsked(nodeOf('visits')));
});
