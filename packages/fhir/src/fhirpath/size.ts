import type { Expression } from '@ehch/clinical/form';
import { notCovered } from './not-covered.ts';

interface Measure {
  readonly parts: number;
  readonly deep: number;
}

/** [P] Ten times the largest of the forms known. What a few lines of variables can unfold to must not fill the memory. */
const MOST_PARTS = 20_000;
/** [P] The form engine goes down an expression step by step, each time that it is evaluated. */
const DEEPEST = 1500;

/** The expression, if it can be worked with. @throws {NotCovered} where it is too large or too deep when written out. */
export function bounded(expression: Expression): Expression {
  const { parts, deep } = measured(expression, new Map(), 0);
  return parts > MOST_PARTS || deep > DEEPEST ? tooLarge() : expression;
}

/** A variable used twice counts twice, and is measured once. */
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
