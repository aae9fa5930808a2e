import type { FhirResource } from '../resource.ts';
import { elementRange } from './date-range.ts';
import { referenceOf } from './reference.ts';
import type { SortKey } from './request.ts';
import { textsOf } from './text.ts';
import { tokensOf } from './token.ts';
import { valuesOf } from './values.ts';

/** Sorts matches by these keys. Equal matches keep the order of writing, and matches without a value come last. */
export function sortMatches<T extends { readonly resource: FhirResource }>(
  matches: readonly T[],
  keys: readonly SortKey[],
): T[] {
  if (keys.length === 0) return [...matches];
  const rows = matches.map((match) => ({ match, values: keys.map((key) => sortValue(match.resource, key)) }));
  rows.sort((a, b) => {
    for (const [i, key] of keys.entries()) {
      const order = compare(a.values[i] ?? null, b.values[i] ?? null, key.descending);
      if (order !== 0) return order;
    }
    return 0;
  });
  return rows.map((row) => row.match);
}

type SortValue = string | number | null;

function compare(a: SortValue, b: SortValue, descending: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return (a < b ? -1 : 1) * (descending ? -1 : 1);
}

function sortValue(resource: FhirResource, { rule, descending }: SortKey): SortValue {
  const [first] = valuesOf(resource, rule);
  switch (rule.kind) {
    case 'date': {
      const range = elementRange(first);
      return range && (descending ? range.end : range.start);
    }
    case 'token':
      return tokensOf(first)[0]?.code ?? null;
    case 'reference':
      return referenceOf(first);
    case 'string':
    case 'uri':
      return textsOf(first)[0]?.toLowerCase() ?? null;
    default: {
      const value: unknown =
        typeof first === 'object' && first !== null && 'value' in first ? first.value : first;
      return typeof value === 'number' ? value : null;
    }
  }
}
