import { isObject } from '@ehch/fhir';
import type { FieldEdit, FieldValue, Json, PathStep } from '@ehch/store';
import { rowsByKey } from '../raw-json/row-key.ts';
import { sameValue } from '../raw-json/same-value.ts';

/**
 * The edits that lead from one version of a resource to another. Rows with a key are compared one by one; any other list
 * is one value. Rows that only changed their order make the whole list one value, because FHIR gives an order meaning.
 */
export function editsBetween(before: Json, after: Json): readonly FieldEdit[] {
  return between(before, after, '', []);
}

function between(
  before: Json | undefined,
  after: Json | undefined,
  field: string,
  path: readonly PathStep[],
): readonly FieldEdit[] {
  if (sameValue(before, after)) return [];
  if (isObject(before) && isObject(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      between(fieldOf(before, key), fieldOf(after, key), key, [...path, key]),
    );
  const rows = keyedRows(before, after, field);
  if (rows === null) return [{ path, from: valueOf(before), to: valueOf(after) }];
  return [...new Set([...rows.before.keys(), ...rows.after.keys()])].flatMap((key) =>
    between(rows.before.get(key), rows.after.get(key), field, [...path, { key }]),
  );
}

/** Both lists by their rows' keys. `null`: they are one value. */
function keyedRows(before: Json | undefined, after: Json | undefined, field: string) {
  if (!Array.isArray(before) || !Array.isArray(after)) return null;
  const one = rowsByKey<Json>(field, before);
  const other = rowsByKey<Json>(field, after);
  if (one === null || other === null || one.size === 0 || other.size === 0) return null;
  const kept = [...one.keys()].filter((key) => other.has(key));
  const order = [...other.keys()];
  // New rows come last, as an edit puts them there.
  return kept.every((key, at) => order[at] === key) ? { before: one, after: other } : null;
}

function fieldOf(value: { readonly [key: string]: unknown }, key: string): Json | undefined {
  return Object.hasOwn(value, key) ? (value[key] as Json) : undefined;
}

function valueOf(value: Json | undefined): FieldValue {
  return value === undefined ? { is: 'absent' } : { is: 'value', value };
}
