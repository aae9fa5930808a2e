import type { AnswerValue } from '@ehch/clinical/form';

/**
 * What FHIRPath's own specification says that an expression comes to, worked out by hand from its text and not by any program:
 * FHIRPath N1 (HL7, normative release 2.0.0) and FHIR R4 2.9.1. It stands beside fhirpath.js, whose faults would otherwise be
 * ours. `specification-file.test.ts` runs the specification's own tests.
 */
export interface SpecificationCase {
  /** The section of FHIRPath N1, or of FHIR R4 where it says so. */
  readonly section: string;
  readonly expression: string;
  readonly answers?: Readonly<Record<string, readonly AnswerValue[]>>;
  /**
   * One value; `nothing`: an empty list; `several`: more than one value, which no total is; `error`: no
   * operation.
   */
  readonly right: number | boolean | { readonly text: string } | 'nothing' | 'several' | 'error';
}

const rows = (
  section: string,
  ...cases: readonly (readonly [string, SpecificationCase['right'], SpecificationCase['answers']?])[]
): readonly SpecificationCase[] =>
  cases.map(([expression, right, answers]) => ({
    section,
    expression,
    right,
    ...(answers === undefined ? {} : { answers }),
  }));

const path = (...ids: readonly string[]) =>
  `%resource${ids.map((id) => `.item.where(linkId='${id}')`).join('')}.answer.value`;
const numbers = (...all: readonly number[]): readonly AnswerValue[] =>
  all.map((value) => ({ type: 'number', value }));
const options = (...all: readonly string[]): readonly AnswerValue[] =>
  all.map((value) => ({ type: 'option', value }));

const A = path('a');
const N = path('g', 'n');
const M = path('rows', 'm');
const MANY = path('many');

