import type { Condition, Expression } from '@ehch/clinical';
import { textAt, type JsonObject } from '../entry.ts';
import { extensionValue } from './json-value.ts';
import type { OutlineItem } from './outline.ts';
import type { Reading } from './reading.ts';
import { EXT } from './urls.ts';

/** What a calculated item is made of; `null`: it is not calculated. */
export function calculationOf(_reading: Reading, { json }: OutlineItem): Expression | null {
  return expressionAt(json, EXT.calculated);
}

/** The expression that decides whether an item is shown. */
export function shownWhen(_reading: Reading, { json }: OutlineItem): Condition | undefined {
  const expression = expressionAt(json, EXT.enableWhenExpression);
  return expression === null ? undefined : { match: 'expression', expression };
}

function expressionAt(json: JsonObject, url: string): Expression | null {
  const value = extensionValue(json, url);
  const text = textAt(value, 'expression');
  if (text === null) return null;
  return { op: 'foreign', language: textAt(value, 'language') ?? 'text/fhirpath', text, items: null };
}
