import type { Expression } from '@ehch/clinical';

/** How many parts an expression has when it is written out. A variable used twice counts twice. */
export function sizeOf(expression: Expression, known = new Map<Expression, number>()): number {
  const counted = known.get(expression);
  if (counted !== undefined) return counted;
  const parts = Object.values(expression).filter(
    (each): each is Expression => typeof each === 'object' && each !== null && 'op' in each,
  );
  const size = parts.reduce((sum, each) => sum + sizeOf(each, known), 1);
  known.set(expression, size);
  return size;
}
