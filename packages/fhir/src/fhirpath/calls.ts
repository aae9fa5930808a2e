import type { Expression } from '@ehch/clinical/form';
import { all, select, where } from './filters.ts';
import { expressionOf, isSingle, presenceOf, rowsAround, values, type Meaning } from './meaning.ts';
import { descendants, member, ofType } from './navigate.ts';
import { notCovered } from './not-covered.ts';
import { folded } from './operations.ts';
import { compiled, constant, isOne, type Setting } from './setting.ts';
import type { Syntax } from './syntax.ts';
import { testOfText } from './text-tests.ts';

type Call = Extract<Syntax, { kind: 'call' }>;

/** FHIRPath functions of one list, with the operation of the form engine that does the same. */
const OF_ONE_LIST = {
  sum: 'sum',
  min: 'min',
  max: 'max',
  last: 'last',
  not: 'not',
  allTrue: 'all-true',
  toInteger: 'to-integer',
  toDecimal: 'to-decimal',
  abs: 'abs',
  exp: 'exp',
  ln: 'ln',
  sqrt: 'sqrt',
  floor: 'floor',
  ceiling: 'ceiling',
  truncate: 'truncate',
} as const;

/** A function call: `of.name(args)`. */
export function call(syntax: Call, setting: Setting): Meaning {
  const { name, args } = syntax;
  // FHIRPath allows at most one value before `iif`, which would become its `$this`.
  if (name === 'iif') return syntax.of === null ? iif(args, setting) : notCovered('iif of something');
  const of =
    syntax.of === null ? setting.compile({ kind: 'this' }, setting) : setting.compile(syntax.of, setting);
  const [argument] = args;
  const simple = Object.hasOwn(OF_ONE_LIST, name) ? OF_ONE_LIST[name as keyof typeof OF_ONE_LIST] : null;
  if (simple !== null && args.length === 0) {
    if (simple === 'last' || (simple === 'sum' && !isWhole(of))) inOrder(of, setting);
    return folded({ op: simple, of: expressionOf(of, setting) });
  }
  switch (name) {
    case 'where':
      return where(of, needed(argument), setting);
    case 'select':
      return select(of, needed(argument), setting);
    case 'all':
      return all(of, needed(argument), setting);
    case 'exists':
    case 'empty':
    case 'count':
    case 'hasValue':
      return presence(name, argument === undefined ? of : where(of, argument, setting), setting);
    case 'descendants':
      return descendants(of, setting.top, true);
    case 'repeat':
      return isItemStep(argument) ? descendants(of, setting.top, false) : notCovered('repeat');
    case 'ofType':
      return ofType(of, typeName(argument), setting);
    case 'as':
      return as(of, typeName(argument), setting);
    case 'extension':
      return where(member(of, 'extension', setting), urlIs(needed(argument)), setting);
    case 'weight':
    case 'ordinal':
      return values({ op: 'points', of: presenceOf(pointed(of), setting) });
    case 'trace':
      return of;
    default:
      return callOnValues(syntax, of, setting);
  }
}

/** What needs the values themselves, one or a list of them. */
function callOnValues({ name, args }: Call, of: Meaning, setting: Setting): Meaning {
  const [argument, second] = args;
  switch (name) {
    case 'first':
      return first(of, setting);
    case 'at':
      return constantNumber(argument, setting) === 0
        ? first(of, setting)
        : notCovered('a later one of several');
    case 'avg': {
      if (!isWhole(of)) inOrder(of, setting);
      const list = expressionOf(of, setting);
      return values({ op: '/', left: { op: 'sum', of: list }, right: { op: 'count', of: list } });
    }
    case 'aggregate':
      return aggregate(of, needed(argument), second, setting);
    case 'combine':
    case 'union':
      return values({
        op: name,
        left: expressionOf(of, setting),
        right: compiled(needed(argument), setting),
      });
    case 'distinct':
      return values({ op: 'union', left: expressionOf(of, setting), right: { op: 'nothing' } });
    case 'power':
      return folded({
        op: 'power',
        left: expressionOf(of, setting),
        right: compiled(needed(argument), setting),
      });
    case 'round': {
      const digits = argument === undefined ? 0 : constantNumber(argument, setting);
      return Number.isInteger(digits) && digits >= 0
        ? folded({ op: 'round', of: expressionOf(of, setting), digits })
        : notCovered('rounding by a calculation');
    }
    // Every other function is one of texts, or is not covered.
    default:
      return testOfText(name, of, args, setting);
  }
}

function needed(argument: Syntax | undefined): Syntax {
  return argument ?? notCovered('a function without its argument');
}

/** `iif(test, then, otherwise)`. A test that no answer can change is decided now. */
function iif([test, then, otherwise]: readonly Syntax[], setting: Setting): Meaning {
  const decided = compiled(needed(test), setting);
  const known = constant(decided);
  const branch = (side: Syntax | undefined): Meaning =>
    side === undefined ? values({ op: 'nothing' }) : setting.compile(side, setting);
  // A test that is no boolean, or more than one value, decides nothing here. The evaluation then says so.
  if (known?.length === 0 || (known?.length === 1 && known[0] === false)) return branch(otherwise);
  if (known?.length === 1 && known[0] === true) return branch(then);
  return values({
    op: 'if',
    test: decided,
    then: expressionOf(branch(then), setting),
    else: expressionOf(branch(otherwise), setting),
  });
}

