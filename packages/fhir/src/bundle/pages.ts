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
  readonly about: string | null;
}

/** What stands on pages that are not here: a `next` that leads to none of them, or a `total` above what came. */
export function gapsOfPages(bundles: readonly JsonObject[], linksFollowed: boolean): readonly BundleGap[] {
  const pages = bundles.map(pageOf);
  const selves = new Set(pages.map(({ self }) => self));
  const followed = new Set(pages.map(({ next }) => next));
  const gaps = pages.flatMap((page): readonly BundleGap[] => {
    const { total, next, about } = page;
    const isFirst = page.previous === null || selves.has(page.previous) || followed.has(page.self);
    // Pages of one question give the same total.
    const together = pages.filter((other) => other.total === total && other.about === about);
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
  return {
    self: self ?? null,
    next: next ?? null,
    previous,
    total: counts ? total : null,
    matches: listAt(bundle, 'entry').flatMap((row, at) => nameOfMatch(row, at)),
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

function nameOfMatch(row: unknown, at: number): readonly string[] {
  if (!isObject(row) || !('resource' in row)) return [];
  if (['include', 'outcome'].includes(textAt(row['search'], 'mode') ?? '')) return [];
  const { resource } = row;
  const local = `${textAt(resource, 'resourceType')}/${textAt(resource, 'id') ?? `#${at}`}`;
  return [addressOf(textAt(row, 'fullUrl')) ?? local];
}
