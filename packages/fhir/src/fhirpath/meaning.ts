import type { Expression } from '@ehch/clinical/form';
import type { OutlineItem } from '../questionnaire/outline.ts';
import type { AnswerShape } from '../questionnaire/reading.ts';
import { notCovered } from './not-covered.ts';

/**
 * What a part of an expression stands for, as far as it can be known before anybody answers: places in the response or in
 * the form, or values that our own expression tree can hold.
 */
export type Meaning =
  | { readonly kind: 'values'; readonly expression: Expression }
  /** The QuestionnaireResponse. */
  | { readonly kind: 'response' }
  /**
   * Places in the response. `rowwise`: reached from the place of the expression, and so in its own row. `once`: of two
   * items that are alike, one alone is there.
   */
  | {
      readonly kind: 'items' | 'answers';
      readonly items: readonly OutlineItem[];
      readonly rowwise: boolean;
      readonly once?: boolean;
    }
  /** `codings`: only those values that are one. */
  | {
      readonly kind: 'answer-values';
      readonly items: readonly OutlineItem[];
      readonly rowwise: boolean;
      readonly once?: boolean;
      readonly codings: boolean;
    }
  /** One after the other, each only where its test is true. */
  | { readonly kind: 'alternatives'; readonly of: readonly Alternative[] }
  /** The Questionnaire, its items, and the options of one. */
  | { readonly kind: 'questionnaire' }
  | { readonly kind: 'definitions'; readonly items: readonly OutlineItem[] }
  | { readonly kind: OptionStep; readonly item: OutlineItem; readonly inCoding: boolean }
  | { readonly kind: 'score'; readonly item: OutlineItem; readonly inCoding: boolean; readonly url: string };

export interface Alternative {
  /** `null`: always. */
  readonly test: Expression | null;
  readonly meaning: Meaning;
}

type OptionStep =
  | 'options'
  /** The code of each option. */
  | 'option-codes'
  /** The option that the answer is. */
  | 'chosen-option'
  | 'chosen-extensions'
  /** The URL of each extension. */
  | 'extension-urls';

export type Places = Extract<Meaning, { kind: 'items' | 'answers' | 'answer-values' }>;

/** Where an expression stands. */
export interface Place {
  /** The item whose expression it is; `null`: the form. */
  readonly item: OutlineItem | null;
  readonly shapes: ReadonlyMap<string, AnswerShape>;
}

export function values(expression: Expression): Meaning {
  return { kind: 'values', expression };
}

export function literal(value: string | number | boolean): Meaning {
  return values({ op: 'literal', value });
}

/** The values of a meaning. @throws {NotCovered} for what has none that our expressions can hold. */
export function expressionOf(meaning: Meaning, place: Place): Expression {
  if (meaning.kind === 'values') return meaning.expression;
  if (meaning.kind === 'alternatives') return combined(meaning.of, (each) => expressionOf(each, place));
  if (meaning.kind !== 'answer-values') return notCovered(`${meaning.kind} as a value`);
  // FHIRPath reckons with quantities and their units; here only their numbers are known.
  if (meaning.items.some(({ type }) => type === 'quantity')) notCovered('a quantity as a value');
  if (meaning.codings && meaning.items.some(({ id }) => takesMore(id, place)))
    notCovered('the codings among other values');
  return readingOf(meaning, place);
}

/** The same, where it only matters whether and how many there are. */
export function presenceOf(meaning: Meaning, place: Place): Expression {
  if (meaning.kind === 'answers') return readingOf(meaning, place);
  if (meaning.kind === 'alternatives') return combined(meaning.of, (each) => presenceOf(each, place));
  if (meaning.kind !== 'answer-values') return expressionOf(meaning, place);
  return meaning.codings ? { op: 'text', of: readingOf(meaning, place) } : readingOf(meaning, place);
}

function combined(of: readonly Alternative[], read: (meaning: Meaning) => Expression): Expression {
  const parts = of.map(({ test, meaning }): Expression =>
    test === null ? read(meaning) : { op: 'if', test, then: read(meaning), else: { op: 'nothing' } },
  );
  const [first, ...others] = parts;
  return others.reduce<Expression>(
    (left, right) => ({ op: 'combine', left, right }),
    first ?? { op: 'nothing' },
  );
}

export function readingOf({ items, rowwise, once }: Places, { item: at }: Place): Expression {
  if (items.length === 0) return { op: 'nothing' };
  // `repeat` and `|` take two rows that say the same for one, as no total means it.
  if (once === true && items.some((each) => rowsAround(each).length > 0)) notCovered('rows without doubles');
  const ids = items.map(({ id }) => id);
  // In the same row a path from the top sees every row; where they share no row the two are one.
  const everywhere = !rowwise && sharesRow(items, at);
  return { op: 'answers', items: ids, ...(everywhere ? { everywhere } : {}) };
}

/** Whether the item gives one answer at most, as the expression sees it. */
export function isSingle(item: OutlineItem, rowwise: boolean, { item: at }: Place): boolean {
  if (item.repeats) return false;
  return rowsAround(item).every((each) => rowwise && rowsAround(at, true).includes(each));
}

function sharesRow(items: readonly OutlineItem[], at: OutlineItem | null): boolean {
  const around = rowsAround(at, true);
  return (
    around.length > 0 && items.some((item) => rowsAround(item, true).some((each) => around.includes(each)))
  );
}

/** What around an item repeats. */
export function rowsAround(item: OutlineItem | null, andItself = false): readonly OutlineItem[] {
  const rows: OutlineItem[] = [];
  for (let each = andItself ? item : (item?.parent ?? null); each !== null; each = each.parent)
    if (each.repeats && (each.items.length > 0 || each === item)) rows.push(each);
  return rows;
}

/** Whether an item may have answers that are no codings. */
function takesMore(id: string, { shapes }: Place): boolean {
  const shape = shapes.get(id);
  if (shape === undefined || shape.type === 'open-choice') return true;
  return (
    shape.type !== 'choice' ||
    (shape.options ?? []).some(({ kind }) => kind !== undefined && kind !== 'display')
  );
}

/** Whether an expression gives one value at most, whatever is answered. */
export function atMostOne(expression: Expression, single: (item: string) => boolean): boolean {
  if (expression.op === 'answers' && expression.everywhere === true) return false;
  if (expression.op === 'answers') return expression.items.length === 1 && expression.items.every(single);
  if (expression.op === 'foreign' || expression.op === 'combine' || expression.op === 'union') return false;
  if (expression.op === 'if')
    return [expression.then, expression.else].every((each) => atMostOne(each, single));
  if (['points', 'code', 'text', 'to-number'].includes(expression.op) && 'of' in expression)
    return atMostOne(expression.of, single);
  return true;
}
