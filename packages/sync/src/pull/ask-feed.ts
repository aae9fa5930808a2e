import { EhchError, type EhchErrorCode, type Gap, type ResidentId } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { isObject, readBundle, readPages } from '@ehch/fhir';
import { nextOnBase } from '../http/on-base.ts';
import { withinBase } from '../http/within-base.ts';
import { oneOfEach } from '../pages/one-of-each.ts';
import { pageRows, type PageRow } from '../pages/page-rows.ts';
import { retryAfterMs } from '../push/back-off.ts';
import { ask, askPage, type AskContext, type AskedPage } from '../steps/ask.ts';
import { fits, isRefusal } from '../steps/ask-query.ts';
import { isNotOffered, notOfferedGap } from '../steps/not-offered.ts';
import type { Feed } from '../steps/queries.ts';

/** One page of a feed. */
export type FedPage =
  | {
      readonly state: 'loaded';
      readonly rows: readonly PageRow[];
      /** The next page, at the configured address. `null`: this is the last, or {@link FedPage.gaps} says why not. */
      readonly next: string | null;
      /** Whether the server had more than this page, with a link or without one that may be followed. */
      readonly more: boolean;
      readonly gaps: readonly Gap[];
      /** When the server answered, by its own clock. `null`: it does not say, or there were several answers. */
      readonly servedAt: string | null;
      /** Of whom the server refuses this, asked alone. The rows are those of the others. */
      readonly refused: readonly ResidentId[];
    }
  /** Everybody is refused. */
  | { readonly state: 'withheld' }
  | {
      readonly state: 'failed';
      readonly code: EhchErrorCode;
      readonly status?: number;
      readonly retryAfterMs: number | null;
    };

/**
 * Asks for a page of one feed. A refusal of a question about several residents says nothing about each of them: some servers
 * refuse a whole search for one resident. So each is then asked for alone.
 */
export async function askFeed(
  context: AskContext,
  feed: Feed,
  residents: readonly ResidentId[],
  further: string,
): Promise<FedPage> {
  const page = await askTogether(context, feed, residents, further);
  if (page.state === 'withheld' && residents.length > 1)
    return askEachAlone(context, feed, residents, further);
  const isLacking = page.state === 'failed' && (await isNotOffered(context, feed.kind, page.status));
  return isLacking ? { ...NOTHING, gaps: [notOfferedGap(feed.kind)] } : page;
}

/** An answer without a row. */
const NOTHING = { state: 'loaded', rows: [], next: null, more: false, servedAt: null, refused: [] } as const;

/** Asks for each resident alone, to the end. If one question fails, all have: half a list would read as the whole. */
async function askEachAlone(
  context: AskContext,
  feed: Feed,
  residents: readonly ResidentId[],
  further: string,
): Promise<FedPage> {
  const [rows, gaps, refused]: [PageRow[], Gap[], ResidentId[]] = [[], [], []];
  let more = false;
  for (const resident of residents) {
    const page = await inParts(context, feed, [resident], further);
    if (page.state === 'failed') return page;
    if (page.state === 'withheld') refused.push(resident);
    else {
      rows.push(...page.rows);
      gaps.push(...page.gaps);
      more ||= page.more;
    }
  }
  if (refused.length === residents.length) return { state: 'withheld' };
  return { state: 'loaded', rows: oneOfEach(rows), next: null, more, gaps, servedAt: null, refused };
}

/** One question about all. A list too long for an address goes by POST, or in parts where the server refuses that. */
async function askTogether(
  context: AskContext,
  feed: Feed,
  residents: readonly ResidentId[],
  further: string,
): Promise<FedPage> {
  const path = addressOf(feed, residents, feed.anyOf?.values ?? [], further);
  if (fits(context, path)) return fedPage(context, path, await askAt(context, path, null));
  if (context.server?.refusesPostSearch !== true) {
    const [type = '', form = ''] = path.split('?');
    const page = await askAt(context, `${type}/_search`, form);
    if (page.state === 'loaded' || !isRefusal(page)) return fedPage(context, path, page);
    // A network failure says nothing about the server, so the next search tries POST again.
    if (context.server !== undefined && page.status !== undefined) context.server.refusesPostSearch = true;
  }
  return inParts(context, feed, residents, further);
}

