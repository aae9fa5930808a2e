import type { Expression } from '../../form/expression.ts';
import { answer } from '../arithmetic.ts';

/** The type is the value of the chosen option. */
export const total: Expression = { op: 'to-integer', of: { op: 'code', of: answer('type') } };
