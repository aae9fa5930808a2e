import { Refusal } from '../refusal.ts';
import { findMatches } from '../search/find.ts';
import { parseSearch } from '../search/parse.ts';
import type { SearchRequest } from '../search/request.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { firstPage, laterPage, offsetPage } from './page.ts';
import type { Result } from './page-store.ts';
import { preference } from './preference.ts';

/** `GET [base]/[type]?…` and `POST [base]/[type]/_search`. The form of a POST arrives here as the query. */
export function search(context: ServerContext, call: Call): Answer {
  if (call.query.has('_page')) return laterPage(context, call);
  const { traits } = context;
  const query = new URLSearchParams(call.query);
  const moves = traits.paging === 'moves';
  if (moves) query.delete('_offset');
  const request = parseSearch(call.type, query, traits.pageSize);
  refuseIgnored(context, call, request);
  const asked = `${call.type}?${new URLSearchParams(request.used.map(([name, value]) => [name, value]))}`;
  const kept = keptList(context, call, asked);
  const result = kept ?? find(context, call, request);
  if (traits.searchCacheMs > 0 && !kept) context.memory.searches.set(asked, { at: context.now(), result });
  const answer = moves ? offsetPage(context, result, call.query.get('_offset')) : firstPage(context, result);
  return kept ? { ...answer, headers: { ...answer.headers, 'X-Cache': `HIT from ${context.base}` } } : answer;
}

function find(context: ServerContext, call: Call, request: SearchRequest): Result {
  const { traits } = context;
  // HealthLake: docs.aws.amazon.com/healthlake/latest/devguide/searching-fhir-consistency-levels.html
  const strong = call.headers['x-amz-fhir-history-consistency-level'] === 'strong';
  const blind = traits.yearOnlyDates === 'match-nothing' && request.filters.some(isYearOnly);
  const matches = blind
    ? []
    : findMatches(context.repository, request, context.base, traits.hidesPending && !strong);
  const path = `${context.base}/${call.type}`;
  return { self: selfLink(path, request), path, seqs: matches.map(({ seq }) => seq), request };
}

/** The list that the server keeps for this question, unless the client wants none that is kept. */
function keptList({ traits, memory, now }: ServerContext, call: Call, asked: string): Result | undefined {
  if (/no-cache|no-store/.test(call.headers['cache-control'] ?? '')) return undefined;
  const kept = memory.searches.get(asked);
  return kept && now() - kept.at < traits.searchCacheMs ? kept.result : undefined;
}

function isYearOnly({ rule, values }: SearchRequest['filters'][number]): boolean {
  return rule.kind === 'date' && values.some((value) => /^[a-z]*\d{4}$/.test(value));
}

/** Refuses ignored parameters under `Prefer: handling=strict`: http://hl7.org/fhir/R4/search.html#errors */
export function refuseIgnored({ traits }: ServerContext, call: Call, request: SearchRequest): void {
  const strict = traits.unknownParameters === 'refused' || preference(call, 'handling') === 'strict';
  const odd = traits.identifierModifier
    ? []
    : request.filters
        .filter(({ modifier }) => modifier === 'identifier')
        .map(({ rule }) => `${rule.code}:identifier`);
  const refused = [...(strict ? request.ignored : []), ...odd];
  if (refused.length > 0) throw new Refusal(400, 'not-supported', `Not supported: ${refused.join(', ')}.`);
}

/** The self link, with only the parameters that the server applied (R4 search, self link). */
export function selfLink(path: string, request: SearchRequest): string {
  const query = new URLSearchParams(request.used.map(([name, value]) => [name, value]));
  return query.size > 0 ? `${path}?${query}` : path;
}
