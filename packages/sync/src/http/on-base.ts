import { withinBase } from './within-base.ts';

/** Parameters that say who a page is about: they must be the same on every page of one question. */
const ABOUT = ['patient', 'subject', '_id', 'code'];

/**
 * The address of a next page, always below the configured base. A server behind a proxy may name itself by another address:
 * its question is put to the configured one where its path and whom it asks about agree. `null`: they do not, and the page
 * cannot be asked for, because the token and the question must not go to an address that nobody configured.
 */
export function nextOnBase(base: string, asked: string, link: string): string | null {
  try {
    return withinBase(base, link);
  } catch {
    // Another address than the configured one: where its path agrees, it is asked there.
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

/** The path that was asked, where the other ends in the same resource type: only the way to the server is another. */
function sameType(own: string, other: string): string | null {
  const type = own.split('/').at(-1) ?? '';
  return type !== '' && other.split('/').at(-1) === type ? own : null;
}

function bare(path: string): string {
  return path.replace(/\/+$/, '');
}
