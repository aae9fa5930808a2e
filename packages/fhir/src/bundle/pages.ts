import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import { addressOf } from '../reference.ts';
import { typeInUrl, wordsFor, type BundleGap } from './bundle-gap.ts';

interface Page {
  readonly self: string | null;
  readonly next: string | null;
  readonly previous: string | null;
  readonly total: number | null;
  /** The names of the records that the search found, without those that came along. */
  readonly matches: readonly string[];
  readonly types: readonly (string | null)[];
  readonly about: string | null;
}

/** What stands on pages that are not here: a `next` that leads to none of them, or a `total` above what came. */
export function gapsOfPages(bundles: readonly JsonObject[], linksFollowed: boolean): readonly BundleGap[] {
  const pages = bundles.map(pageOf);
  const selves = new Set(pages.map(({ self }) => self));
  const followed = new Set(pages.map(({ next }) => next));
  const gaps = pages.flatMap((page, place): readonly BundleGap[] => {
    const { total, next, about } = page;
    const isFirst = page.previous === null || selves.has(page.previous) || followed.has(page.self);
    // Pages of one question give the same total. Where they were followed, a page without a next one ends its question.
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
    // Of "there are five" without one of them, nothing at all is known.
    return [{ why: came === 0 ? 'failed' : 'more', what, about }];
  });
  return gaps.filter(
    (gap, at) => at === gaps.findIndex(({ why, what }) => why === gap.why && what === gap.what),
  );
}

/** A page may not say what was asked: then what was found tells whether it can belong to a question about one type. */
function mayBeOfOneQuestion(page: Page, other: Page): boolean {
  if (page.about === other.about) return true;
  const [asked, unsaid] = page.about === null ? [other, page] : [page, other];
  return unsaid.about === null && unsaid.types.every((type) => type === asked.about);
}

/** Of pages that came in the order in which they were asked for: how many questions were answered before this page. */
function questionOf(pages: readonly Page[], place: number): number {
  return pages.slice(0, place).filter(({ next }) => next === null).length;
}

/** "How many are there", without the answer to it. */
function asksForNone({ self, matches }: Page): boolean {
  return matches.length === 0 && /[?&](?:_count=0|_summary=count)(?:&|$)/.test(self ?? '');
}

/** [P] Parameters that leave out records by their state or their day; others choose which kind of record it is about. */
const NARROW =
  /[?&](?:status|clinical-status|verification-status|date|_lastUpdated|_since|authoredon|recorded-date|onset-date|effective|period)(?::\w+)?=/;
const CUT = /[?&](?:_elements=|_summary=(?:true|text|data)(?:&|$))/;

/** What the question itself left out: the answer to "those in force since January" is not the whole of it. */
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
  // Some servers write the number as text.
  const total = Number.parseInt(String(bundle['total']), 10);
  // The total of a history counts versions, of which only the newest is read.
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

/** The address of another page, or of this one. */
export function linkOf(bundle: unknown, relation: string): string | null {
  const links = listAt(bundle, 'link');
  return textAt(
    links.find((link) => textAt(link, 'relation')?.toLowerCase() === relation),
    'url',
  );
}

function matchOf(row: unknown, at: number): readonly { name: string; type: string | null }[] {
  if (!isObject(row) || !('resource' in row)) return [];
  if (['include', 'outcome'].includes(textAt(row['search'], 'mode') ?? '')) return [];
  const { resource } = row;
  const type = textAt(resource, 'resourceType');
  const local = `${type}/${textAt(resource, 'id') ?? `#${at}`}`;
  return [{ name: addressOf(textAt(row, 'fullUrl')) ?? local, type }];
}
