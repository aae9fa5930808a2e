import type { Expression, FormDefinition, FormItem } from '@ehch/clinical/form';
import { quoted } from './parse.ts';

type Answers = Extract<Expression, { op: 'answers' }>;

/**
 * An expression as portable FHIRPath: `%resource.descendants().where(linkId = 'x').answer.value`, and the SDC
 * guide's `weight()` for points. Only for an expression outside rows; see `writeQuestionnaire` for one
 * within.
 */
export function printExpression(expression: Expression, form: FormDefinition): string {
  const places = placesOf(form.items);
  return printed(expression, ({ items }) => reading('%resource.', items, places));
}

/** The same, with another way to write the reading of answers. */
export function printed(expression: Expression, read: (answers: Answers) => string): string {
  const print = (node: Expression): string => {
    switch (node.op) {
      case 'literal':
        return typeof node.value === 'number' ? number(node.value) : literal(node.value);
      case 'nothing':
        return '{}';
      case 'answers':
        return node.items.length === 0 ? '{}' : read(node);
      case 'points':
        return `${print(node.of)}.weight()`;
      case 'code':
        return `${print(node.of)}.code`;
      case 'text':
        return `${print(node.of)}.display`;
      case 'all-true':
        return `${print(node.of)}.allTrue()`;
      case 'to-integer':
        return `${print(node.of)}.toInteger()`;
      case 'to-decimal':
        return `${print(node.of)}.toDecimal()`;
      case 'to-number':
        return `${print(node.of)}.where(${IS_NUMBER})`;
      case 'round':
        return `${print(node.of)}.round(${node.digits})`;
      case 'negative':
        // fhirpath.js throws for the negative of an empty list, and of a number in a response.
        return `(0 - ${print(node.of)})`;
      case 'power':
        return `${print(node.left)}.power(${print(node.right)})`;
      case 'combine':
        return `${print(node.left)}.combine(${print(node.right)})`;
      case 'union':
        return `(${print(node.left)} | ${print(node.right)})`;
      case 'if':
        return `iif(${print(node.test)}, ${print(node.then)}, ${print(node.else)})`;
      case 'foreign':
        return `(${node.text})`;
      default:
        return 'of' in node
          ? `${print(node.of)}.${node.op}()`
          : `(${print(node.left)} ${node.op} ${print(node.right)})`;
    }
  };
  return print(expression);
}

/** A test for numbers, whether FHIR's or FHIRPath's own. */
export const IS_NUMBER = '$this is Integer or $this is Decimal or $this is integer or $this is decimal';

/** How the answers to an item are sent. */
interface SentAt {
  /** How far below the top its answers stand: under an answer two steps, in a group one. */
  readonly level: number;
  readonly isQuantity: boolean;
}

export type ItemsSent = ReadonlyMap<string, SentAt>;

/**
 * The values of the answers to items below `root`, in the order in which they are read: level by level, as `descendants()`
 * finds them. `=` looks at the order of several (FHIRPath N1 6.1), so that another order would be another total.
 */
export function reading(root: string, items: readonly string[], places: ItemsSent): string {
  const isQuantity = (item: string) => places.get(item)?.isQuantity === true;
  const level = (item: string) => places.get(item)?.level ?? 0;
  const runs: string[][] = [];
  for (const item of items.toSorted((a, b) => level(a) - level(b))) {
    const last = runs.at(-1);
    const [first] = last ?? [];
    if (last === undefined || first === undefined || isQuantity(first) !== isQuantity(item))
      runs.push([item]);
    else last.push(item);
  }
  const [first = '{}', ...others] = runs.map((run) => {
    const [only = ''] = run;
    // One search finds them level by level by itself.
    const list = items
      .filter((item) => run.includes(item))
      .map(quoted)
      .join(' | ');
    const which = run.length === 1 ? `linkId = ${quoted(only)}` : `linkId in (${list})`;
    // A quantity is reduced to its number. Other values stay as they are.
    return `${root}descendants().where(${which}).answer.value${isQuantity(only) ? '.value' : ''}`;
  });
  return others.reduce((left, right) => `${left}.combine(${right})`, first);
}

/** Where each item of a form stands, and which are sent as quantities. */
export function placesOf(items: readonly FormItem[], level = 0): ItemsSent {
  return new Map(
    items.flatMap((item) => {
      const isQuantity = item.type === 'quantity' || (item.type === 'total' && item.as === 'quantity');
      const under = 'items' in item ? (item.items ?? []) : [];
      const below = level + (item.type === 'group' ? 1 : 2);
      return [[item.id, { level, isQuantity }] as const, ...placesOf(under, below)];
    }),
  );
}

function literal(value: string | boolean): string {
  return typeof value === 'string' ? quoted(value) : String(value);
}

/** A number without an exponent, which FHIRPath does not have. */
function number(value: number): string {
  const [digits = '', power] = String(Math.abs(value)).split('e');
  const text = power === undefined ? digits : shifted(digits, Number(power));
  return value < 0 || Object.is(value, -0) ? `(-${text})` : text;
}

/** Moves the decimal point by a power of ten. */
function shifted(digits: string, by: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const all = whole + fraction;
  const point = whole.length + by;
  if (point <= 0) return `0.${'0'.repeat(-point)}${all}`;
  if (point >= all.length) return all + '0'.repeat(point - all.length);
  return `${all.slice(0, point)}.${all.slice(point)}`;
}
