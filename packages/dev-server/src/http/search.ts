import { Refusal } from '../refusal.ts';
import { findMatches } from '../search/find.ts';
import { parseSearch } from '../search/parse.ts';
import type { SearchRequest } from '../search/request.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { firstPage, laterPage } from './page.ts';
import { preference } from './preference.ts';

/** `GET [base]/[type]?…` and `POST [base]/[type]/_search`. The form of a POST arrives here as the query. */
export function search(context: ServerContext, call: Call): Answer {
  if (call.query.has('_page')) return laterPage(context, call);
  const request = parseSearch(call.type, call.query);
  refuseIgnoredIfStrict(call, request);
  const seqs = findMatches(context.repository, request, context.base).map((version) => version.seq);
  const path = `${context.base}/${call.type}`;
  return firstPage(context, { self: selfLink(path, request), path, seqs, request });
}

/** Refuses ignored parameters under `Prefer: handling=strict`: http://hl7.org/fhir/R4/search.html#errors */
export function refuseIgnoredIfStrict(call: Call, request: SearchRequest): void {
  if (request.ignored.length === 0 || preference(call, 'handling') !== 'strict') return;
  throw new Refusal(400, 'not-supported', `Not supported: ${request.ignored.join(', ')}.`);
}

/** The self link, with only the parameters that the server applied (R4 search, self link). */
export function selfLink(path: string, request: SearchRequest): string {
  const query = new URLSearchParams(request.used.map(([name, value]) => [name, value]));
  return query.size > 0 ? `${path}?${query}` : path;
}
