import { plain, type ExpressionValue } from './value.ts';

/** `toInteger()`: of 2.5 nothing, not 2. */
export function toInteger(value: ExpressionValue): number | undefined {
  const it = plain(value);
  if (typeof it === 'string') return /^[+-]?\d+$/.test(it) ? Number(it) : undefined;
  const number = toDecimal(it);
  return Number.isInteger(number) ? number : undefined;
}

export function toDecimal(value: ExpressionValue): number | undefined {
  const it = plain(value);
  if (typeof it === 'number') return it;
  if (typeof it === 'boolean') return Number(it);
  return typeof it === 'string' && /^[+-]?\d+(\.\d+)?$/.test(it) ? Number(it) : undefined;
}
