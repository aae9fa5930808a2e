import type { Expression } from '../expression.ts';

/** The parts of an expression. */
export function partsOfExpression(expression: Expression): readonly Expression[] {
  if ('of' in expression) return [expression.of];
  if ('left' in expression) return [expression.left, expression.right];
  return expression.op === 'if' ? [expression.test, expression.then, expression.else] : [];
}

/** The items that an expression may read; `null`: any item at all, as some foreign part of it may. */
export function itemsRead(expression: Expression): readonly string[] | null {
  if ('items' in expression) return expression.items;
  const read = partsOfExpression(expression).map(itemsRead);
  return read.includes(null) ? null : [...new Set(read.flatMap((items) => items ?? []))];
}