/** Follows the link of a page. */
export async function askNext(context: AskContext, feed: Feed, link: string): Promise<FedPage> {
  return fedPage(
    context,
    `${feed.kind}?`,
    await askPage(context, withinBase(context.base, link), 'Bundle', null),
  );
}

function addressOf(
  { kind, by, more, anyOf }: Feed,
  residents: readonly ResidentId[],
  values: readonly string[],
  further: string,
): string {
  const codes = anyOf === undefined ? '' : `&${anyOf.name}=${values.map(encodeURIComponent).join(',')}`;
  return `${kind}?${by}=${residents.map(encodeURIComponent).join(',')}${more}${codes}${further}`;
}

function askAt(context: AskContext, path: string, form: string | null): Promise<AskedPage> {
  return askPage(context, withinBase(context.base, path), 'Bundle', form);
}

function fedPage(context: AskContext, question: string, page: AskedPage): FedPage {
  if (page.state === 'withheld') return { state: 'withheld' };
  if (page.state === 'failed') {
    const { error, status, response } = page;
    const wait = response ? retryAfterMs(response.headers, Date.parse(response.headers['date'] ?? '')) : null;
    return { ...failed(error.code, status), retryAfterMs: wait };
  }
  try {
    const { value, response } = page;
    const rows = oneOfEach(pageRows(response.text, value, context.base));
    const link = readBundle(value).next;
    const next = link === null ? null : nextOnBase(context.base, withinBase(context.base, question), link);
    return {
      state: 'loaded',
      rows,
      next,
      more: link !== null,
      gaps: gapsOf(value, link !== null && next === null),
      servedAt: response.headers['date'] ?? null,
      refused: [],
    };
  } catch (error) {
    reportCaught(error, 'sync/feed');
    return failed(error instanceof EhchError ? error.code : 'malformed');
  }
}

/** What the page itself says is missing. Its links and total are followed by the caller. */
function gapsOf(value: unknown, isRefused: boolean): readonly Gap[] {
  const alone = isObject(value) ? { ...value, link: [], total: undefined } : value;
  const gaps = readPages([alone]).gaps.map(({ why, what }): Gap => ({ why, what }));
  return isRefused
    ? [...gaps, { why: 'failed', what: 'further pages at an address that is not configured' }]
    : gaps;
}

/** Residents and codes in one of several addresses, so that each fits. */
const RESIDENTS_A_PART = 10;
const CODES_A_PART = 20;

/** Asks in several addresses, each to its end. If one fails, all have: half a list would read as the whole. */
async function inParts(
  context: AskContext,
  feed: Feed,
  residents: readonly ResidentId[],
  further: string,
): Promise<FedPage> {
  const rows: PageRow[] = [];
  const gaps: Gap[] = [];
  let more = false;
  for (const people of parted(residents, RESIDENTS_A_PART))
    for (const codes of parted(feed.anyOf?.values ?? [''], CODES_A_PART)) {
      const asked = await ask(context, addressOf(feed, people, codes, further), 'Bundle');
      if (asked.state === 'withheld') return { state: 'withheld' };
      if (asked.state === 'failed') return failed(asked.error.code, asked.status);
      if (asked.broke) return failed(asked.broke.error.code);
      for (const page of asked.pages) {
        const value: unknown = JSON.parse(page);
        rows.push(...pageRows(page, value, context.base));
        gaps.push(...gapsOf(value, false));
      }
      more ||= asked.more;
    }
  return { state: 'loaded', rows: oneOfEach(rows), next: null, more, gaps, servedAt: null, refused: [] };
}

function parted<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}

function failed(code: EhchErrorCode, status?: number): Extract<FedPage, { state: 'failed' }> {
  return { state: 'failed', code, retryAfterMs: null, ...(status === undefined ? {} : { status }) };
}
