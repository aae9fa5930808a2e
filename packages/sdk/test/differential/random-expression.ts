import type { Expression, FormDefinition, FormItem, FormQuestion } from '@ehch/clinical/form';

type Binary = Extract<Expression, { left: unknown }>['op'];

/** Leaves out `ln`, `exp` and `power`: without a result fhirpath.js gives NaN and our engine gives nothing. */
const UNARY = [
  'points',
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
  'sqrt',
  'floor',
  'ceiling',
  'truncate',
] as const;
const MATH = ['+', '-', '*', '/', 'div', 'mod'] as const;
const TESTS = ['=', '!=', '>', '<', '>=', '<=', 'and', 'or', 'xor', 'implies'] as const;
const LITERALS = [0, 1, 2, 10, -1, 0.5, 2.5, 0.1, 0.3, 1e-9, true, false, 'x', '5'] as const;

const scored = (id: string, more: Partial<FormQuestion> = {}): FormQuestion => ({
  id,
  type: 'choice',
  text: id,
  // One option has no points, which is not zero.
  options: [0, 1.5, 3, undefined].map((points, i) => ({
    value: `c${i}`,
    text: `C ${i}`,
    ...(points === undefined ? {} : { points }),
  })),
  ...more,
});

/** Questions of most kinds: alone, hidden by another, with several answers, and under an answer. */
const ITEMS: readonly FormItem[] = [
  scored('a'),
  scored('b', {
    when: { match: 'all', tests: [{ item: 'yes', operator: '=', value: { type: 'boolean', value: true } }] },
  }),
  scored('many', { repeats: true }),
  { id: 'yes', type: 'boolean', text: 'yes', items: [{ id: 'under', type: 'integer', text: 'under' }] },
  { id: 'n', type: 'integer', text: 'n' },
  { id: 'd', type: 'decimal', text: 'd' },
  { id: 'w', type: 'quantity', text: 'w', units: [{ code: 'kg', text: 'kg', factor: 1 }] },
];
const ALONE = ['a', 'b', 'many', 'yes', 'under', 'n', 'd', 'w'];

/** Makes a form with random totals: some at its end, one in each row, and one that adds others up. */
export function randomForm(random: () => number): FormDefinition {
  const total = (id: string, expression: Expression): FormItem => ({
    id,
    type: 'total',
    text: id,
    as: 'decimal',
    expression,
  });
  const inRow = ['m', 'e', ...ALONE];
  const rows: FormItem = {
    id: 'rows',
    type: 'group',
    text: 'rows',
    repeats: true,
    items: [
      { id: 'm', type: 'decimal', text: 'm' },
      scored('e'),
      total('own', sumOf(randomExpression(random, inRow, 2))),
    ],
  };
  const top = [...ALONE, 'm', 'e'];
  const tops = Array.from({ length: 4 }, (_, i) => total(`t${i}`, randomExpression(random, top, 3)));
  const all: Expression = {
    op: 'sum',
    of: { op: 'to-number', of: { op: 'answers', items: ['t0', 't1', 'own'] } },
  };
  return { id: 'random', title: 'Random', version: '1', items: [...ITEMS, rows, ...tops, total('all', all)] };
}

function sumOf(of: Expression): Expression {
  return { op: 'sum', of };
}

const ASKING = ['exists', 'empty', 'not'] as const;

/** Makes a boolean test, as an author writes one. Our engine refuses other tests; `evaluate.test.ts` covers those. */
function randomTest(within: () => Expression, pick: <T>(list: readonly T[]) => T): Expression {
  const op = pick([...ASKING, ...TESTS]);
  return op === 'exists' || op === 'empty' || op === 'not'
    ? { op, of: within() }
    : { op, left: within(), right: within() };
}

function randomExpression(random: () => number, items: readonly string[], depth: number): Expression {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const within = () => randomExpression(random, items, depth - 1);
  const kind = random();
  if (depth === 0 || kind < 0.1) {
    if (random() < 0.25) return { op: 'literal', value: pick(LITERALS) };
    const read = [pick(items), ...(random() < 0.3 ? [pick(items)] : [])];
    const of: Expression = { op: 'answers', items: [...new Set(read)] };
    // Most questions are choices, and nothing can be calculated with a code.
    return random() < 0.6 ? { op: pick(['points', 'to-number'] as const), of } : of;
  }
  if (kind < 0.5) return { op: pick(UNARY), of: within() };
  if (kind < 0.55) return { op: 'round', of: within(), digits: Math.floor(random() * 3) };
  if (kind < 0.65) return { op: 'if', test: randomTest(within, pick), then: within(), else: within() };
  const op: Binary =
    kind < 0.85 ? pick(MATH) : kind < 0.95 ? pick(TESTS) : pick(['combine', 'union'] as const);
  return { op, left: within(), right: within() };
}
