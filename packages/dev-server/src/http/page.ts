import type { Version } from '../repository/version.ts';
import { Refusal } from '../refusal.ts';
import type { FhirResource } from '../resource.ts';
import { included } from '../search/include.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { operationOutcome } from './outcome.ts';
import type { Result } from './page-store.ts';
import { parseResource } from './versions.ts';

/** Answers with the first page of a result. The result is kept only if there are more pages. */
export function firstPage(context: ServerContext, result: Result): Answer {
  const more = result.request.count > 0 && result.seqs.length > result.request.count;
  const token = more ? context.pages.keep(result) : null;
  return page(context, result, 0, (offset) => keptAddress(context, result, token, offset));
}

/** Answers with a later page, by the token in a next or previous link. */
export function laterPage(context: ServerContext, call: Call): Answer {
  const { query } = call;
  const token = query.get('_page') ?? query.get('_getpages');
  if (token === null) throw new Refusal(400, 'invalid', 'Name a resource type in the address.');
  const result = context.pages.find(token);
  if (!result) throw new Refusal(410, 'not-found', 'This page is no longer kept. Ask the search again.');
  const offset = wholeOffset(query.get('_pageOffset') ?? query.get('_getpagesoffset'));
  return page(context, result, offset, (at) => keptAddress(context, result, token, at));
}

/** Answers with a page that is cut out of a new search. */
export function offsetPage(context: ServerContext, result: Result, offset: string | null): Answer {
  const join = result.self.includes('?') ? '&' : '?';
  return page(context, result, wholeOffset(offset), (at) => `${result.self}${join}_offset=${at}`);
}

function wholeOffset(text: string | null): number {
  const offset = Number(text ?? 0);
  return Number.isSafeInteger(offset) && offset > 0 ? offset : 0;
}

function keptAddress(context: ServerContext, result: Result, token: string | null, offset: number): string {
  if (context.traits.pageLinks === 'type') return `${result.path}?_page=${token}&_pageOffset=${offset}`;
  const { count } = result.request;
  return `${context.base}?_getpages=${token}&_getpagesoffset=${offset}&_count=${count}&_bundletype=searchset`;
}

function page(
  context: ServerContext,
  result: Result,
  offset: number,
  at: (offset: number) => string,
): Answer {
  const { request, seqs } = result;
  const shown = request.count === 0 ? [] : seqs.slice(offset, offset + request.count);
  const matches = shown.flatMap((seq) => toShow(context, seq, offset));
  const extras = included(context.repository, request, matches, context.base);
  const entry = [
    ...matches.map((version) => entryOf(context, version, 'match', request.elements)),
    ...extras.map((version) => entryOf(context, version, 'include', request.elements)),
    ...(offset === 0 && request.ignored.length > 0 ? [ignoredEntry(request.ignored)] : []),
  ];
  const link = [{ relation: 'self', url: offset === 0 ? result.self : at(offset) }];
  if (offset > 0) link.push({ relation: 'previous', url: at(Math.max(0, offset - request.count)) });
  const more = request.count > 0 && offset + request.count < seqs.length;
  if (more) link.push({ relation: 'next', url: at(offset + request.count) });
  const bundle = {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(saysTotal(context, result, offset, more) ? { total: seqs.length } : {}),
    link,
  };
  return { status: 200, resource: entry.length > 0 ? { ...bundle, entry } : bundle };
}

function saysTotal({ traits }: ServerContext, { request }: Result, offset: number, more: boolean): boolean {
  if (request.total === 'none' && request.count > 0) return false;
  return traits.total === 'always' || request.total !== null || request.count === 0 || offset > 0 || !more;
}

/** What a page shows of a match: nothing of what was deleted meanwhile, since a person may have asked for that. */
function toShow({ repository, traits }: ServerContext, seq: number, offset: number): Version[] {
  const version = repository.versionAt(seq);
  const newest = version && repository.newest(version.type, version.id);
  if (!version || !newest?.json) return [];
  if (traits.paging === 'loses-changed' && offset > 0 && newest.seq !== seq) return [];
  return [traits.paging === 'newest' ? newest : version];
}

function entryOf(
  context: ServerContext,
  version: Version,
  mode: 'match' | 'include',
  elements: readonly string[] | null,
): object {
  const resource = parseResource(version);
  return {
    fullUrl: `${context.base}/${version.type}/${version.id}`,
    resource: elements ? subset(resource, elements) : resource,
    search: { mode },
  };
}

const SUBSETTED = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' };

/**
 * The requested elements, tagged SUBSETTED so that no client saves them as the whole:
 * http://hl7.org/fhir/R4/search.html#elements
 */
function subset(resource: FhirResource, elements: readonly string[]): FhirResource {
  const kept = new Set([
    'resourceType',
    'id',
    ...elements.map((element) => element.split('.').at(-1) ?? element),
  ]);
  const tags = Array.isArray(resource.meta?.['tag']) ? (resource.meta['tag'] as unknown[]) : [];
  return {
    ...Object.fromEntries(Object.entries(resource).filter(([name]) => kept.has(name))),
    resourceType: resource.resourceType,
    meta: { ...resource.meta, tag: [...tags, SUBSETTED] },
  };
}

function ignoredEntry(names: readonly string[]): object {
  const text = `Not supported and therefore not applied: ${names.join(', ')}.`;
  return { resource: operationOutcome('warning', 'not-supported', text), search: { mode: 'outcome' } };
}
