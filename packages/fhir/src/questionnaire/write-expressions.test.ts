import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Expression, FormDefinition, FormItem } from '@ehch/clinical/form';
import { readQuestionnaire } from './read-questionnaire.ts';
import { EXT } from './urls.ts';
import { expressionWriter } from './write-expressions.ts';
import { writeQuestionnaire } from './write-questionnaire.ts';

const number = (id: string): FormItem => ({ id, type: 'decimal', text: id });
const sum = (...items: readonly string[]): Expression => ({ op: 'sum', of: { op: 'answers', items } });
const total = (id: string, expression: Expression): FormItem => ({
  id,
  type: 'total',
  text: id,
  as: 'decimal',
  expression,
});
const rows = (id: string, items: readonly FormItem[]): FormItem => ({
  id,
  type: 'group',
  text: id,
  repeats: true,
  items,
});
const FORM: FormDefinition = {
  id: 'f',
  title: 'F',
  version: '1',
  items: [
    rows('meals', [
      number('eaten'),
      number('left'),
      total('eaten-twice', { op: '+', left: sum('eaten'), right: sum('eaten') }),
      total('served', { op: '+', left: sum('eaten'), right: sum('left') }),
    ]),
    rows('drinks', [number('drunk'), total('drunk-in-all', sum('drunk'))]),
    number('weight'),
    number('soup'),
    total('all', sum('weight', 'soup')),
  ],
};

test('what is read of a row is a variable of its group, one for each thing that is read, and named at its place', () => {
  const writer = expressionWriter(FORM);
  const written = new Map<string, string>();
  const variables = new Map<string, unknown>();
  const visit = (items: readonly FormItem[]): void => {
    for (const item of items) {
      if (item.type === 'total') {
        const [json = {}] = writer.write('urn:calculated', item.expression, item);
        written.set(item.id, (json['valueExpression'] as { expression: string }).expression);
      }
      if ('items' in item) visit(item.items ?? []);
    }
  };
  visit(FORM.items);
  for (const item of FORM.items) variables.set(item.id, writer.variablesOf(item));
  const read = (id: string) => `descendants().where(linkId = '${id}').answer.value`;
  assert.deepEqual(Object.fromEntries(written), {
    'eaten-twice': '(%row1_1.sum() + %row1_1.sum())',
    served: '(%row1_1.sum() + %row1_2.sum())',
    'drunk-in-all': '%row2_1.sum()',
    all: "%resource.descendants().where(linkId in ('weight' | 'soup')).answer.value.sum()",
  });
  const variable = (name: string, id: string) => ({
    url: EXT.variable,
    valueExpression: { name, language: 'text/fhirpath', expression: read(id) },
  });
  assert.deepEqual(Object.fromEntries(variables), {
    meals: [variable('row1_1', 'eaten'), variable('row1_2', 'left')],
    drinks: [variable('row2_1', 'drunk')],
    weight: [],
    soup: [],
    all: [],
  });
});

test('a form of rows is the same form after a round through FHIR', () => {
  const { form, refused } = readQuestionnaire(writeQuestionnaire(FORM));
  assert.deepEqual(form?.items, FORM.items, JSON.stringify(refused));
});

test('an expression of another language goes as it came, in its own language', () => {
  const foreign: Expression = { op: 'foreign', language: 'text/cql', text: 'Total', items: [] };
  assert.deepEqual(expressionWriter(FORM).write('urn:x', foreign, number('weight')), [
    { url: 'urn:x', valueExpression: { language: 'text/cql', expression: 'Total' } },
  ]);
});
