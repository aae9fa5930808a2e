import { stop } from './unscored.ts';
import { plain, type ExpressionValue } from './value.ts';

export type LogicOp = 'and' | 'or' | 'xor' | 'implies';

/** Three-valued: `undefined` is "not known". One value that is no boolean is true: it is there. */
export function truth(values: readonly ExpressionValue[]): boolean | undefined {
  if (values.length > 1) return stop();
  const [value] = values.map(plain);
  return value === undefined ? undefined : value !== false;
}

export function combined(op: LogicOp, a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (op === 'and') return a === false || b === false ? false : a && b;
  if (op === 'or') return either(a, b);
  if (op === 'implies') return either(a === undefined ? a : !a, b);
  return a === undefined || b === undefined ? undefined : a !== b;
}

function either(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === true || b === true) return true;
  return a === undefined ? a : b;
}
