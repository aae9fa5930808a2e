import type { Expression } from '../expression.ts';

/** An expression over other item ids: an instrument's own becomes one over `<instrument>/<item>`. */
export function renameItems(expression: Expression, rename: (id: string) => string): Expression {
  const within = (part: Expression) => renameItems(part, rename);
  if (expression.op === 'answers') return { ...expression, items: expression.items.map(rename) };
  // The text of a foreign expression cannot be rewritten here, and would go on naming the old items.
  if (expression.op === 'foreign') return expression;
  if ('of' in expression) return { ...expression, of: within(expression.of) };
  if ('left' in expression)
    return { ...expression, left: within(expression.left), right: within(expression.right) };
  if (expression.op !== 'if') return expression;
  const { test, then, else: otherwise } = expression;
  return { op: 'if', test: within(test), then: within(then), else: within(otherwise) };
}
