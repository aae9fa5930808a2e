import { refusals, type AnswerValue, type FormQuestion } from '@ehch/clinical/form';
import { isObject, listAt } from '../entry.ts';
import { answerValueOf } from './answer-value.ts';
import { initialConstants } from './expressions.ts';
import { extension, polymorphic, type Polymorphic } from './json-value.ts';
import type { OutlineItem } from './outline.ts';
import { limit, type FormReading } from './reading.ts';
import { EXT } from './urls.ts';

/**
 * The values that the form fills in at the start. Where they cannot be filled in, the question starts empty
 * and the screen says so.
 */
export function initialOf(
  reading: FormReading,
  item: OutlineItem,
  question: Omit<FormQuestion, 'id' | 'text'>,
): readonly AnswerValue[] {
  const { json, repeats } = item;
  const chosen = listAt(json, 'answerOption').filter(
    (each) => isObject(each) && each['initialSelected'] === true,
  );
  const listed = [...listAt(json, 'initial'), ...chosen].map((each) => polymorphic(each, 'value'));
  // STU3 had one initial value, in an element of the item itself.
  const found = [...listed, polymorphic(json, 'initial')].filter(
    (each): each is Polymorphic => each !== null,
  );
  const constants = (initialConstants(reading, item) ?? []).map((value) => constant(value));
  const values = [...found, ...constants]
    .map((each) => answerValueOf(question, each))
    .filter((each) => each !== null);
  const isTaken = values.length === 0 || refusalsOf(question, values).length === 0;
  // One value that cannot be used leaves the question empty: half of the form's values would be a guess.
  if (values.length < found.length + constants.length || (values.length > 1 && !repeats) || !isTaken) {
    limit(reading, item, 'The form fills this in at the start; here it begins empty.');
    return [];
  }
  if (extension(json, EXT.initialExpression) !== undefined && constants.length === 0)
    limit(reading, item, 'The form fills this in from a record; here it begins empty.');
  return values;
}

/**
 * Why the question would refuse these values from a person. The form's own values must meet the same limits.
 */
function refusalsOf(question: Omit<FormQuestion, 'id' | 'text'>, values: readonly AnswerValue[]) {
  const answer = { state: 'given', values, at: '', by: null, from: { kind: 'initial' } } as const;
  return refusals({ ...question, id: '', text: '' }, answer);
}

/** A value of an expression as FHIR's `value[x]`. */
function constant(value: string | number | boolean): Polymorphic {
  if (typeof value === 'boolean') return { type: 'Boolean', value };
  return { type: typeof value === 'number' ? 'Decimal' : 'String', value };
}
