import {
  EhchError,
  type EhchErrorCode,
  type Gap,
  type SectionError,
  type WithheldReason,
} from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { readBundle, textAt } from '@ehch/fhir';
import type { Http, HttpRequest, HttpResponse } from '../http/http.ts';
import { isBusy, isNotNow } from '../http/is-not-now.ts';
import type { Pause } from '../in-slices.ts';
import { nextOnBase } from '../http/on-base.ts';
import { withinBase } from '../http/within-base.ts';
import { jsonOf } from '../push/answer.ts';
import { ageOfAnswer, serverClock, type ServerClock } from './answer-age.ts';
import type { Offered } from './offered.ts';

/** The outcome of a request. `pages` holds the server's own text. */
export type Asked =
  | {
      readonly state: 'loaded';
      readonly pages: readonly string[];
      readonly more: boolean;
      /** Why a further page is missing, or `null`. The pages before it are here. */
      readonly broke: Broke | null;
      /** The age of the oldest page on arrival, in milliseconds. An answer may come from a cache. */
      readonly ageMs: number;
    }
  | { readonly state: 'withheld'; readonly why: WithheldReason; readonly status?: number }
  /** `status` is absent if no answer came. */
  | { readonly state: 'failed'; readonly error: SectionError; readonly status?: number };

interface Broke {
  readonly error: SectionError;
  readonly gap: Gap;
}

/** The server to ask, and the limits of a request. `deadlineMs` is in milliseconds. */
export interface AskContext {
  readonly http: Http;
  readonly base: string;
  readonly deadlineMs: number;
  /** One clock for each server, so that the `Date` of an answer shows whether it comes from a cache. */
  readonly clock?: ServerClock;
  /** What the engine has learnt about the server. */
  readonly server?: ServerManners;
  /** Lets others on this thread go first, between two parts of a long answer. */
  readonly pause?: Pause;
  /** Aborts when nobody needs the answer any more. The request then ends as `unreachable`. */
  readonly stop?: AbortSignal;
}

/** How the server behaves, learnt from its answers. */
export interface ServerManners {
  refusesPostSearch: boolean;
  /** What it stated that it keeps. Absent: it was not asked. */
  offered?: Offered;
}

/** A longer answer is cut and marked as "more", because the first screen must not wait for all of it. */
const MOST_PAGES = 20;
/** Seconds. If a busy server asks for a wait up to this, the engine waits once. */
const LONGEST_WAIT_S = 10;

/**
 * Sends one request and follows its pages. It never throws: the outcome tells a failure. If a further page fails,
 * the pages before it are kept.
 *
 * @param expected the type of the resource that answers it: `Bundle` for a search
 * @param form the parameters of a search that is POSTed; its later pages have addresses of their own
 */
export async function ask(
  context: AskContext,
  path: string,
  expected: string,
  form: string | null = null,
): Promise<Asked> {
  const { base, clock = serverClock() } = context;
  const pages: string[] = [];
  const seen = new Set<string>();
  const loaded = (more: boolean, broke: Broke | null = null): Asked => ({
    state: 'loaded',
    pages,
    more,
    broke,
    ageMs,
  });
  let ageMs = 0;
  let next: string | null = withinBase(base, path);
  // The search as an address that names the resident. A POSTed search names the resident only in its form.
  const question = form === null ? next : `${next.replace(/\/_search$/, '')}?${form}`;
  while (next !== null) {
    if (pages.length === MOST_PAGES) return loaded(true);
    seen.add(next);
    const page = await askPage(context, next, expected, pages.length === 0 ? form : null);
    if (page.state !== 'loaded') return pages.length === 0 ? page : loaded(false, brokenBy(page));
    pages.push(page.response.text);
    if (context.pause) await context.pause();
    ageMs = Math.max(ageMs, ageOfAnswer(page.response, page.value, clock));
    const link = readBundle(page.value).next;
    if (link === null) return loaded(false);
    next = nextOnBase(base, question, link);
    if (next === null) return loaded(false, otherAddress(base));
    // A link back to an earlier page would be followed for ever.
    if (seen.has(next)) return loaded(false, brokenBy(failed('malformed')));
  }
  return loaded(false);
}

