import type { Adapter } from './adapter.ts';

/** A document, as its own address and place in the tab say it. */
export interface Page {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly isTop: boolean;
}

/** The adapter for a document, if there is one. No two adapters claim the same: a test of the registry proves it. */
export function adapterFor(adapters: readonly Adapter[], page: Page): Adapter | null {
  return (
    adapters.find(
      ({ frame, match }) =>
        (frame === 'top') === page.isTop &&
        match.some(({ origin, pathPrefix }) => isOrigin(origin, page) && isBelow(pathPrefix, page.pathname)),
    ) ?? null
  );
}

/** The demo's hosts are plain http on whatever port is free; every other host is matched to the letter. */
export function isOrigin(
  origin: string,
  { protocol, hostname, port }: Omit<Page, 'pathname' | 'isTop'>,
): boolean {
  const own = `${protocol}//${hostname}`;
  return origin === (protocol === 'http:' || port === '' ? own : `${own}:${port}`);
}

/** By whole segments: `/resident` is not the beginning of `/residents`. */
function isBelow(prefix: string, pathname: string): boolean {
  return pathname === prefix || pathname.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}
