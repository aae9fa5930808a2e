import type { Version } from '../repository/dev-repository.ts';
import { Refusal } from '../refusal.ts';
import { dateRange } from '../search/date-range.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { etag, parseResource } from './versions.ts';

const DEFAULT_COUNT = 100;
const MAX_COUNT = 1000;

/**
 * `_history` of an instance, a type or the whole system: newest first, with deletions.
 * The next link names a position in the log, so it stays right while the log grows.
 */
export function history(context: ServerContext, call: Call): Answer {
  const { type, id, query } = call;
  if (id !== '' && !context.repository.newest(type, id)) {
    throw new Refusal(404, 'not-found', `There is no such ${type}.`);
  }
  const count = Math.min(wholeNumber(query, '_count') ?? DEFAULT_COUNT, MAX_COUNT);
  const before = wholeNumber(query, '_before');
  const since = sinceOf(query);
  const page = context.repository.history({
    ...(type === '' ? {} : { type }),
    ...(id === '' ? {} : { id }),
    ...(since === undefined ? {} : { since }),
    ...(before === undefined ? {} : { before }),
    // One more than a page, to know whether there is a next page.
    limit: count + 1,
  });
  const shown = page.slice(0, count);
  const path = [context.base, type, id, '_history'].filter((part) => part !== '').join('/');
  const link = [{ relation: 'self', url: addressed(path, query) }];
  const last = shown.at(-1);
  if (page.length > count && last) {
    const next = new URLSearchParams(query);
    next.set('_before', String(last.seq));
    link.push({ relation: 'next', url: addressed(path, next) });
  }
  const entry = shown.map((version) => historyEntry(context, version));
  return { status: 200, resource: { resourceType: 'Bundle', type: 'history', link, entry } };
}

function historyEntry(context: ServerContext, version: Version): object {
  const path = `${version.type}/${version.id}`;
  return {
    fullUrl: `${context.base}/${path}`,
    ...(version.json === null ? {} : { resource: parseResource(version) }),
    request: { method: version.method, url: version.method === 'POST' ? version.type : path },
    response: {
      status: version.method === 'DELETE' ? '204' : version.vid === 1 ? '201' : '200',
      etag: etag(version),
      lastModified: new Date(version.updated).toISOString(),
    },
  };
}

function sinceOf(query: URLSearchParams): number | undefined {
  const since = query.get('_since');
  if (since === null) return undefined;
  const start = dateRange(since)?.start;
  if (start === undefined) throw new Refusal(400, 'value', '_since takes a FHIR instant.');
  return start;
}

function wholeNumber(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  if (!/^\d{1,15}$/.test(value)) throw new Refusal(400, 'value', `${name} takes a whole number from 0.`);
  return Number(value);
}

function addressed(path: string, query: URLSearchParams): string {
  return query.size > 0 ? `${path}?${query}` : path;
}
