import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Expression, FormDefinition, FormItem, FormState, Total } from '@ehch/clinical/form';
import { openForm } from '@ehch/clinical/form';
import { answeredAtRandom } from '../questionnaire/random-answers.fixtures.ts';
import { readQuestionnaire } from '../questionnaire/read-questionnaire.ts';
import { writeQuestionnaire } from '../questionnaire/write-questionnaire.ts';
import { questionnaireWith } from './compile.fixtures.ts';
import { printExpression } from './print.ts';

const { form: base } = readQuestionnaire(questionnaireWith('1'));
if (base === null) throw new Error('no form');
/** In the order of the form, like every reading of several items. */
const ORDER = ['a', 'b', 'c', 'n', 'd', 'many', 'yes', 'under', 'weight'];
const LONE = [...ORDER.filter((id) => id !== 'd'), 'words'];

/** A total of another kind than its form declares says nothing, and nothing could be told apart. */
type TotalKind = 'decimal' | 'boolean' | 'text';
const KIND = fc.constantFrom<TotalKind>('decimal', 'boolean', 'text');

const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const of = tie('expression');
  const read = fc
    // FHIRPath reads several items of a row in another order, which decimals and texts would show.
    .oneof(fc.subarray(ORDER, { minLength: 1, maxLength: 3 }), fc.constant(['m']))
    .map((items): Expression => ({ op: 'answers', items }));
  const alone = fc.constantFrom(...LONE).map((item): Expression => ({ op: 'answers', items: [item] }));
  const literal = fc
    .oneof(
      fc.integer({ min: -50, max: 50 }),
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
      fc.boolean(),
      fc.string(),
    )
    .map((value): Expression => ({ op: 'literal', value }));
  const two = (...ops: readonly Extract<Expression, { left: unknown }>['op'][]) =>
    fc.tuple(fc.constantFrom(...ops), of, of).map(([op, left, right]): Expression => ({ op, left, right }));
  const one = fc
    .tuple(
      fc.constantFrom(
        'points',
        'code',
        'text',
        'sum',
        'min',
        'max',
        'count',
        'exists',
        'empty',
        'not',
        'all-true',
        'to-integer',
        'to-decimal',
        'to-number',
        'abs',
        'negative',
        'exp',
        'ln',
        'sqrt',
        'floor',
        'ceiling',
        'truncate',
      ),
      of,
    )
    .map(([op, its]): Expression => ({ op, of: its }));
  return {
    expression: fc.oneof(
      { maxDepth: 4 },
      read,
      literal,
      fc.constant<Expression>({ op: 'nothing' }),
      one,
      fc
        .tuple(fc.constantFrom('first' as const, 'last' as const), alone)
        .map(([op, its]): Expression => ({ op, of: its })),
      two('+', '-', '*', '/', 'div', 'mod', 'power'),
      two('=', '!=', '>', '<', '>=', '<=', 'and', 'or', 'xor', 'implies'),
      two('combine', 'union'),
      fc.tuple(of, of, of).map(([test, yes, no]): Expression => ({ op: 'if', test, then: yes, else: no })),
      fc
        .tuple(of, fc.integer({ min: 0, max: 3 }))
        .map(([its, digits]): Expression => ({ op: 'round', of: its, digits })),
    ),
  };
});

test('an expression that was written has the same result when it is read back', () => {
  const answered = Array.from({ length: 20 }, (_, seed) => answeredAtRandom(base, seed));
  fc.assert(
    fc.property(expression, KIND, fc.nat(answered.length - 1), (its, kind, n) => {
      const form = withTotal(base, its, kind);
      const { form: again } = readQuestionnaire(writeQuestionnaire(form));
      assert.ok(again);
      assert.doesNotMatch(JSON.stringify(again.items.at(-1)), /"foreign"/, printExpression(its, form));
      const state = answered[n];
      assert.ok(state);
      assert.deepEqual(outcome(again, state), outcome(form, state), printExpression(its, form));
    }),
    { numRuns: 3000 },
  );
});

