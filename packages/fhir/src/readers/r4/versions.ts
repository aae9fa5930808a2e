import { isObject, listAt, textAt, type JsonObject } from '../../entry.ts';
import { isAnotherPerson } from './another-person.ts';

/** How two records under one name stand to each other. */
export type Sameness =
  /** The first is the newer version, or the second. */
  | 'first'
  | 'second'
  /** They say the same. */
  | 'equal'
  /** They differ, and nothing says which of them holds. */
  | 'not-known';

/**
 * Tells which of two records under one name is the newer version. Only the record's own `meta` can say that: the order in
 * which they came says nothing, and the last of them is not the newest.
 */
export function compareVersions(a: JsonObject, b: JsonObject): Sameness {
  if (contentOf(a) === contentOf(b)) return 'equal';
  // Versions of one person keep her number, and her birth date or her name.
  if (a['resourceType'] === 'Patient' && isAnotherPerson(a, b)) return 'not-known';
  const later = [timeOf(a) - timeOf(b), versionOf(a) - versionOf(b)].filter(
    (difference) => !Number.isNaN(difference) && difference !== 0,
  );
  // A number that grew while the time went back is no order.
  if (later.length > 0 && later.every((difference) => difference > 0)) return 'first';
  return later.length > 0 && later.every((difference) => difference < 0) ? 'second' : 'not-known';
}

/** The record in one order of fields, without what tells its version. Its security labels count: they decide who may see it. */
export function contentOf({ meta, ...content }: JsonObject): string {
  const labels = [listAt(meta, 'security'), listAt(meta, 'tag')];
  return JSON.stringify(inOrder([content, labels]));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([key, field]) => [key, inOrder(field)]));
}

function timeOf(raw: JsonObject): number {
  return Date.parse(textAt(raw['meta'], 'lastUpdated') ?? '');
}

function versionOf(raw: JsonObject): number {
  return Number(textAt(raw['meta'], 'versionId') ?? Number.NaN);
}
