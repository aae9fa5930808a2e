import type { AnswerValue, Condition } from '@ehch/clinical/form';
import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import { answerValueOf } from './answer-value.ts';
import { polymorphic } from './json-value.ts';
import type { OutlineItem } from './outline.ts';
import { limit, type AnswerShape, type FormReading } from './reading.ts';

type Test = Extract<Condition, { match: 'all' | 'any' }>['tests'][number];

const OPERATORS = ['exists', '=', '!=', '>', '<', '>=', '<='] as const;

/**
 * R4 `enableWhen`. An item whose condition cannot be evaluated is always shown, so that nothing is hidden by
 * mistake.
 */
export function enableWhenOf(reading: FormReading, item: OutlineItem): Condition | undefined {
  const written = listAt(item.json, 'enableWhen').filter(isObject);
  if (written.length === 0) return undefined;
  const tests = written.map((each) => testOf(reading, each));
  if (tests.includes(null)) {
    limit(reading, item, 'When this is to be asked cannot be worked out here, so it is always asked.');
    return undefined;
  }
  return { match: matchOf(reading, item, written), tests: tests.filter((each) => each !== null) };
}

/** Whether all conditions must hold, or one is enough (R4 `enableBehavior`). */
function matchOf(reading: FormReading, item: OutlineItem, written: readonly JsonObject[]): 'all' | 'any' {
  const behaviour = textAt(item.json, 'enableBehavior');
  if (behaviour === 'all' || behaviour === 'any') return behaviour;
  // STU3 shows the item when any condition holds; R4 requires the form to say which. "Any" hides less. [P]
  if (written.length > 1)
    limit(
      reading,
      item,
      'The form does not say whether one or all of its conditions must hold; one is enough here.',
    );
  return written.length > 1 ? 'any' : 'all';
}

/** One condition. `null`: it cannot be evaluated here, so the item is always asked. */
function testOf({ shapes }: FormReading, json: JsonObject): Test | null {
  // A modifier extension may reverse the condition.
  if (json['modifierExtension'] !== undefined) return null;
  const item = textAt(json, 'question');
  const shape = item === null ? undefined : shapes.get(item);
  if (item === null || shape === undefined) return null;
  // STU3 has `hasAnswer`, and no operator for equality.
  const has = json['hasAnswer'];
  if (typeof has === 'boolean') return { item, operator: 'exists', value: { type: 'boolean', value: has } };
  const operator = OPERATORS.find((each) => each === (textAt(json, 'operator') ?? '='));
  const answer = polymorphic(json, 'answer');
  if (operator === undefined || answer === null) return null;
  if (operator === 'exists')
    return typeof answer.value === 'boolean'
      ? { item, operator, value: { type: 'boolean', value: answer.value } }
      : null;
  const value = answerValueOf(shape, answer);
  if (value === null || (!ANY_VALUE.has(operator) && !hasOrder(shape, value))) return null;
  return { item, operator, value };
}

const ANY_VALUE: ReadonlySet<string> = new Set(['=', '!=']);

/**
 * Whether greater and less mean anything for a value. No code is greater than another, so such a condition
 * would hide its question for ever.
 */
function hasOrder({ options = [] }: AnswerShape, { type, value }: AnswerValue): boolean {
  if (type !== 'option') return true;
  const kind = options.find((each) => each.value === value)?.kind;
  return kind !== undefined && kind !== 'display';
}
