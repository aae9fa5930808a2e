import type { Instant } from '@ehch/clinical/time';
import { isObject, listAt, toEntry, type Entry, type JsonObject } from './entry.ts';
import type { BundleGap } from './bundle/bundle-gap.ts';
import { latestOfEach } from './bundle/history.ts';
import { gapsOfMarks } from './bundle/marks.ts';
import { gapsOfPages, linkOf } from './bundle/pages.ts';
import { gapsOfRow, withoutContent } from './bundle/rows.ts';
import { gapsIn } from './server-message.ts';

export type { BundleGap } from './bundle/bundle-gap.ts';

/** What a Bundle holds, and what is missing from it. */
export interface BundleReading {
  /** The records. Messages of the server are in `messages`. */
  readonly entries: readonly Entry[];
  /** Messages from the server (OperationOutcome). They are not records. */
  readonly messages: readonly Entry[];
  /**
   * What is known to be missing: parts that failed or were refused, pages that were not read, entries without
   * content.
   */
  readonly gaps: readonly BundleGap[];
  /** The address of the next page. `null`: this is the last page. */
  readonly next: string | null;
}

/** All records and messages in a value, taken out of their Bundles. */
export interface Unwrapped {
  /** Records and messages, in order. */
  readonly entries: readonly Entry[];
  /** What the Bundles themselves say is missing. Gaps that the messages report are not included. */
  readonly gaps: readonly BundleGap[];
}

/** What a Bundle alone does not say. */
interface HowRead {
  readonly linksFollowed?: boolean;
  /** The present moment: a version of the future is not the newest by its time. `null`: nobody told. */
  readonly now?: Instant | null;
}

/** Unwraps a Bundle of any type, an array, or a single resource. Nested Bundles are unwrapped too. */
export function readBundle(value: unknown): BundleReading {
  return readingOf(unwrap(value), value);
}

/** Reads all pages of one search. The caller has followed the links already. */
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

/** Takes a value apart into its records and the gaps that its Bundles report. */
export function unwrap(value: unknown, { linksFollowed = false, now = null }: HowRead = {}): Unwrapped {
  // The walk goes through Bundles in Bundles, arrays and Parameters, because a batch answers with any of
  // these.
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
      // R4 has `Bundle.entry` as a list. Any other value there may hide records, so it leaves a gap.
      if (hasBrokenList(entry.resource)) gaps.push(withoutContent(null));
      const rows = rowsOf(entry.resource, now);
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

/** A FHIR operation may answer with Parameters, which hold records in `parameter` and in `part`. */
function resourcesIn(parameters: JsonObject): readonly unknown[] {
  return [...listAt(parameters, 'parameter'), ...listAt(parameters, 'part')].flatMap((each) => {
    if (!isObject(each)) return [];
    return [...('resource' in each ? [each['resource']] : []), ...resourcesIn(each)];
  });
}

// An object alone is read as a list of one (`listAt`).
function hasBrokenList({ entry }: JsonObject): boolean {
  return entry !== undefined && entry !== null && typeof entry !== 'object';
}

function rowsOf(bundle: JsonObject, now: Instant | null): readonly unknown[] {
  // A history lists each version of a record. Only the newest version may be shown.
  const list = listAt(bundle, 'entry');
  return bundle['type'] === 'history' ? latestOfEach(list, now) : list;
}