/** The outcome of one request: a page with its parsed value, or why there is none. */
export type AskedPage =
  | { readonly state: 'loaded'; readonly response: HttpResponse; readonly value: unknown }
  | { readonly state: 'withheld'; readonly why: WithheldReason; readonly status?: number }
  | {
      readonly state: 'failed';
      readonly error: SectionError;
      readonly status?: number;
      /** The answer, where one came. */
      readonly response?: HttpResponse;
    };

/** Sends one request, and waits once where a busy server names a short wait. It never throws. */
export async function askPage(
  context: AskContext,
  url: string,
  expected: string,
  form: string | null,
): Promise<AskedPage> {
  try {
    const response = await patiently(context, url, form);
    const { status } = response;
    if (status === 403) return { state: 'withheld', why: 'role', status };
    if (status !== 200) return { ...failed(codeOf(status)), status, response };
    const value = parse(response.text, expected);
    return value === null ? failed('malformed') : { state: 'loaded', response, value };
  } catch (error) {
    reportCaught(error, 'sync/ask', expected);
    return failed(error instanceof EhchError ? error.code : 'malformed');
  }
}

/**
 * Whether a FHIR server says that what was read by its id is not there. A gateway's page under the same status may stand for
 * anything, and deletes nothing (SPEC L5).
 */
export function saysGone(page: AskedPage): boolean {
  if (page.state !== 'failed' || (page.status !== 404 && page.status !== 410)) return false;
  return textAt(jsonOf(page.response?.text ?? ''), 'resourceType') !== null;
}

/** The gap in an answer whose part `what` failed or was withheld. */
export function brokenBy(
  part: Exclude<Asked | AskedPage, { state: 'loaded' }>,
  what = 'further pages',
): Broke {
  const error = part.state === 'failed' ? part.error : { code: 'forbidden' as const };
  return { error, gap: { why: part.state, what } };
}

/** The gap for a next page at a foreign address. Only the server's administrator can mend that. */
function otherAddress(base: string): Broke {
  const what = `further pages: the server names them by another address than ${base}, and has to be told this one`;
  return { error: { code: 'malformed' }, gap: { why: 'failed', what } };
}

function failed(code: EhchErrorCode): Extract<Asked, { state: 'failed' }> {
  return { state: 'failed', error: { code } };
}

/** Sends a request. If the server is busy and names a short wait, it waits and sends the request once more. */
async function patiently(
  { http, deadlineMs, stop }: AskContext,
  url: string,
  form: string | null,
): Promise<HttpResponse> {
  const accept = 'application/fhir+json';
  const request: HttpRequest =
    form === null
      ? { method: 'GET', url, headers: { accept }, body: null, deadlineMs }
      : {
          method: 'POST',
          url,
          headers: { accept, 'content-type': 'application/x-www-form-urlencoded' },
          body: form,
          deadlineMs,
        };
  const send = () => {
    // L11. Nobody needs the answer any more.
    if (stop?.aborted) throw new EhchError('unreachable', 'The request was stopped before it was sent.');
    return http.request(request, stop);
  };
  const first = await send();
  if (!isBusy(first.status)) return first;
  const seconds = Number(first.headers['retry-after']);
  if (!(seconds >= 0 && seconds <= LONGEST_WAIT_S)) return first;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return send();
}

const BY_STATUS: { readonly [status: number]: EhchErrorCode } = {
  401: 'signed-out',
  404: 'not-found',
  408: 'timeout',
  410: 'not-found',
};

function codeOf(status: number): EhchErrorCode {
  return BY_STATUS[status] ?? (isBusy(status) ? 'busy' : isNotNow(status) ? 'server-error' : 'malformed');
}

/**
 * Returns the answer if it is the expected resource, or `null`. A login page, a proxy's page or an OperationOutcome
 * under status 200 must not read as "nothing found".
 */
function parse(text: string, expected: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return textAt(value, 'resourceType') === expected ? value : null;
  } catch {
    // An answer that is not JSON becomes `malformed` in the caller.
    return null;
  }
}
