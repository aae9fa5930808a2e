import type { Expression } from '@ehch/clinical/form';
import type { OutlineItem } from '../questionnaire/outline.ts';
import type { AnswerShape } from '../questionnaire/reading.ts';
import { notCovered } from './not-covered.ts';

/**
 * The meaning of a part of an expression, as far as it is known before anybody answers: places in the
 * response or the form, or values that the form engine's expressions can hold.
 */
export type Meaning =
  | { readonly kind: 'values'; readonly expression: Expression }
  /** The QuestionnaireResponse. */
  | { readonly kind: 'response' }
  /**
   * Places in the response.
   * `rowwise`: reached from the place of the expression, so in its own row.
   * `once`: of two equal items only one counts.
   */
  | {
      readonly kind: 'items' | 'answers';
      readonly items: readonly OutlineItem[];
      readonly rowwise: boolean;
      readonly once?: boolean;
    }
  /** Values of answers. `codings`: only those values that are codings. */
  | {
      readonly kind: 'answer-values';
      readonly items: readonly OutlineItem[];
      readonly rowwise: boolean;
      readonly once?: boolean;
      readonly codings: boolean;
    }
  /** Several meanings one after the other, each only where its test is true. */
  | { readonly kind: 'alternatives'; readonly of: readonly Alternative[] }
  /** The Questionnaire, its items, and the options of one item. */
  | { readonly kind: 'questionnaire' }
  | { readonly kind: 'definitions'; readonly items: readonly OutlineItem[] }
  | { readonly kind: OptionStep; readonly item: OutlineItem; readonly inCoding: boolean }
  | { readonly kind: 'score'; readonly item: OutlineItem; readonly inCoding: boolean; readonly url: string };

/** A meaning with the test that decides whether it counts. */
export interface Alternative {
  /** `null`: it always counts. */
  readonly test: Expression | null;
  readonly meaning: Meaning;
}

/** A step on the way to the points of an option, within the form. */
type OptionStep =
  | 'options'
  /** The code of each option. */
  | 'option-codes'
  /** The option that was chosen as the answer. */
  | 'chosen-option'
  | 'chosen-extensions'
  /** The URL of each extension. */
  | 'extension-urls';

/** Meanings that are places in the response, and not values. */
export type Places = Extract<Meaning, { kind: 'items' | 'answers' | 'answer-values' }>;

/** The place of an expression. */
export interface Place {
  /** The item that the expression belongs to. `null`: the form. */
  readonly item: OutlineItem | null;
  readonly shapes: ReadonlyMap<string, AnswerShape>;
}

export function values(expression: Expression): Meaning {
  return { kind: 'values', expression };
}

export function literal(value: string | number | boolean): Meaning {
  return values({ op: 'literal', value });
}

/**
 * The values of a meaning.
 * @throws {NotCovered} for a meaning without values, or with values that the engine cannot hold
 */
export function expressionOf(meaning: Meaning, place: Place): Expression {
  if (meaning.kind === 'values') return meaning.expression;
  if (meaning.kind === 'alternatives') return combined(meaning.of, (each) => expressionOf(each, place));
  if (meaning.kind !== 'answer-values') return notCovered(`${meaning.kind} as a value`);
  // FHIRPath calculates with quantities and their units. Only their numbers are known here.
  if (meaning.items.some(({ type }) => type === 'quantity')) notCovered('a quantity as a value');
  if (meaning.codings && meaning.items.some(({ id }) => takesMore(id, place)))
    notCovered('the codings among other values');
  return readingOf(meaning, place);
}

/** The same, where it only matters whether there are values, and how many. */
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

/**
 * The engine's reading of answers to these items.
 * @throws {NotCovered} for rows that FHIRPath would count once
 */
export function readingOf({ items, rowwise, once }: Places, { item: at }: Place): Expression {
  if (items.length === 0) return { op: 'nothing' };
  // `repeat` and `|` count two equal rows once, which no total intends.
  if (once === true && items.some((each) => rowsAround(each).length > 0)) notCovered('rows without doubles');
  const ids = items.map(({ id }) => id);
  // Within a row, a path from the top sees every row. Without a shared row there is no difference.
  const everywhere = !rowwise && sharesRow(items, at);
  return { op: 'answers', items: ids, ...(everywhere ? { everywhere } : {}) };
}

/** Whether an item gives at most one answer, as the expression sees it. */
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

/** The repeating items around an item. */
export function rowsAround(item: OutlineItem | null, andItself = false): readonly OutlineItem[] {
  const rows: OutlineItem[] = [];
  for (let each = andItself ? item : (item?.parent ?? null); each !== null; each = each.parent)
    if (each.repeats && (each.items.length > 0 || each === item)) rows.push(each);
  return rows;
}

/** Whether an item may have answers that are not codings. */
function takesMore(id: string, { shapes }: Place): boolean {
  const shape = shapes.get(id);
  if (shape === undefined || shape.type === 'open-choice') return true;
  return (
    shape.type !== 'choice' ||
    (shape.options ?? []).some(({ kind }) => kind !== undefined && kind !== 'display')
  );
}

/** Whether an expression gives at most one value, whatever the answers. */
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
