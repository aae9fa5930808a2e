import type { Expression } from '../expression.ts';
import type { CannotScore } from '../state.ts';
import type { ExpressionValue } from './value.ts';

export type Foreign = Extract<Expression, { op: 'foreign' }>;

/** What an expression may read. */
export interface ExpressionScope {
  /** The values of the answers to an item; none: it has none, or is not shown. */
  read(item: string, everywhere: boolean): readonly ExpressionValue[] | Unscored;
  /** What an evaluator said of an expression beyond our subset. Absent: there is none. */
  foreign?(expression: Foreign): readonly ExpressionValue[] | Unscored;
}

/** Why there are no values. */
export type Unscored = CannotScore | 'waiting';

/** The values that an expression comes to, or why it cannot be evaluated. Never throws. */
export function evaluate(
  _expression: Expression,
  _scope: ExpressionScope,
): readonly ExpressionValue[] | Unscored {
  return 'unsupported';
}