/** Whether a list has values, or how many. */
function presence(name: 'exists' | 'empty' | 'count' | 'hasValue', of: Meaning, setting: Setting): Meaning {
  const list = presenceOf(of, setting);
  if (name !== 'hasValue') return folded({ op: name, of: list });
  // FHIR R4 2.9.1.5.1: only a primitive has a value. A code, a quantity, an answer or an item has parts
  // instead.
  if (!isPrimitive(of, setting)) return notCovered('hasValue of what is no primitive');
  return isOne(list, setting) ? values({ op: 'exists', of: list }) : notCovered('hasValue of several');
}

/**
 * FHIRPath N1 6.3.3: `as` takes at most one value. For several it is an error, which only the answers can
 * show.
 */
function as(of: Meaning, type: string, setting: Setting): Meaning {
  const all = expressionOf(of, setting);
  return isOne(all, setting) ? ofType(of, type, setting) : notCovered('as of several values');
}

function isPrimitive(of: Meaning, { shapes, byId }: Setting): boolean {
  if (of.kind === 'values') {
    const { expression } = of;
    // A quantity as values is only its number.
    if (expression.op === 'answers') return expression.items.every((id) => byId.get(id)?.type === 'quantity');
    return expression.op === 'code' || expression.op === 'text';
  }
  if (of.kind !== 'answer-values' || of.codings) return false;
  return of.items.every(({ id, type }) => {
    const { options = [] } = shapes.get(id) ?? {};
    const coded =
      options.length === 0 || options.some(({ kind }) => kind === undefined || kind === 'display');
    return type !== 'quantity' && !(coded && (type === 'choice' || type === 'open-choice'));
  });
}

/** `of.first()` */
function first(of: Meaning, setting: Setting): Meaning {
  if (of.kind === 'items' || of.kind === 'answers') {
    const [only] = of.items;
    const one = of.items.length === 1 && only !== undefined && !only.repeats;
    return one && isSingle(only, of.rowwise, setting) ? of : notCovered('the first of several');
  }
  inOrder(of, setting);
  const list = expressionOf(of, setting);
  return isOne(list, setting) ? of : values({ op: 'first', of: list });
}

/** Whether the sum of these values depends on their order. Decimals and texts do; whole numbers do not. */
function isWhole(of: Meaning): boolean {
  return of.kind === 'answer-values' && of.items.every(({ type }) => WHOLE.has(type));
}

const WHOLE = new Set(['integer', 'boolean', 'choice']);

/**
 * Refuses a reading whose order matters. The engine reads rows question by question, and FHIRPath row by row,
 * so the first value may differ.
 */
function inOrder(of: Meaning, setting: Setting): void {
  if (of.kind !== 'answer-values' || of.items.length < 2) return;
  const around = rowsAround(setting.item, true);
  if (of.items.some((each) => rowsAround(each).some((row) => !of.rowwise || !around.includes(row))))
    notCovered('the order of several rows');
}

/** `aggregate($this + $total, 0)`: the sum, which is zero for an empty list. */
function aggregate(of: Meaning, step: Syntax, start: Syntax | undefined, setting: Setting): Meaning {
  const adds =
    step.kind === 'operation' &&
    step.op === '+' &&
    [step.left.kind, step.right.kind].sort().join(' ') === 'this total';
  if (!adds || start === undefined || constantNumber(start, setting) !== 0) return notCovered('aggregate');
  const list = expressionOf(of, setting);
  const zero: Expression = { op: 'literal', value: 0 };
  const then: Expression = { op: '+', left: { op: 'sum', of: list }, right: zero };
  return values({ op: 'if', test: { op: 'exists', of: list }, then, else: zero });
}

function isItemStep(argument: Syntax | undefined): boolean {
  return argument?.kind === 'member' && argument.of === null && argument.name === 'item';
}

function typeName(argument: Syntax | undefined): string {
  if (argument?.kind !== 'member') return notCovered('no type');
  return argument.of === null ? argument.name : `${typeName(argument.of)}.${argument.name}`;
}

function urlIs(right: Syntax): Syntax {
  return { kind: 'operation', op: '=', left: { kind: 'member', of: null, name: 'url' }, right };
}

/** An answer and its value have the same points, so points are read from the answer. */
function pointed(of: Meaning): Meaning {
  if (of.kind === 'answer-values') return { ...of, kind: 'answers' };
  if (of.kind !== 'alternatives') return of;
  return { ...of, of: of.of.map((each) => ({ ...each, meaning: pointed(each.meaning) })) };
}

/** A number that no answer can change. */
function constantNumber(argument: Syntax | undefined, setting: Setting): number {
  const [value] = constant(compiled(needed(argument), setting)) ?? [];
  return typeof value === 'number' ? value : notCovered('a number that is calculated');
}
