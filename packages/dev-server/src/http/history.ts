import type { Version } from '../repository/version.ts';
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
  refuseLevel(context, call);
  if (id !== '' && !context.repository.newest(type, id)) {
    throw new Refusal(404, 'not-found', `There is no such ${type}.`);
  }
  const count = Math.min(wholeNumber(query, '_count') ?? DEFAULT_COUNT, MAX_COUNT);
  const before = wholeNumber(query, '_before');
  const offset = wholeNumber(query, '_offset') ?? 0;
  const since = sinceOf(query);
  const page = context.repository.history({
    ...(type === '' ? {} : { type }),
    ...(id === '' ? {} : { id }),
    ...(since === undefined ? {} : { since }),
    ...(before === undefined ? {} : { before }),
    offset,
    // One more than a page, to know whether there is a next page.
    limit: count + 1,
  });
  const shown = page.slice(0, count);
  const path = [context.base, type, id, '_history'].filter((part) => part !== '').join('/');
  const link = [{ relation: 'self', url: addressed(path, query) }];
  const last = shown.at(-1);
  if (page.length > count && last) {
    const next = new URLSearchParams(query);
    // A number of entries from the newest is wrong as soon as something is written.
    if (context.traits.historyPaging === 'offset') next.set('_offset', String(offset + count));
    else next.set('_before', String(last.seq));
    link.push({ relation: 'next', url: addressed(path, next) });
  }
  const entry = shown.map((version) => historyEntry(context, version));
  return { status: 200, resource: { resourceType: 'Bundle', type: 'history', link, entry } };
}

/** @throws {Refusal} 404 for a level at which this server keeps no history */
function refuseLevel({ traits }: ServerContext, { type, id }: Call): void {
  const level = id !== '' ? 'instance' : type !== '' ? 'type' : 'system';
  if (traits.histories.includes(level)) return;
  throw new Refusal(
    404,
    'not-supported',
    `This server has no history of ${level === 'system' ? 'all' : `a ${level}`}.`,
  );
}

function historyEntry(context: ServerContext, version: Version): object {
  const path = `${version.type}/${version.id}`;
  const { historyDates, firstVersionAsPost } = context.traits;
  const method = firstVersionAsPost && version.vid === 1 ? 'POST' : version.method;
  return {
    fullUrl: `${context.base}/${path}`,
    ...(version.json === null ? {} : { resource: parseResource(version) }),
    request: { method, url: method === 'POST' ? version.type : path },
    response: {
      status: version.method === 'DELETE' ? '204' : version.vid === 1 ? '201' : '200',
      etag: etag(version),
      ...(historyDates ? { lastModified: new Date(version.updated).toISOString() } : {}),
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
