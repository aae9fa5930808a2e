import { itemsRead, partsOfExpression, type Condition, type Expression } from '@ehch/clinical/form';
import { isObject, textAt, type JsonObject } from '../entry.ts';
import { extensionsOf } from '../extensions.ts';
import {
  FHIRPATH,
  readExpression,
  type Variable,
  type WrittenExpression,
} from '../fhirpath/read-expression.ts';
import { extension, extensionValue } from './json-value.ts';
import type { Outline, OutlineItem } from './outline.ts';
import { plainWords } from './plain-words.ts';
import { limit, type FormReading } from './reading.ts';
import { EXT } from './urls.ts';

/** The expression behind a calculated item. `null`: it is not calculated. */
export function calculationOf(reading: FormReading, item: OutlineItem): Expression | null {
  if (extension(item.json, EXT.calculated) === undefined) return null;
  const written = writtenAt(item.json, EXT.calculated) ?? ELSEWHERE;
  const texts = extensionsOf(item.json['extension'], EXT.calculated).map(
    (each) => writtenIn(extensionValue({ extension: [each] }, EXT.calculated))?.text,
  );
  if (new Set(texts).size > 1)
    reading.refusals.push({
      why: 'two-scores',
      words: `The item with the linkId "${plainWords(item.id) ?? ''}" has two different calculations, so that it could be either.`,
    });
  const expression = expressionIn(reading, item, written);
  if (countsOnce(expression))
    limit(reading, item, 'Of equal values this calculation counts one only, as the form has it.');
  // This is true even if the page provides an evaluator.
  if (isForeign(expression)) limit(reading, item, 'This program cannot calculate this by itself.');
  return expression;
}

/**
 * Whether a sum or a count uses a union, `a | b`. FHIRPath removes duplicates from a union, so two answers of
 * 2 points each count as 2.
 */
function countsOnce(expression: Expression): boolean {
  if (expression.op === 'sum' || expression.op === 'count') return isUnion(expression.of);
  return partsOfExpression(expression).some((each) => countsOnce(each));
}

/** Whether both sides of a union read answers, whose equal values would be lost. */
function isUnion(expression: Expression): boolean {
  if (expression.op !== 'union') return partsOfExpression(expression).some((each) => isUnion(each));
  return [expression.left, expression.right].every((each) => (itemsRead(each) ?? []).length > 0);
}

/** The expression that decides whether an item is shown. */
export function shownWhen(reading: FormReading, item: OutlineItem): Condition | undefined {
  if (extension(item.json, EXT.enableWhenExpression) === undefined) return undefined;
  const written = writtenAt(item.json, EXT.enableWhenExpression) ?? ELSEWHERE;
  const expression = expressionIn(reading, item, written);
  // The form engine shows an item about which it cannot decide. A needless question is seen; a missing one is
  // not.
  if (isForeign(expression))
    limit(
      reading,
      item,
      'This program cannot work out by itself when this is to be asked, and so it is asked.',
    );
  return { match: 'expression', expression };
}

/**
 * The initial values of an item, where they do not depend on a record. `null`: they do, or there are none.
 */
export function initialConstants(
  reading: FormReading,
  item: OutlineItem,
): readonly (string | number | boolean)[] | null {
  const written = writtenAt(item.json, EXT.initialExpression);
  return written === null ? null : literals(expressionIn(reading, item, written));
}

/** The constants of an expression. `null`: it depends on something. */
function literals(expression: Expression): readonly (string | number | boolean)[] | null {
  if (expression.op === 'literal') return [expression.value];
  if (expression.op !== 'combine' && expression.op !== 'union') return null;
  const [left, right] = [literals(expression.left), literals(expression.right)];
  return left === null || right === null ? null : [...left, ...right];
}

/** All named expressions of a form. A calculation may have a name too. */
export function variablesOf({ json, byId }: Outline): readonly Variable[] {
  const named = (owner: JsonObject, at: OutlineItem | null): readonly Variable[] =>
    [EXT.variable, EXT.calculated]
      .flatMap((url) => extensionsOf(owner['extension'], url))
      .map((each) => each['valueExpression'])
      .flatMap((each) => {
        const [name, written] = [textAt(each, 'name'), writtenIn(each)];
        return name === null || written === null ? [] : [{ ...written, name, at }];
      });
  return [...named(json, null), ...[...byId.values()].flatMap((item) => named(item.json, item))];
}

function expressionIn(reading: FormReading, item: OutlineItem, written: WrittenExpression): Expression {
  const place = { item, shapes: reading.shapes };
  return readExpression(written, place, reading.outline, reading.variables);
}

function writtenAt(json: JsonObject, url: string): WrittenExpression | null {
  return extension(json, url) === undefined ? null : writtenIn(extensionValue(json, url));
}

function writtenIn(value: unknown): WrittenExpression | null {
  const text = isObject(value) ? textAt(value, 'expression') : null;
  return text === null ? null : { language: textAt(value, 'language') ?? FHIRPATH, text };
}

/**
 * Stands for an expression that is defined elsewhere, such as in a library. The item still counts as
 * calculated.
 */
const ELSEWHERE: WrittenExpression = { language: 'not-stated', text: '' };

function isForeign(expression: Expression): boolean {
  return expression.op === 'foreign';
}
