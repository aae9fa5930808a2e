import type { Expression } from '../form/expression.ts';
import type { Instrument } from '../instrument.ts';

/**
 * Functions that build the expression of a total. Items have the names of their instrument.
 *
 * Arithmetic with nothing gives nothing, but a test of nothing takes the other branch. So every number is first checked
 * against its limits, and a number outside them becomes nothing.
 */
export const NOTHING: Expression = { op: 'nothing' };

type Operand = Expression | number | string;
type Binary = Extract<Expression, { left: Expression }>['op'];

export function answer(item: string): Expression {
  return { op: 'answers', items: [item] };
}

export function pointsOf(item: string): Expression {
  return { op: 'points', of: answer(item) };
}

export function is(left: Operand, op: Binary, right: Operand): Expression {
  return { op, left: operand(left), right: operand(right) };
}

export function chosen(item: string, value: string): Expression {
  return is({ op: 'code', of: answer(item) }, '=', value);
}

export function when(test: Expression, then: Operand, otherwise: Operand = NOTHING): Expression {
  return { op: 'if', test, then: operand(then), else: operand(otherwise) };
}

export function all(...tests: readonly [Expression, ...Expression[]]): Expression {
  return tests.reduce((left, right) => is(left, 'and', right));
}

export function sumOf(...parts: readonly Expression[]): Expression {
  return parts.length === 0 ? NOTHING : parts.reduce((left, right) => is(left, '+', right));
}

/** The answer to a numeric question of an instrument, or nothing if it is outside the question's limits. */
export function numberOf({ items }: Pick<Instrument, 'items'>, id: string): Expression {
  const item = items.find((each) => each.id === id);
  const { min, max } = (item !== undefined && 'limits' in item ? item.limits : undefined) ?? {};
  const value = answer(id);
  if (min === undefined || max === undefined) return NOTHING;
  return when(all(is(value, '>=', min), is(value, '<=', max)), value);
}

/**
 * Rounds half up to one decimal, as exact digits would.
 *
 * Binary division leaves a value that ends in 5 slightly too low. The added amount is larger than that error, and
 * smaller than the distance to the next measurable value: weight to 0.1 kg, height to 1 cm, creatinine to 1 µmol/L.
 */
export function toOneDecimal(value: Expression): Expression {
  return { op: 'round', of: is(value, '+', 1e-10), digits: 1 };
}

function operand(value: Operand): Expression {
  return typeof value === 'object' ? value : { op: 'literal', value };
}