export const SPECIFICATION_CASES: readonly SpecificationCase[] = [
  ...rows(
    '4.1.5 Decimal: its digits are decimal',
    ['0.1 + 0.2', 0.3],
    ['0.1 + 0.2 = 0.3', true],
    ['1.1 * 3 = 3.3', true],
    ['4.35 * 100', 435],
    ['0.3 - 0.1', 0.2],
    ['8.2 - 0.2 = 8', true],
    ['-0.1 - 0.2', -0.3],
    ['100 * 1.15 >= 115', true],
    ['2.675.round(2)', 2.68],
    ['-2.675.round(2)', -2.68],
    ['1.45.round(1)', 1.5],
  ),
  ...rows(
    '4.4 and 4.5 nothing, and one value where one is wanted',
    ['{} + 1', 'nothing'],
    ['1 + {}', 'nothing'],
    ['{} = {}', 'nothing'],
    ['{} != 1', 'nothing'],
    ['{} > 1', 'nothing'],
    ['(1 | 2) + 1', 'error'],
    ['(1 | 2) > 1', 'error'],
    ['1 | 2', 'several'],
    [`${N} + 1`, 'nothing'],
    [`${MANY}.weight() + 1`, 'error', { many: options('c1', 'c2') }],
  ),
  ...rows(
    '5.1 existence',
    [`${A}.exists()`, false],
    [`${A}.empty()`, true],
    [`${A}.count()`, 0],
    [`${MANY}.count()`, 2, { many: options('c1', 'c2') }],
    [`${MANY}.exists()`, true, { many: options('c0') }],
    [`${N}.exists() and ${N} > 3`, true, { n: numbers(4) }],
    [`${N}.exists() and ${N} > 3`, false],
    ['{}.exists().not()', true],
    ['{}.not()', 'nothing'],
  ),
  ...rows(
    '5.2 where and select',
    [`${A}.where(false).exists()`, false, { a: options('c1') }],
    [`${A}.where({}).exists()`, false, { a: options('c1') }],
    [`${A}.select(weight() + 1)`, 3, { a: options('c2') }],
    [`${A}.select(weight() + 1)`, 'nothing'],
    [`${A}.code`, { text: 'c2' }, { a: options('c2') }],
    [`${A}.display`, { text: 'C 2' }, { a: options('c2') }],
  ),
  ...rows(
    '5.3 and 7.1 subsets and folds',
    [`${MANY}.weight().sum()`, 3, { many: options('c1', 'c2') }],
    [`${MANY}.weight().aggregate($this + $total, 0)`, 3, { many: options('c1', 'c2') }],
    [`${MANY}.weight().aggregate($this + $total, 0)`, 0],
    [`${M}.sum()`, 0.3, { 'm[1]': numbers(0.3) }],
    [`${N}.first()`, 4, { n: numbers(4) }],
    ['(1 | 2 | 3).first()', 1],
    ['(3 | 1 | 2).last()', 2],
    ['(1 | 1 | 1)', 1],
    ['(1 | 1).count()', 1],
    ['1.combine(1).count()', 2],
    ['(1 | 2 | 2.0).count()', 2],
  ),
  ...rows(
    '5.5.1 iif',
    ['iif(true, 1, 2)', 1],
    ['iif(false, 1, 2)', 2],
    ['iif({}, 1, 2)', 2],
    ['iif(false, 1)', 'nothing'],
    ["iif(true, 1, 'a' + 1)", 1],
    ['iif(true | false, 1, 2)', 'error'],
    ["('a' | 'b').iif(true, 1, 2)", 'error'],
    [`iif(${A}.exists(), 1, 0)`, 0],
    [`iif(${N} >= 3, 1, 0)`, 1, { n: numbers(3) }],
    [`iif(${N} >= 3, 1, 0)`, 0],
  ),
  ...rows(
    '5.5 conversions',
    ["'5'.toInteger()", 5],
    ["'5.5'.toInteger()", 'nothing'],
    ["'5.5'.toDecimal()", 5.5],
    ["'x'.toDecimal()", 'nothing'],
    ['true.toInteger()', 1],
    ['false.toDecimal()', 0],
    ['(1 | 2).toInteger()', 'error'],
  ),
  ...rows(
    '5.7 mathematics',
    ['(-5).abs()', 5],
    ['1.1.ceiling()', 2],
    ['(-1.1).ceiling()', -1],
    ['2.9.floor()', 2],
    ['(-2.1).floor()', -3],
    ['(-1.56).truncate()', -1],
    ['2.power(3)', 8],
    ['2.5.power(2)', 6.25],
    ['(-1).power(0.5)', 'nothing'],
    ['81.sqrt()', 9],
    ['(-1).sqrt()', 'nothing'],
    ['1.ln()', 0],
    ['0.exp()', 1],
    ['{}.abs()', 'nothing'],
    ['(1 | 2).abs()', 'error'],
    ['2.71456.round(3)', 2.715],
    ['1.round()', 1],
  ),
  ...rows(
    '6.1 equality',
    ['1 = 1.0', true],
    ["'a' = 'a'", true],
    ["'a' = 'A'", false],
    ["1 = '1'", false],
    ['(1 | 2) = (1 | 2)', true],
    ['(1 | 2) = (2 | 1)', false],
    ['true != false', true],
    [`${A}.code = 'c1'`, true, { a: options('c1') }],
    [`${A}.code = 'c1'`, 'nothing'],
    [`${A}.code != 'c1'`, 'nothing'],
  ),
  ...rows(
    '6.2 comparison',
    ['2 > 1.5', true],
    ['2.50 >= 2.5', true],
    ["'b' > 'a'", true],
    ["1 > 'a'", 'error'],
    ['true > false', 'error'],
    ['@2026-01-02 > @2026-01-01', true],
    ['@2026 > @2026-01', 'nothing'],
  ),
  ...rows(
    '6.3.3 as, and FHIR R4 2.9.1.5.1 hasValue',
    [`(${N} as integer) + 1`, 5, { n: numbers(4) }],
    [`(${MANY} as Coding).weight().sum()`, 'error', { many: options('c1', 'c2') }],
    [`${N}.hasValue()`, true, { n: numbers(0) }],
    [`${A}.hasValue()`, false, { a: options('c1') }],
  ),
  ...rows(
    '6.4 in and contains',
    ['1 in (1 | 2)', true],
    ['3 in (1 | 2)', false],
    ['(1 | 2) contains 2', true],
    [`${A}.code in ('c1' | 'c2')`, true, { a: options('c2') }],
    [`${A}.code in ('c0' | 'c1')`, false, { a: options('c2') }],
  ),
  ...rows(
    '6.5 three-valued logic',
    ['true and {}', 'nothing'],
    ['false and {}', false],
    ['{} and false', false],
    ['true or {}', true],
    ['false or {}', 'nothing'],
    ['true xor {}', 'nothing'],
    ['true xor true', false],
    ['false implies {}', true],
    ['true implies {}', 'nothing'],
    ['{} implies true', true],
    ['{} implies false', 'nothing'],
    ['true and 1', true],
  ),
  ...rows(
    '6.6 operators of numbers',
    ['3 / 2', 1.5],
    ['1 / 3 * 3', 1],
    ['1 / 0', 'nothing'],
    ['5 div 2', 2],
    ['(-5) div 2', -2],
    ['5.5 div 0.7', 7],
    ['5 div 0', 'nothing'],
    ['5 mod 2', 1],
    ['5.5 mod 0.7', 0.6],
    ['(-5) mod 2', -1],
    ["'a' + 'b'", { text: 'ab' }],
    ["'3' + 1", 'error'],
    ['true + 1', 'error'],
    ["'3' * 2", 'error'],
    [`${path('words')} + 1`, 'error', { words: [{ type: 'text', value: '3' }] }],
  ),
  ...rows(
    '6.8 precedence: the union binds before the comparison',
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['-1 + 2', 1],
    ['10 - 3 - 2', 5],
    ['1 | 2 = 2', false],
    ['2 > 1 and 3 > 2', true],
    ['true or true and false', true],
    ['1 + 1 = 2', true],
    ['8 / 4 / 2', 1],
  ),
];
