import { readInstant } from '../../time/london.ts';
import { stop } from './unscored.ts';
import { plain, type CodingValue, type ExpressionValue, type TimeValue } from './value.ts';

/**
 * Whether one can be more than the other. Values of two kinds are not compared, nor are codes: fhirpath.js compares two
 * codes as if both were one text, and that is no answer.
 */
export function comparable(a: ExpressionValue, b: ExpressionValue): boolean {
  const [left, right] = [kindOf(a), kindOf(b)];
  return left === right && left !== 'coding';
}

/** Below nought: `a` is less. `undefined`: dates or times of which one is known too little to tell. */
export function ordered(a: ExpressionValue, b: ExpressionValue): number | undefined {
  if (!comparable(a, b)) return stop();
  const [left, right] = [plain(a), plain(b)];
  if (isTime(left) && isTime(right)) return orderedTimes(left.value, right.value);
  const [x, y] = [rounded(left), rounded(right)];
  return x < y ? -1 : Number(x > y);
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
  const kinds = [kindOf(left), kindOf(right)];
  // As fhirpath.js: of a number and a date it cannot be told.
  if (kinds[0] !== kinds[1]) return kinds[0] === 'number' && isTime(right) ? undefined : false;
  if (isTime(left) && isTime(right)) {
    const order = orderedTimes(left.value, right.value);
    return order === undefined ? undefined : order === 0;
  }
  if (typeof left !== 'object' || typeof right !== 'object') return rounded(left) === rounded(right);
  const [x, y] = [left as CodingValue, right as CodingValue];
  return x.code === y.code && x.system === y.system && x.display === y.display;
}

/** By the parts that both have. The same so far, and one says less: it cannot be told. */
function orderedTimes(a: string, b: string): number | undefined {
  const [from, to] = [readInstant(a), readInstant(b)];
  if (from !== null && to !== null) return Math.sign(from - to);
  const [xs, ys] = [a.split(/[-T:]/), b.split(/[-T:]/)];
  for (const [i, x] of xs.entries()) {
    const y = ys[i];
    if (y === undefined) return undefined;
    if (x !== y) return x < y ? -1 : 1;
  }
  return xs.length === ys.length ? 0 : undefined;
}

/** As fhirpath.js compares: to eight decimals, so that the noise of binary fractions decides nothing. */
function rounded<T>(value: T): T | number {
  return typeof value === 'number' ? Math.round(value / 1e-8) * 1e-8 : value;
}

function kindOf(value: ExpressionValue): string {
  const it = plain(value);
  return typeof it === 'object' ? it.kind : typeof it;
}

function isTime(value: ExpressionValue): value is TimeValue {
  return typeof value === 'object' && (value.kind === 'date' || value.kind === 'time');
}
