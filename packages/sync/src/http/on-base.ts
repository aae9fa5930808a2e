import { withinBase } from './within-base.ts';

/** Parameters that say what a page is about. They must be the same on every page of one search. */
const ABOUT = ['patient', 'subject', '_id', 'code'];

/**
 * Returns the address of the next page, always below the configured base.
 *
 * A server behind a proxy may name itself by another address. The page is then asked for at the configured address,
 * if its path and its resident agree with the first page. `null` means that they do not: the token and the
 * resident's id must not go to an address that nobody configured.
 */
export function nextOnBase(base: string, asked: string, link: string): string | null {
  try {
    return withinBase(base, link);
  } catch {
    // The link has another address than the configured one. If its path agrees, the configured server is asked.
    return elsewhere(base, asked, link);
  }
}

function elsewhere(base: string, asked: string, link: string): string | null {
  const root = new URL(base.endsWith('/') ? base : `${base}/`);
  const question = new URL(asked);
  const named = URL.parse(link, root.href);
  if (!named || !/^https?:$/.test(named.protocol) || named.username || named.password) return null;
  const path = [question.pathname, root.pathname].find((own) => bare(own) === bare(named.pathname));
  const own = path ?? sameType(question.pathname, named.pathname);
  if (own === null) return null;
  for (const [key, value] of named.searchParams) {
    const before = question.searchParams.get(key);
    if (ABOUT.includes(key) && before !== null && before !== value) return null;
  }
  return withinBase(base, `${root.origin}${own}${named.search}`);
}

/**
 * Returns the path of the first page if the link ends in the same resource type: a proxy only changed the way there.
 */
function sameType(own: string, other: string): string | null {
  const type = own.split('/').at(-1) ?? '';
  return type !== '' && other.split('/').at(-1) === type ? own : null;
}

function bare(path: string): string {
  return path.replace(/\/+$/, '');
}
