import { toEightPlaces } from './arithmetic.ts';
import { plain, type ExpressionValue } from './value.ts';

/** `toInteger()`: of 2.5 nothing, not 2. */
export function toInteger(value: ExpressionValue): number | undefined {
  const number = read(value, /^[+-]?\d+$/);
  return Number.isInteger(number) ? number : undefined;
}

/** `toDecimal()`. */
export function toDecimal(value: ExpressionValue): number | undefined {
  return read(value, /^[+-]?\d+(\.\d+)?$/);
}

function read(value: ExpressionValue, digits: RegExp): number | undefined {
  const it = plain(value);
  if (typeof it === 'number') return toEightPlaces(it);
  if (typeof it === 'boolean') return Number(it);
  // fhirpath.js reads a date as its text, and so a year as a number.
  const text = typeof it === 'string' ? it : it.kind === 'coding' ? '' : it.value;
  return digits.test(text) ? Number(text) : undefined;
}
