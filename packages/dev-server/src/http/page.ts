import type { Version } from '../repository/dev-repository.ts';
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
  return page(context, result, more ? context.pages.keep(result) : null, 0);
}

/** Answers with a later page, by the token in a next or previous link. */
export function laterPage(context: ServerContext, call: Call): Answer {
  const token = call.query.get('_page') ?? '';
  const result = context.pages.find(token);
  if (!result) throw new Refusal(410, 'not-found', 'This page is no longer kept. Ask the search again.');
  const offset = Number(call.query.get('_pageOffset') ?? 0);
  return page(context, result, token, Number.isSafeInteger(offset) && offset > 0 ? offset : 0);
}

function page(context: ServerContext, result: Result, token: string | null, offset: number): Answer {
  const { request, seqs } = result;
  const shown = request.count === 0 ? [] : seqs.slice(offset, offset + request.count);
  const matches = shown.flatMap((seq) => alive(context, seq));
  const extras = included(context.repository, request, matches, context.base);
  const entry = [
    ...matches.map((version) => entryOf(context, version, 'match', request.elements)),
    ...extras.map((version) => entryOf(context, version, 'include', request.elements)),
    ...(offset === 0 && request.ignored.length > 0 ? [ignoredEntry(request.ignored)] : []),
  ];
  const at = (start: number): string => `${result.path}?_page=${token}&_pageOffset=${start}`;
  const link = [{ relation: 'self', url: offset === 0 || token === null ? result.self : at(offset) }];
  if (token !== null && offset > 0) {
    link.push({ relation: 'previous', url: at(Math.max(0, offset - request.count)) });
  }
  if (token !== null && offset + request.count < seqs.length) {
    link.push({ relation: 'next', url: at(offset + request.count) });
  }
  const bundle = { resourceType: 'Bundle', type: 'searchset', total: seqs.length, link };
  return { status: 200, resource: entry.length > 0 ? { ...bundle, entry } : bundle };
}

/** Leaves out resources deleted since the first page: a person may have asked for that deletion. */
function alive(context: ServerContext, seq: number): Version[] {
  const version = context.repository.versionAt(seq);
  if (!version) return [];
  return context.repository.newest(version.type, version.id)?.json ? [version] : [];
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
