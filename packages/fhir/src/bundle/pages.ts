import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import { addressOf } from '../reference.ts';
import { typeInUrl, wordsFor, type BundleGap } from './bundle-gap.ts';

/** One page of a search, as far as its links and totals say whether other pages are missing. */
interface Page {
  readonly self: string | null;
  readonly next: string | null;
  readonly previous: string | null;
  readonly total: number | null;
  /** Names of the records that the search found, without those that were included with them. */
  readonly matches: readonly string[];
  readonly types: readonly (string | null)[];
  readonly about: string | null;
}

/**
 * Gaps for pages that are not here: a `next` link to none of them, or a `total` above the number that
 * arrived.
 */
export function gapsOfPages(bundles: readonly JsonObject[], linksFollowed: boolean): readonly BundleGap[] {
  const pages = bundles.map(pageOf);
  const selves = new Set(pages.map(({ self }) => self));
  const followed = new Set(pages.map(({ next }) => next));
  const gaps = pages.flatMap((page, place): readonly BundleGap[] => {
    const { total, next, about } = page;
    const isFirst = page.previous === null || selves.has(page.previous) || followed.has(page.self);
    // Pages of one search all give the same total. If the caller followed the links, a page without `next` is
    // the last of its search.
    const together = pages.filter(
      (other, at) =>
        other.total === total &&
        mayBeOfOneQuestion(page, other) &&
        (!linksFollowed || questionOf(pages, at) === questionOf(pages, place)),
    );
    const came = new Set(together.flatMap(({ matches }) => matches)).size;
    const isLast = next === null || selves.has(next);
    const isWhole =
      total === null ? linksFollowed || (isFirst && isLast && !asksForNone(page)) : came >= total;
    if (isWhole) return linksFollowed ? [] : partGaps(page);
    const what = wordsFor(about, 'entries that were not read');
    // The server says "five" and sent none of them, so nothing at all is known.
    return [{ why: came === 0 ? 'failed' : 'more', what, about }];
  });
  return gaps.filter(
    (gap, at) => at === gaps.findIndex(({ why, what }) => why === gap.why && what === gap.what),
  );
}

/**
 * Whether two pages may be of one search. A page may not state its search. Then the types of its records
 * decide.
 */
function mayBeOfOneQuestion(page: Page, other: Page): boolean {
  if (page.about === other.about) return true;
  const [asked, unsaid] = page.about === null ? [other, page] : [page, other];
  return unsaid.about === null && unsaid.types.every((type) => type === asked.about);
}

/**
 * How many searches ended before this page. The pages are in the order in which the caller asked for them.
 */
function questionOf(pages: readonly Page[], place: number): number {
  return pages.slice(0, place).filter(({ next }) => next === null).length;
}

/** The search asked only for a count, and the answer has no count. */
function asksForNone({ self, matches }: Page): boolean {
  return matches.length === 0 && /[?&](?:_count=0|_summary=count)(?:&|$)/.test(self ?? '');
}

/**
 * [P] Search parameters that leave out records by state or date. Other parameters choose a kind of record, so
 * the answer is whole.
 */
const NARROW =
  /[?&](?:status|clinical-status|verification-status|date|_lastUpdated|_since|authoredon|recorded-date|onset-date|effective|period)(?::\w+)?=/;
const CUT = /[?&](?:_elements=|_summary=(?:true|text|data)(?:&|$))/;

/** Gaps that the search itself made: the records in force since January are not all records. */
function partGaps({ self, about, matches }: Page): readonly BundleGap[] {
  const gaps: readonly (BundleGap | false)[] = [
    NARROW.test(self ?? '') && {
      why: 'more',
      what: `${wordsFor(about, 'entries')} that were not asked for`,
      about,
    },
    CUT.test(self ?? '') && matches.length > 0 && { why: 'more', what: 'parts of each record', about },
  ];
  return gaps.filter((gap) => gap !== false);
}

function pageOf(bundle: JsonObject): Page {
  const [self, next] = ['self', 'next'].map((relation) => linkOf(bundle, relation));
  const previous = linkOf(bundle, 'previous') ?? linkOf(bundle, 'prev');
  // Some servers send the total as text.
  const total = Number.parseInt(String(bundle['total']), 10);
  // The total of a history counts versions, and only the newest version of each record is read.
  const counts = bundle['type'] !== 'history' && total >= 0;
  const matches = listAt(bundle, 'entry').flatMap((row, at) => matchOf(row, at));
  return {
    self: self ?? null,
    next: next ?? null,
    previous,
    total: counts ? total : null,
    matches: matches.map(({ name }) => name),
    types: matches.map(({ type }) => type),
    about: typeInUrl(self ?? null) ?? typeInUrl(next ?? null),
  };
}

/** The address of a related page: `next`, `previous`, or `self`. `null`: the Bundle has no such link. */
export function linkOf(bundle: unknown, relation: string): string | null {
  const links = listAt(bundle, 'link');
  return textAt(
    links.find((link) => textAt(link, 'relation')?.toLowerCase() === relation),
    'url',
  );
}

function matchOf(row: unknown, at: number): readonly { name: string; type: string | null }[] {
  if (!isObject(row) || !('resource' in row)) return [];
  // R4 Bundle.entry.search.mode: an `include` was not found by the search, and an `outcome` is a message.
  if (['include', 'outcome'].includes(textAt(row['search'], 'mode') ?? '')) return [];
  const { resource } = row;
  const type = textAt(resource, 'resourceType');
  const local = `${type}/${textAt(resource, 'id') ?? `#${at}`}`;
  return [{ name: addressOf(textAt(row, 'fullUrl')) ?? local, type }];
}
