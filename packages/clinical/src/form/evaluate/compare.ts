import { readInstant } from '../../time/london.ts';
import { same } from '../engine/same.ts';
import { toEightPlaces } from './arithmetic.ts';
import { stop } from './unscored.ts';
import { plain, type ExpressionValue, type TimeValue } from './value.ts';

/**
 * Whether one can be more than the other. Values of two kinds are not compared, nor are codes: fhirpath.js compares two
 * codes as if both were one text, and a number with a date as nothing, and neither is an answer.
 */
export function comparable(a: ExpressionValue, b: ExpressionValue): boolean {
  return kindOf(a) === kindOf(b) && kindOf(a) !== 'coding';
}

/** Below nought: `a` is less. `undefined`: dates or times of which one is known too little to tell. */
export function ordered(a: ExpressionValue, b: ExpressionValue): number | undefined {
  if (!comparable(a, b)) return stop();
  const [left, right] = [plain(a), plain(b)];
  if (isTime(left) && isTime(right)) return orderedTimes(left.value, right.value);
  const [x, y] = [rounded(left), rounded(right)];
  return x < y ? -1 : Number(x > y);
}

/** Whether an order is the one that an operator asks for; of what cannot be told, it is not. */
export function inOrder(operator: '>' | '<' | '>=' | '<=', order: number | undefined): boolean {
  if (order === undefined) return false;
  if (order === 0) return operator.length === 2;
  return order > 0 === operator.startsWith('>');
}

/** Whether two lists are the same. `undefined`: it cannot be told. */
export function sameLists(
  xs: readonly ExpressionValue[],
  ys: readonly ExpressionValue[],
): boolean | undefined {
  if (xs.length !== ys.length) return false;
  const each = xs.map((x, i) => sameValue(x, ys[i] ?? x));
  // As fhirpath.js: among several, what cannot be told is not the same.
  return each.length === 1 ? each[0] : each.every((is) => is === true);
}

export function sameValue(a: ExpressionValue, b: ExpressionValue): boolean | undefined {
  const [left, right] = [plain(a), plain(b)];
  // As fhirpath.js: of a number and a date it cannot be told.
  if (kindOf(left) !== kindOf(right)) return typeof left === 'number' && isTime(right) ? undefined : false;
  if (!isTime(left) || !isTime(right)) return same(rounded(left), rounded(right));
  const order = orderedTimes(left.value, right.value);
  return order === undefined ? undefined : order === 0;
}

/** By the parts that both have. The same so far, and one says less: it cannot be told. */
function orderedTimes(a: string, b: string): number | undefined {
  const [from, to] = [readInstant(a), readInstant(b)];
  if (from !== null && to !== null) return Math.sign(from - to);
  const [xs, ys] = [a.split(/[-T:]/), b.split(/[-T:]/)];
  const i = xs.findIndex((x, j) => x !== ys[j]);
  const [x, y] = [xs[i], ys[i]];
  if (x === undefined || y === undefined) return xs.length === ys.length ? 0 : undefined;
  return x < y ? -1 : 1;
}

/** To the eight places that FHIRPath's decimals have, so that what is left of a division decides nothing. */
function rounded<T>(value: T): T | number {
  return typeof value === 'number' ? toEightPlaces(value) : value;
}

function kindOf(value: ExpressionValue): string {
  const it = plain(value);
  return typeof it === 'object' ? it.kind : typeof it;
}

function isTime(value: ExpressionValue): value is TimeValue {
  return kindOf(value) === 'date' || kindOf(value) === 'time';
}
