import type { Expression } from '../expression.ts';
import { binary, numberIn, round, toEightPlaces, unary } from './arithmetic.ts';
import { inOrder, ordered, sameLists, sameValue } from './compare.ts';
import { toDecimal, toInteger } from './convert.ts';
import { combined, truth } from './logic.ts';
import { Stop, stop, type Unscored } from './unscored.ts';
import { plain, type ExpressionValue, type PlainValue } from './value.ts';

export type { Unscored };
export type Foreign = Extract<Expression, { op: 'foreign' }>;

type Values = readonly ExpressionValue[];

/** What an expression may read. */
export interface ExpressionScope {
  /** The values of the answers to some items, in the order of a response; none: they have none, or are not shown. */
  read(items: readonly string[], everywhere: boolean): Values | Unscored;
  /** What an evaluator said of an expression beyond our subset. Absent: there is none. */
  foreign?(expression: Foreign): Values | Unscored;
}

/**
 * The values that an expression comes to, or why it cannot be evaluated. Never throws.
 *
 * As fhirpath.js 4.11 evaluates what the expression is printed as, but in decimal digits. Where that differs from the
 * specification, or we from both, it says so at the line.
 */
export function evaluate(expression: Expression, scope: ExpressionScope): readonly PlainValue[] | Unscored {
  const values = valuesOf(expression, scope);
  // What is shown, sent and read by others has eight places, also where an evaluator reckoned in binary fractions.
  return typeof values === 'string'
    ? values
    : values.map((it) => (typeof it === 'number' ? toEightPlaces(it) : it));
}

/** The same with every place that was reckoned with, for what goes on reckoning with it. */
export function valuesOf(expression: Expression, scope: ExpressionScope): readonly PlainValue[] | Unscored {
  const read = (values: Values | Unscored): Values => (typeof values === 'string' ? stop(values) : values);
  const list = (e: Expression): Values => {
    switch (e.op) {
      case 'literal':
        return [e.value];
      case 'nothing':
        return [];
      case 'answers':
        return read(scope.read(e.items, e.everywhere === true));
      case 'foreign':
        return read(scope.foreign?.(e) ?? 'unsupported');
      case 'if': {
        // Nothing takes the other branch, and the branch not taken is not looked at. What is no boolean cannot decide:
        // FHIRPath N1 4.5 takes one value for true, and fhirpath.js for false, and a total is never two numbers.
        const test = one(list(e.test)).map(plain)[0];
        if (test !== undefined && typeof test !== 'boolean') return stop();
        return list(test === true ? e.then : e.else);
      }
      case 'and':
      case 'or':
      case 'xor':
      case 'implies':
        return maybe(combined(e.op, truth(list(e.left)), truth(list(e.right))));
      case 'combine':
        return [...list(e.left), ...list(e.right)];
      case 'union':
        return distinct([...list(e.left), ...list(e.right)]);
      default:
        return 'of' in e ? ofOneList(e, list(e.of)) : pair(e.op, list(e.left), list(e.right));
    }
  };
  try {
    return list(expression).map(plain);
  } catch (error) {
    if (error instanceof Stop) return error.why;
    throw error;
  }
}

/** What an operation makes of the values of its one list. */
function ofOneList(e: Extract<Expression, { of: Expression }>, values: Values): Values {
  switch (e.op) {
    case 'points':
      return values.flatMap((v) => (typeof v === 'object' && 'points' in v ? maybe(v.points) : []));
    case 'code':
    case 'text':
      return values.flatMap((v) =>
        typeof v === 'object' && v.kind === 'coding' ? maybe(e.op === 'code' ? v.code : v.display) : [],
      );
    case 'count':
      return [values.length];
    case 'exists':
      return [values.length > 0];
    case 'empty':
      return [values.length === 0];
    case 'first':
      return values.slice(0, 1);
    case 'last':
      return values.slice(-1);
    case 'not':
      return maybe(opposite(truth(values)));
    case 'all-true':
      return [allTrue(values)];
    case 'sum':
      // Of nothing, nothing: not zero. Of one value, that value, whatever it is. Texts come out last first.
      return fold(values, (total, value) => binary('+', value, total));
    case 'min':
    case 'max': {
      const sign = e.op === 'min' ? -1 : 1;
      return fold(values, (best, v) => [(orderOf(v, best) ?? 0) * sign > 0 ? v : best]);
    }
    case 'to-integer':
      return one(values).flatMap((v) => maybe(toInteger(v)));
    case 'to-decimal':
      return one(values).flatMap((v) => maybe(toDecimal(v)));
    case 'to-number':
      return values.filter((v) => typeof plain(v) === 'number');
    case 'round':
      return one(values).flatMap((v) => round(v, e.digits));
    default:
      // fhirpath.js throws for the negative of nothing; it is nothing, as the specification has it.
      return one(values).flatMap((v) => unary(e.op, v));
  }
}

type PairOp = '+' | '-' | '*' | '/' | 'div' | 'mod' | 'power' | '=' | '!=' | '>' | '<' | '>=' | '<=';

/** Operators of two sides, of which nothing on either is nothing. */
function pair(op: PairOp, left: Values, right: Values): Values {
  // fhirpath.js looks at these numbers before it looks whether all are there.
  if (op === 'div' || op === 'mod') one(left).forEach(numberIn);
  if (op === 'div' || op === 'mod' || op === 'power') one(right).forEach(numberIn);
  if (left.length === 0 || right.length === 0) return [];
  if (op === '=') return maybe(sameLists(left, right));
  if (op === '!=') return maybe(opposite(sameLists(left, right)));
  const [a, b] = [...one(left), ...one(right)];
  if (a === undefined || b === undefined) return [];
  if (op !== '>' && op !== '<' && op !== '>=' && op !== '<=') return binary(op, a, b);
  const order = orderOf(a, b);
  return order === undefined ? [] : [inOrder(op, order)];
}

/** Yes is not more than no (FHIRPath N1 6.2 names the kinds that have an order), although fhirpath.js takes it so. */
function orderOf(a: ExpressionValue, b: ExpressionValue): number | undefined {
  return typeof plain(a) === 'boolean' ? stop() : ordered(a, b);
}

function one(values: Values): Values {
  return values.length > 1 ? stop() : values;
}

function maybe(value: ExpressionValue | undefined): Values {
  return value === undefined ? [] : [value];
}

function opposite(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function allTrue(values: Values): boolean {
  return values.every((value) => {
    const it = plain(value);
    return typeof it === 'boolean' ? it : stop();
  });
}

function fold(values: Values, next: (soFar: ExpressionValue, value: ExpressionValue) => Values): Values {
  let soFar = values.slice(0, 1);
  for (const value of values.slice(1)) soFar = soFar.flatMap((total) => next(total, value));
  return soFar;
}

function distinct(values: Values): Values {
  return values.filter(
    (value, i) => !values.slice(0, i).some((earlier) => sameValue(earlier, value) === true),
  );
}
