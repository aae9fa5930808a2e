import {
  decimal,
  minus,
  toNumber,
  plus,
  quotient,
  times,
  wholeQuotient,
  type Decimal,
} from '../../instruments/exact-decimal.ts';
import { stop } from './unscored.ts';
import { plain, type ExpressionValue } from './value.ts';

export type BinaryMath = '+' | '-' | '*' | '/' | 'div' | 'mod' | 'power';
export type UnaryMath = 'abs' | 'negative' | 'exp' | 'ln' | 'sqrt' | 'floor' | 'ceiling' | 'truncate';

const PLACES = 8;
/** Division goes to twice the places; its last digit may be magnified ten thousand times before it is seen. */
const SETTLED_PLACES = 12;
const ONE: Decimal = { units: 1n, scale: 0 };

/**
 * FHIRPath's decimals are decimal: 0.1 + 0.2 is 0.3, and 35.2 / 2.56 is 13.75 and rounds to 13.8. Binary fractions, as
 * fhirpath.js reckons with, would move a total over a cut-off.
 */
const BINARY: Readonly<Record<BinaryMath, (a: number, b: number) => number>> = {
  '+': (a, b) => (bothWhole(a, b) ? a + b : exactly(plus, a, b)),
  '-': (a, b) => (bothWhole(a, b) ? a - b : exactly(minus, a, b)),
  '*': (a, b) => (bothWhole(a, b) ? a * b : exactly(times, a, b)),
  '/': (a, b) => (b === 0 ? Number.NaN : divided(a, b)),
  // By less than half of the eighth decimal is by nothing, as in fhirpath.js.
  div: (a, b) => (Math.abs(b) < 5e-9 ? Number.NaN : wholeParts(a, b)),
  mod: (a, b) => (Math.abs(b) < 5e-9 ? Number.NaN : exactly(remainder, a, b)),
  power: (a, b) => a ** b,
};

const UNARY: Readonly<Record<UnaryMath, (a: number) => number>> = {
  abs: (a) => Math.abs(a),
  // Of zero, zero: there is no other one on screen.
  negative: (a) => 0 - a,
  exp: (a) => Math.exp(a),
  ln: (a) => Math.log(a),
  sqrt: (a) => Math.sqrt(a),
  floor: (a) => Math.floor(settled(a)),
  ceiling: (a) => Math.ceil(settled(a)),
  truncate: (a) => Math.trunc(settled(a)),
};

export function binary(op: BinaryMath, a: ExpressionValue, b: ExpressionValue): readonly ExpressionValue[] {
  const [left, right] = [plain(a), plain(b)];
  if (op === '+' && typeof left === 'string' && typeof right === 'string') return [left + right];
  // A text is no number, although it may read like one (FHIRPath N1 6.6.3): fhirpath.js makes 4 of '3' + 1.
  return finite(BINARY[op](numberIn(left), numberIn(right)));
}

export function unary(op: UnaryMath, value: ExpressionValue): readonly ExpressionValue[] {
  return finite(UNARY[op](numberIn(value)));
}

/**
 * Half away from zero: CQL's Round, which FHIRPath's `round()` is ("a decimal value less than or equal to -0.5 and greater than
 * -1.0 will round to -1"), and fhirpath.js in its decimal mode.
 */
export function round(value: ExpressionValue, digits: number): readonly ExpressionValue[] {
  return finite(toPlaces(settled(numberIn(value)), digits));
}

/** Without what a division leaves over, which lies far behind the places that a decimal has: a third taken three times is one. */
function settled(value: number): number {
  return Number.isInteger(value) ? value : toPlaces(value, SETTLED_PLACES);
}

/** A decimal as FHIRPath has it, to eight places (FHIRPath N1 4.1.5); a number too great for such digits is itself. */
export function toEightPlaces(value: number): number {
  return Number.isInteger(value) ? value : toPlaces(value, PLACES);
}

export function numberIn(value: ExpressionValue): number {
  const it = plain(value);
  return typeof it === 'number' ? it : stop();
}

function toPlaces(value: number, places: number): number {
  return Number.isFinite(value) ? quotient(decimal(value), ONE, places) : value;
}

/** Whole numbers are exact as they are, and nearly every total is made of them. */
function bothWhole(a: number, b: number): boolean {
  return Number.isSafeInteger(a) && Number.isSafeInteger(b);
}

function exactly(reckon: (a: Decimal, b: Decimal) => Decimal, a: number, b: number): number {
  return Number.isFinite(a) && Number.isFinite(b) ? toNumber(reckon(decimal(a), decimal(b))) : Number.NaN;
}

/** To more places than are shown, so that a third taken three times is one again. */
function divided(a: number, b: number): number {
  return Number.isFinite(a) && Number.isFinite(b) ? quotient(decimal(a), decimal(b), PLACES * 2) : Number.NaN;
}

function wholeParts(a: number, b: number): number {
  return Number.isFinite(a) && Number.isFinite(b)
    ? Number(wholeQuotient(decimal(a), decimal(b)))
    : Number.NaN;
}

function remainder(a: Decimal, b: Decimal): Decimal {
  return minus(a, times({ units: wholeQuotient(a, b), scale: 0 }, b));
}

/** What is no number any more is nothing, as in FHIRPath; fhirpath.js lets the logarithm of a negative number be NaN. */
function finite(number: number): readonly number[] {
  return Number.isFinite(number) ? [number] : [];
}
