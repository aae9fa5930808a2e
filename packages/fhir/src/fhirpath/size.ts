import type { Expression } from '@ehch/clinical/form';
import { notCovered } from './not-covered.ts';

/** The size of an expression with its variables written out. */
interface Measure {
  readonly parts: number;
  readonly deep: number;
}

/**
 * [P] Ten times the largest known form. A few lines of variables must not unfold to more than the memory
 * holds.
 */
const MOST_PARTS = 20_000;
/** [P] Levels. The form engine goes through an expression recursively, each time that it evaluates it. */
const DEEPEST = 1500;

/**
 * The expression, if it is small enough to work with.
 * @throws {NotCovered} if it is too large or too deep with its variables written out
 */
export function bounded(expression: Expression): Expression {
  const { parts, deep } = measured(expression, new Map(), 0);
  return parts > MOST_PARTS || deep > DEEPEST ? tooLarge() : expression;
}

/** Measures an expression. A variable used twice counts twice, but is measured once. */
function measured(expression: Expression, known: Map<Expression, Measure>, depth: number): Measure {
  const found = known.get(expression);
  if (found !== undefined) return found;
  if (depth > DEEPEST) tooLarge();
  const within = Object.values(expression)
    .filter((each): each is Expression => typeof each === 'object' && each !== null && 'op' in each)
    .map((each) => measured(each, known, depth + 1));
  const measure = {
    parts: within.reduce((sum, { parts }) => sum + parts, 1),
    deep: Math.max(0, ...within.map(({ deep }) => deep)) + 1,
  };
  known.set(expression, measure);
  return measure;
}

function tooLarge(): never {
  return notCovered('too large with its variables');
}
