import { isObject, textAt, type JsonObject } from '@ehch/fhir';

/**
 * What tells the rows of a FHIR list apart. Lists that are not here have no identity of their rows: they change as a
 * whole, because a position means nothing once somebody else has added a row.
 *
 * A telephone number or an address is known by its place (`phone|home|`), not by its value. Two people who correct the
 * same number then meet in one row, and are asked; by value they would leave two numbers without a word.
 */
const KEYS: { readonly [field: string]: (row: JsonObject) => readonly (string | null)[] } = {
  identifier: (row) => [textAt(row, 'system'), textAt(row, 'value')],
  coding: (row) => [textAt(row, 'system'), textAt(row, 'code')],
  extension: (row) => [textAt(row, 'url')],
  modifierExtension: (row) => [textAt(row, 'url')],
  telecom: (row) => [textAt(row, 'system'), textAt(row, 'use'), numberAt(row, 'rank')],
  address: (row) => [textAt(row, 'use'), textAt(row, 'type')],
  item: (row) => [textAt(row, 'linkId')],
  activity: (row) => [textAt(row, 'id') ?? textAt(row['reference'], 'reference')],
  note: (row) => [
    textAt(row, 'authorString') ?? textAt(row['authorReference'], 'reference'),
    textAt(row, 'time'),
    textAt(row, 'text'),
  ],
};

/** The key of a row, such as `phone|home|`. `null`: rows of this list have none, or this one has nothing to tell. */
export function rowKey(field: string, row: unknown): string | null {
  const parts = isObject(row) ? KEYS[field]?.(row) : undefined;
  return parts === undefined || parts.every((part) => part === null)
    ? null
    : parts.map((part) => part ?? '').join('|');
}

/** The rows by their keys. `null` if one of them has no key, or shares it: the list then changes as a whole. */
export function rowsByKey<Row>(field: string, rows: readonly Row[]): ReadonlyMap<string, Row> | null {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const key = rowKey(field, row);
    if (key === null || found.has(key)) return null;
    found.set(key, row);
  }
  return found;
}

function numberAt(row: JsonObject, key: string): string | null {
  return typeof row[key] === 'number' ? String(row[key]) : null;
}
