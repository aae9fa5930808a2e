import type { Expression } from '@ehch/clinical/form';
import { isObject, listAt, type JsonObject } from '../entry.ts';
import { extensionValue } from '../questionnaire/json-value.ts';
import { readingOf, type Meaning, type Place } from './meaning.ts';
import { notCovered } from './not-covered.ts';

/**
 * The points of an answer, for a form that looks them up in itself. Forms did so before `weight()`, as the
 * PHQ-9 of LHC-Forms does. It works only if every option has its points in the extension and the place that
 * the expression names.
 */
export function pointsIn(score: Extract<Meaning, { kind: 'score' }>, place: Place): Expression {
  const { item, inCoding, url } = score;
  const options = place.shapes.get(item.id)?.options ?? [];
  const written = [...listAt(item.json, 'answerOption'), ...listAt(item.json, 'option')].filter(isObject);
  const stated = written.map((each) => extensionValue(inCoding ? coding(each) : each, url));
  const same = options.length === written.length && options.every(({ points }, i) => points === stated[i]);
  if (!same) return notCovered('a score kept elsewhere than the points');
  // Both of two options with the same code would be found.
  const codes = options.map(({ code, value }) => code?.code ?? value);
  if (new Set(codes).size < codes.length) return notCovered('a code that two options have');
  return { op: 'points', of: readingOf({ kind: 'answers', items: [item], rowwise: false }, place) };
}

function coding(option: JsonObject): JsonObject {
  const value = option['valueCoding'];
  return isObject(value) ? value : {};
}
