import { stop } from './unscored.ts';
import { plain, type ExpressionValue } from './value.ts';

export type BinaryMath = '+' | '-' | '*' | '/' | 'div' | 'mod' | 'power';
export type UnaryMath = 'abs' | 'negative' | 'exp' | 'ln' | 'sqrt' | 'floor' | 'ceiling' | 'truncate';

// Binary fractions throughout, as fhirpath.js has them unless it is asked otherwise: a total is the same in both.
const BINARY: Readonly<Record<BinaryMath, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? Number.NaN : a / b),
  // By less than half of the eighth decimal is by nothing, as in fhirpath.js.
  div: (a, b) => (Math.abs(b) < 5e-9 ? Number.NaN : Math.trunc(a / b)),
  mod: (a, b) => (Math.abs(b) < 5e-9 ? Number.NaN : a % b),
  power: (a, b) => a ** b,
};

const UNARY: Readonly<Record<UnaryMath, (a: number) => number>> = {
  abs: (a) => Math.abs(a),
  // Of zero, zero: there is no other one on screen.
  negative: (a) => 0 - a,
  exp: (a) => Math.exp(a),
  ln: (a) => Math.log(a),
  sqrt: (a) => Math.sqrt(a),
  floor: (a) => Math.floor(a),
  ceiling: (a) => Math.ceil(a),
  truncate: (a) => Math.trunc(a),
};

export function binary(op: BinaryMath, a: ExpressionValue, b: ExpressionValue): readonly ExpressionValue[] {
  const [left, right] = [plain(a), plain(b)];
  if (op === '+' && typeof left === 'string' && typeof right === 'string') return [left + right];
  // fhirpath.js takes the text of a number for the number in + - * and /, and in these alone.
  const number = op.length === 1 ? numeric : numberIn;
  return finite(BINARY[op](number(left), number(right)));
}

export function unary(op: UnaryMath, value: ExpressionValue): readonly ExpressionValue[] {
  return finite(UNARY[op](numberIn(value)));
}

export function round(value: ExpressionValue, digits: number): readonly ExpressionValue[] {
  const scale = 10 ** digits;
  return finite(Math.round(numberIn(value) * scale) / scale);
}

export function numberIn(value: ExpressionValue): number {
  const it = plain(value);
  return typeof it === 'number' ? it : stop();
}

function numeric(value: ExpressionValue): number {
  return typeof value === 'string' && /^\s*[+-]?\d+(\.\d+)?([eE][+-]?\d+)?\s*$/.test(value)
    ? Number(value)
    : numberIn(value);
}

/** What is no number any more is nothing, as in FHIRPath; fhirpath.js lets the logarithm of a negative number be NaN. */
function finite(number: number): readonly number[] {
  return Number.isFinite(number) ? [number] : [];
}
