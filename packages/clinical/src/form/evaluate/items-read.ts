import type { Expression } from '../expression.ts';

/** The items that an expression reads, without those that only a foreign part may read; `null`: any item at all. */
export function itemsRead(expression: Expression): readonly string[] | null {
  return expression.op === 'answers' ? expression.items : [];
}
