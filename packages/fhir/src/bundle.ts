import { isObject, listAt, toEntry, type Entry, type JsonObject } from './entry.ts';
import type { BundleGap } from './bundle/bundle-gap.ts';
import { latestOfEach } from './bundle/history.ts';
import { gapsOfMarks } from './bundle/marks.ts';
import { gapsOfPages, linkOf } from './bundle/pages.ts';
import { gapsOfRow, withoutContent } from './bundle/rows.ts';
import { gapsIn } from './server-message.ts';

export type { BundleGap } from './bundle/bundle-gap.ts';

export interface BundleReading {
  /** The records. */
  readonly entries: readonly Entry[];
  /** Messages of the server among them (OperationOutcome), which are no records. */
  readonly messages: readonly Entry[];
  /** What is known to be missing: parts that failed or were refused, pages that are not here, entries without content. */
  readonly gaps: readonly BundleGap[];
  /** The address of the next page, when there is one. */
  readonly next: string | null;
}

/** Everything that stands in a value, unwrapped. */
export interface Unwrapped {
  /** Records and messages, in order. */
  readonly entries: readonly Entry[];
  /** What the Bundles themselves say is missing. What the messages say is not among it. */
  readonly gaps: readonly BundleGap[];
}

/** Unwraps a Bundle of any type, an array, or a single resource. Nested Bundles are unwrapped too. */
export function readBundle(value: unknown): BundleReading {
  return readingOf(unwrap(value), value);
}

/** Reads the pages of one question, whose links were followed by whoever asked it. */
export function readPages(pages: readonly unknown[]): BundleReading {
  return readingOf(unwrap(pages, { linksFollowed: true }), null);
}

function readingOf({ entries, gaps }: Unwrapped, value: unknown): BundleReading {
  const messages = entries.filter(isMessage);
  const said = messages.flatMap(({ resource }) => gapsIn(resource).map((gap) => ({ ...gap, about: null })));
  return {
    entries: entries.filter((entry) => !isMessage(entry)),
    messages,
    gaps: [...said, ...gaps],
    next: linkOf(value, 'next'),
  };
}

function isMessage({ resource }: Entry): boolean {
  return isObject(resource) && resource['resourceType'] === 'OperationOutcome';
}

/** Takes a value apart: its records, and what its Bundles say is missing. */
export function unwrap(value: unknown, { linksFollowed = false } = {}): Unwrapped {
  const entries: Entry[] = [];
  const gaps: BundleGap[] = [];
  const bundles: JsonObject[] = [];
  const take = (item: unknown): void => {
    if (Array.isArray(item)) {
      for (const one of item) take(one);
      return;
    }
    const entry = toEntry(item);
    if (isParameters(entry.resource)) take(resourcesIn(entry.resource));
    else if (!isBundle(entry.resource)) entries.push(entry);
    else {
      bundles.push(entry.resource);
      if (hasBrokenList(entry.resource)) gaps.push(withoutContent(null));
      const rows = rowsOf(entry.resource);
      gaps.push(...gapsOfMarks(entry.resource, rows));
      for (const row of rows) {
        gaps.push(...gapsOfRow(row));
        if (isObject(row) && 'resource' in row) take(row);
      }
    }
  };
  take(value);
  return { entries, gaps: [...gaps, ...gapsOfPages(bundles, linksFollowed)] };
}

function isBundle(resource: unknown): resource is JsonObject {
  return isObject(resource) && resource['resourceType'] === 'Bundle';
}

function isParameters(resource: unknown): resource is JsonObject {
  return isObject(resource) && resource['resourceType'] === 'Parameters';
}

/** An operation may answer with its records as parameters, and parts of parameters. */
function resourcesIn(parameters: JsonObject): readonly unknown[] {
  return [...listAt(parameters, 'parameter'), ...listAt(parameters, 'part')].flatMap((each) => {
    if (!isObject(each)) return [];
    return [...('resource' in each ? [each['resource']] : []), ...resourcesIn(each)];
  });
}

function hasBrokenList({ entry }: JsonObject): boolean {
  return entry !== undefined && entry !== null && typeof entry !== 'object';
}

function rowsOf(bundle: JsonObject): readonly unknown[] {
  const list = listAt(bundle, 'entry');
  return bundle['type'] === 'history' ? latestOfEach(list) : list;
}
