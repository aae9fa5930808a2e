import type { Gap } from '@ehch/clinical';
import { isObject, listAt, textAt, toEntry, type Entry, type JsonObject } from './entry.ts';
import { addressOf } from './reference.ts';
import { gapsIn } from './server-message.ts';

export interface BundleReading {
  /** The records. */
  readonly entries: readonly Entry[];
  /** Messages of the server among them (OperationOutcome), which are no records. */
  readonly messages: readonly Entry[];
  /** What those messages say was left out. The caller knows what it had asked for; the messages do not say. */
  readonly gaps: readonly Gap[];
  /** The address of the next page, when there is one. */
  readonly next: string | null;
}

/** Unwraps a Bundle of any type, an array, or a single resource. Nested Bundles are unwrapped too. */
export function readBundle(value: unknown): BundleReading {
  const all = entriesIn(value);
  const messages = all.filter(isMessage);
  return {
    entries: all.filter((entry) => !isMessage(entry)),
    messages,
    gaps: messages.flatMap(({ resource }) => gapsIn(resource)),
    next: nextOf(value),
  };
}

function isMessage({ resource }: Entry): boolean {
  return isObject(resource) && resource['resourceType'] === 'OperationOutcome';
}

/** Unwraps JSON text, or NDJSON: one resource a line. A line that is no JSON becomes an entry that cannot be read. */
export function readText(text: string): BundleReading {
  const whole = parsed(text);
  if (whole.ok) return readBundle(whole.value);
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const values = lines.map(parsed);
  // One broken document is not a list of broken records.
  if (values.filter(({ ok }) => ok).length < 2)
    return { entries: [], messages: [], gaps: [{ why: 'unreadable', what: 'the answer' }], next: null };
  return readBundle(values.map((line) => (line.ok ? line.value : null)));
}

/** The entries that stand in a value, in order. */
export function entriesIn(value: unknown): readonly Entry[] {
  if (Array.isArray(value)) return value.flatMap(entriesIn);
  const entry = toEntry(value);
  const { resource } = entry;
  if (!isObject(resource) || resource['resourceType'] !== 'Bundle') return [entry];
  const list = listAt(resource, 'entry');
  const rows = resource['type'] === 'history' ? latestOfEach(list) : list;
  return rows.flatMap((row) =>
    isObject(row) && 'resource' in row
      ? entriesIn({ fullUrl: row['fullUrl'], resource: row['resource'] })
      : [],
  );
}

/** A history lists the newest version first. A record whose newest row is its deletion is not there any more. */
function latestOfEach(list: readonly unknown[]): readonly unknown[] {
  const seen = new Set<string>();
  return list.filter((row) => {
    const name = isObject(row) ? nameOf(row) : null;
    if (name === null) return true;
    const first = !seen.has(name);
    seen.add(name);
    return first;
  });
}

function nameOf(row: JsonObject): string | null {
  const address = addressOf(textAt(row, 'fullUrl'));
  if (address !== null) return address;
  const type = textAt(row['resource'], 'resourceType');
  const id = textAt(row['resource'], 'id');
  if (type !== null && id !== null) return `${type}/${id}`;
  return textAt(row['request'], 'url')?.replace(/\/_history\/.*$/, '') ?? null;
}

function nextOf(value: unknown): string | null {
  return textAt(
    listAt(value, 'link').find((link) => textAt(link, 'relation') === 'next'),
    'url',
  );
}

function parsed(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}
