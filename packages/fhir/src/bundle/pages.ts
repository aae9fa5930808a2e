import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import { addressOf } from '../reference.ts';
import { typeInUrl, wordsFor, type BundleGap } from './bundle-gap.ts';

interface Page {
  readonly self: string | null;
  readonly next: string | null;
  readonly total: number | null;
  /** The names of the records that the search found, without those that came along. */
  readonly matches: readonly string[];
  readonly about: string | null;
}

/** What stands on pages that are not here: a `next` that leads to none of them, or a `total` above what came. */
export function gapsOfPages(bundles: readonly JsonObject[], linksFollowed: boolean): readonly BundleGap[] {
  const pages = bundles.map(pageOf);
  const selves = new Set(pages.map(({ self }) => self));
  const gaps = pages.flatMap((page): readonly BundleGap[] => {
    const { total, next, about } = page;
    // Pages of one question give the same total.
    const together = pages.filter((other) => other.total === total && other.about === about);
    const came = new Set(together.flatMap(({ matches }) => matches)).size;
    const isWhole = total === null ? next === null || linksFollowed || selves.has(next) : came >= total;
    if (isWhole) return [];
    const what = wordsFor(about, 'entries that were not read');
    // Of "there are five" without one of them, nothing at all is known.
    return [{ why: came === 0 ? 'failed' : 'more', what, about }];
  });
  return gaps.filter(
    (gap, at) => at === gaps.findIndex(({ why, what }) => why === gap.why && what === gap.what),
  );
}

function pageOf(bundle: JsonObject): Page {
  const [self, next] = ['self', 'next'].map((relation) =>
    textAt(
      listAt(bundle, 'link').find((link) => textAt(link, 'relation') === relation),
      'url',
    ),
  );
  // Some servers write the number as text.
  const total = Number.parseInt(String(bundle['total']), 10);
  // The total of a history counts versions, of which only the newest is read.
  const counts = bundle['type'] !== 'history' && total >= 0;
  return {
    self: self ?? null,
    next: next ?? null,
    total: counts ? total : null,
    matches: listAt(bundle, 'entry').flatMap((row, at) => nameOfMatch(row, at)),
    about: typeInUrl(self ?? null) ?? typeInUrl(next ?? null),
  };
}

function nameOfMatch(row: unknown, at: number): readonly string[] {
  if (!isObject(row) || !('resource' in row)) return [];
  if (['include', 'outcome'].includes(textAt(row['search'], 'mode') ?? '')) return [];
  const { resource } = row;
  const local = `${textAt(resource, 'resourceType')}/${textAt(resource, 'id') ?? `#${at}`}`;
  return [addressOf(textAt(row, 'fullUrl')) ?? local];
}
