import { readInstant, type Instant } from '@ehch/clinical/time';
import { isObject, listAt, textAt, type JsonObject } from '../../entry.ts';
import { isMomentAhead } from '../../moment-ahead.ts';
import { isAnotherPerson } from './another-person.ts';

/** How two records under one name relate. */
export type Sameness =
  /** The first, or the second, is the newer version. */
  | 'first'
  | 'second'
  /** Both have the same content. */
  | 'equal'
  /** The contents differ, and nothing shows which is right. */
  | 'not-known';

/**
 * Decides which of two records under one name is the newer version. Only the record's own `meta` can show
 * that. The order of arrival proves nothing, and the last is not the newest.
 */
export function compareVersions(a: JsonObject, b: JsonObject, now: Instant | null): Sameness {
  if (contentOf(a) === contentOf(b)) return 'equal';
  // Versions of one Patient keep the NHS number, and the birth date or the name.
  if (a['resourceType'] === 'Patient' && isAnotherPerson(a, b)) return 'not-known';
  const later = [timeOf(a, now) - timeOf(b, now), versionOf(a) - versionOf(b)].filter(
    (difference) => !Number.isNaN(difference) && difference !== 0,
  );
  // A version number that grew while the time went back gives no order.
  if (later.length > 0 && later.every((difference) => difference > 0)) return 'first';
  return later.length > 0 && later.every((difference) => difference < 0) ? 'second' : 'not-known';
}

/**
 * The record with its fields in one order, without what marks its version. Its security labels count, because
 * they decide who may see it.
 */
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

function timeOf(raw: JsonObject, now: Instant | null): number {
  // A text in another form, such as "05/11/2026", gives no order. A time that has not come is a slip, and a record is
  // not the newest by it.
  const text = textAt(raw['meta'], 'lastUpdated') ?? '';
  return isMomentAhead(text, now) ? Number.NaN : (readInstant(text) ?? Number.NaN);
}

function versionOf(raw: JsonObject): number {
  // A version such as "1e3" or "0x10" is a name. Read as a number it would give an order that nobody stated.
  const version = textAt(raw['meta'], 'versionId') ?? '';
  return /^\d+$/.test(version) ? Number(version) : Number.NaN;
}
