import type { Adapter } from './binding.ts';
import type { Template } from './template.ts';

/** A document's address, and whether it is the tab's top page. */
export interface Page {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly isTop: boolean;
}

/** Returns the adapter for a document, or `null`. A test of the registry proves that no two adapters match one page. */
export function adapterFor(adapters: readonly Adapter[], page: Page): Adapter | null {
  return (
    adapters.find(
      ({ template, match }) =>
        isOfFrame(template, page.isTop) &&
        match.some(({ origin, pathPrefix }) => isOrigin(origin, page) && isBelow(pathPrefix, page.pathname)),
    ) ?? null
  );
}

/** The adapters for a frame, by its place and origin, and not by its path: a page can change that without loading. */
export function adaptersOfFrame(
  adapters: readonly Adapter[],
  page: Omit<Page, 'pathname'>,
): readonly Adapter[] {
  return adapters.filter(
    ({ template, match }) =>
      isOfFrame(template, page.isTop) && match.some(({ origin }) => isOrigin(origin, page)),
  );
}

/** A page as the browser places it, for the vault. */
export interface PlaceOfPage {
  readonly page: URL;
  readonly isTop: boolean;
  /** The page of the tab. `null`: the browser does not say, because it is no site of ours. */
  readonly around: URL | null;
}

/**
 * Whether an adapter of this id may report this page. For a frame, the page of the tab counts too: somebody else's
 * page could show the frame of a record beside its own words.
 */
export function isAdapterOf(
  adapters: readonly Adapter[],
  id: string,
  { page, isTop, around }: PlaceOfPage,
): boolean {
  return adapters.some(
    (adapter) =>
      adapter.id === id &&
      isOfFrame(adapter.template, isTop) &&
      [page, ...(isTop ? [] : [around])].every(
        (each) => each !== null && adapter.match.some(({ origin }) => isOrigin(origin, each)),
      ),
  );
}

/** Whether a banner, or a part of one, stands in this kind of frame. */
export function isOfFrame({ frame, layouts }: Template, isTop: boolean): boolean {
  return layouts.some(
    (layout) => (('part' in layout && layout.frame) || frame) === (isTop ? 'top' : 'child'),
  );
}

/** Whether a page has this origin. A host of the demo without a port stands for each of its ports. */
export function isOrigin(
  origin: string,
  { protocol, hostname, port }: Omit<Page, 'pathname' | 'isTop'>,
): boolean {
  const host = `${protocol}//${hostname}`;
  return origin === (port === '' ? host : `${host}:${port}`) || (protocol === 'http:' && origin === host);
}

/** Compares whole segments: `/resident` is no prefix of `/residents`. */
export function isBelow(prefix: string, pathname: string): boolean {
  return pathname === prefix || pathname.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}