test('several answers are written in the order in which they are read, also where one of them is a quantity', () => {
  const answers = (...items: readonly string[]): Expression => ({ op: 'answers', items });
  // "b" stands in a group, and comes first in the form; "weight" stands at the top, and is read first.
  const levelByLevel: Expression = { op: 'combine', left: answers('weight'), right: answers('b') };
  const form = withTotal(base, {
    op: 'if',
    test: { op: '=', left: answers('b', 'weight'), right: levelByLevel },
    then: { op: 'literal', value: 1 },
    else: { op: 'literal', value: 2 },
  });
  const { form: again } = readQuestionnaire(writeQuestionnaire(form));
  assert.ok(again);
  const both = Array.from({ length: 40 }, (_, seed) => answeredAtRandom(base, seed)).filter(({ draft }) =>
    ['b', 'weight'].every((item) => draft.answers[item]?.state === 'given'),
  );
  assert.ok(both.length > 0);
  for (const state of both)
    for (const each of [form, again])
      assert.deepEqual(outcome(each, state), { state: 'scored', value: 1, missing: [] });
});

test('a total in a row is written to read its own row, and a total at the top to read every row', () => {
  const read: Expression = { op: 'answers', items: ['m'] };
  for (const its of [read, { ...read, everywhere: true }]) {
    const rows = base.items.find(({ id }) => id === 'rows');
    assert.ok(rows?.type === 'group');
    const total = {
      id: 'in-row',
      type: 'total',
      text: 'x',
      as: 'decimal',
      expression: { op: 'sum', of: its },
    } as const;
    const items: readonly FormItem[] = base.items.map((each) =>
      each === rows ? { ...rows, items: [...rows.items, total] } : each,
    );
    const { form } = readQuestionnaire(writeQuestionnaire({ ...base, items }));
    assert.deepEqual(form?.items, items);
  }
});

test('an expression that no other program could read is left out, and never written wrong', () => {
  const of = (items: readonly string[]): Expression => ({ op: 'sum', of: { op: 'answers', items } });
  const total = (its: Expression) =>
    ({ id: 'in-row', type: 'total', text: 'x', as: 'decimal', expression: its }) as const;
  const under = (group: string, its: Expression) =>
    base.items.map((each) =>
      each.id === group && (each.type === 'group' || each.type === 'choice')
        ? { ...each, items: [...(each.items ?? []), total(its)] }
        : each,
    );
  const written = (items: readonly FormItem[]) => JSON.stringify(writeQuestionnaire({ ...base, items }));
  // Its own question with several answers; its own row together with an item outside.
  for (const items of [
    under('many', of(['many'])),
    under('rows', of(['a', 'm'])),
    under('rows', of(['m', 'a'])),
  ])
    assert.equal(written(items).match(/calculatedExpression/g)?.length, 1);
  assert.equal(written(under('many', of(['a']))).match(/calculatedExpression/g)?.length, 2);
});

test('numbers are written as FHIRPath has them: without an exponent', () => {
  for (const [value, text] of [
    [1e-7, '0.0000001'],
    [1.5e21, '1500000000000000000000'],
    [-0.5, '(-0.5)'],
  ] as const)
    assert.equal(printExpression({ op: 'literal', value }, base), text);
});

function withTotal(form: FormDefinition, its: Expression, kind: TotalKind = 'decimal'): FormDefinition {
  const items = form.items.filter(({ id }) => id !== 'total');
  return {
    ...form,
    items: [...items, { id: 'total', type: 'total', text: 'total', as: kind, expression: its }],
  };
}

/** Missing questions are left out, because a question that cannot matter is no longer read. */
function outcome(form: FormDefinition, { draft }: FormState): unknown {
  const total: Total | undefined = openForm(form, {
    ...draft,
    form: { id: form.id, version: form.version },
  }).totals.get('total');
  return total !== undefined && 'missing' in total ? { ...total, missing: [] } : total;
}
