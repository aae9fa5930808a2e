import type { AnswerValue } from '@ehch/clinical';
import { isObject, listAt } from '../entry.ts';
import { answerValueOf } from './answer-value.ts';
import { extension, polymorphic, type Polymorphic } from './json-value.ts';
import type { OutlineItem } from './outline.ts';
import { limit, type AnswerShape, type Reading } from './reading.ts';
import { EXT } from './urls.ts';

/** What the form fills in at the start. What cannot be filled in is named and left open. */
export function initialOf(reading: Reading, item: OutlineItem, shape: AnswerShape): readonly AnswerValue[] {
  const { json, repeats } = item;
  const chosen = listAt(json, 'answerOption').filter(
    (each) => isObject(each) && each['initialSelected'] === true,
  );
  const listed = [...listAt(json, 'initial'), ...chosen].map((each) => polymorphic(each, 'value'));
  // STU3 had one, in a field of the item itself.
  const found = [...listed, polymorphic(json, 'initial')].filter(
    (each): each is Polymorphic => each !== null,
  );
  const values = found.map((each) => answerValueOf(shape, each)).filter((each) => each !== null);
  if (values.length < found.length || (values.length > 1 && !repeats)) {
    limit(reading, item, 'The form fills this in at the start; here it begins empty.');
    return [];
  }
  if (extension(json, EXT.initialExpression) !== undefined)
    limit(reading, item, 'The form fills this in from a record; here it begins empty.');
  return values;
}
