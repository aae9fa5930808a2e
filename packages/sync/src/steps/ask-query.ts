import { ask, brokenBy, type AskContext, type Asked, type AskedPage } from './ask.ts';
import { isNotOffered, notOfferedGap } from './not-offered.ts';
import type { Query } from './queries.ts';

/**
 * Runs one search of a resident's record, however long its list of codes is.
 *
 * Some servers and proxies refuse an address above 2 KB. FHIR offers `POST [type]/_search` for that. If the server
 * refuses it, the codes are split over several searches. The engine remembers the refusal, so it tries only once.
 */
export async function askQuery(context: AskContext, query: Query): Promise<Asked> {
  const [first, ...others] = await Promise.all([
    askFirst(context, query),
    ...(query.also ?? []).map((also) => ask(context, also, 'Bundle')),
  ]);
  if (first.state === 'failed' && (await isNotOffered(context, query.kind, first.status)))
    return notOffered(query.kind);
  return others.reduce<Asked>((whole, also) => {
    if (whole.state !== 'loaded') return whole;
    if (also.state === 'loaded') return together([whole, also]);
    return { ...whole, broke: whole.broke ?? brokenBy(also, 'what was written without a code') };
  }, first);
}

/** An answer without records, in which all of the kind is missing. */
function notOffered(kind: Query['kind']): Asked {
  const broke = { error: { code: 'not-offered' }, gap: notOfferedGap(kind) } as const;
  return { state: 'loaded', pages: [], more: false, broke, ageMs: 0 };
}

async function askFirst(context: AskContext, query: Query): Promise<Asked> {
  const expected = query.single ? query.kind : 'Bundle';
  const { anyOf } = query;
  if (anyOf === undefined) return ask(context, query.path, expected);
  const whole = addressWith(query, anyOf.values);
  if (fits(context, whole)) return ask(context, whole, expected);
  if (context.server?.refusesPostSearch !== true) {
    const [type = '', form = ''] = whole.split('?');
    const asked = await ask(context, `${type}/_search`, expected, form);
    if (!isRefusal(asked)) return asked;
    // A network failure says nothing about the server, so the next search tries POST again.
    if (context.server !== undefined && asked.state !== 'loaded' && asked.status !== undefined)
      context.server.refusesPostSearch = true;
  }
  return together(await Promise.all(parts(context, query).map((path) => ask(context, path, expected))));
}

/** Characters of a whole address. The strictest servers that we know of take 2,048, and IIS counts escapes. */
const LONGEST_ADDRESS = 1_900;

/** Whether a server of the strictest kind takes this address. */
export function fits({ base }: AskContext, path: string): boolean {
  return base.length + 1 + path.length <= LONGEST_ADDRESS;
}

function addressWith({ path, anyOf }: Query, values: readonly string[]): string {
  return `${path}&${anyOf?.name}=${values.map(encodeURIComponent).join(',')}`;
}

/** Splits a search into as few addresses as fit. */
function parts(context: AskContext, query: Query): readonly string[] {
  const found: string[] = [];
  let open: readonly string[] = [];
  for (const value of query.anyOf?.values ?? []) {
    const more = [...open, value];
    if (open.length === 0 || fits(context, addressWith(query, more))) open = more;
    else {
      found.push(addressWith(query, open));
      open = [value];
    }
  }
  return open.length === 0 ? found : [...found, addressWith(query, open)];
}

/** Statuses of a server or gateway that does not accept POST searches at all. */
const REFUSALS = new Set([400, 403, 404, 405, 406, 411, 413, 414, 415, 422, 501]);

/** Without a status, the browser's CORS preflight may have been refused, which the browser hides from the page. */
export function isRefusal(asked: Asked | AskedPage): boolean {
  if (asked.state === 'loaded') return false;
  if (asked.status === undefined) return asked.state === 'failed' && asked.error.code === 'unreachable';
  return REFUSALS.has(asked.status);
}

/** Joins several answers. If a part failed, the whole has failed: half a list would read as the whole. */
function together(answers: readonly Asked[]): Asked {
  const loaded = answers.filter((answer) => answer.state === 'loaded');
  const failed =
    answers.find(({ state }) => state === 'withheld') ?? answers.find(({ state }) => state === 'failed');
  if (failed !== undefined) return failed;
  return {
    state: 'loaded',
    pages: loaded.flatMap(({ pages }) => pages),
    more: loaded.some(({ more }) => more),
    broke: loaded.find(({ broke }) => broke !== null)?.broke ?? null,
    // The joined answer is as old as its oldest part.
    ageMs: Math.max(0, ...loaded.map(({ ageMs }) => ageMs)),
  };
}
