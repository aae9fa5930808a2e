import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { startDevServer, type PersonalityChoice } from '@ehch/dev-server';
import { fetchHttp } from '../http/fetch-http.ts';
import type { HttpRequest } from '../http/http.ts';
import { twoResidents } from '../../test/two-residents.ts';
import { askQuery } from './ask-query.ts';
import type { AskContext, ServerManners } from './ask.ts';
import { queries } from './queries.ts';

const [query] = queries('agnes').filter(({ kind }) => kind === 'Observation');
assert.ok(query?.anyOf);
const { also, ...observations } = query;

/** One code at each end of the list, so that each of several searches finds something. */
const observed = [observations.anyOf?.values[0], observations.anyOf?.values.at(-1)].map((value, n) => {
  const [system = '', code = ''] = value?.split('|') ?? [];
  return {
    resourceType: 'Observation',
    id: `observed-${n}`,
    status: 'final',
    code: { coding: [{ system, code }] },
    subject: { reference: 'Patient/agnes' },
    effectiveDateTime: '2026-11-01',
  };
});

/** Asks a real server for observations twice. Returns the outcomes and the requests on the wire. */
async function askedOf(personality: PersonalityChoice, answered?: (request: HttpRequest) => number | null) {
  const server = await startDevServer({ resources: [...twoResidents, ...observed], personality });
  const http = fetchHttp(fetch);
  const sent: HttpRequest[] = [];
  const manners: ServerManners = { refusesPostSearch: false };
  const context: AskContext = {
    http: {
      request: async (request) => {
        sent.push(request);
        const status = answered?.(request) ?? null;
        if (status === 0) throw new EhchError('unreachable', 'No connection.');
        return status === null ? http.request(request) : { status, headers: {}, text: '{}' };
      },
    },
    base: server.url,
    deadlineMs: 3_000,
    server: manners,
  };
  try {
    const first = await askQuery(context, observations);
    const before = sent.length;
    const second = await askQuery(context, observations);
    assert.equal(second.state, first.state);
    return { result: first, sent, first: sent.slice(0, before), second: sent.slice(before), manners };
  } finally {
    await server.close();
  }
}

const idsIn = (pages: readonly string[]) =>
  new Set([...pages.join('').matchAll(/"id":"(observed-\d)"/g)].map(([, id]) => id));
const methods = (sent: readonly HttpRequest[]) => sent.map(({ method }) => method).join(' ');

test('a list of codes that is too long for an address goes by POST, and no address is longer than 1,900', async () => {
  const { result, first } = await askedOf({ longestAddress: 2_000 });
  assert.ok(result.state === 'loaded');
  assert.deepEqual(idsIn(result.pages), new Set(['observed-0', 'observed-1']));
  assert.equal(methods(first), 'POST');
  assert.doesNotMatch(first[0]?.url ?? '', /agnes/, 'who is asked about is not in the address');
});

test('a server without POST search is asked in several searches, which find the same', async () => {
  const { result, first, second, manners } = await askedOf({ longestAddress: 2_000, postSearch: false });
  assert.ok(result.state === 'loaded');
  assert.deepEqual(idsIn(result.pages), new Set(['observed-0', 'observed-1']));
  assert.match(methods(first), /^POST( GET){2,}$/);
  for (const { url, method } of first)
    assert.ok(method === 'POST' || url.length <= 1_900, String(url.length));
  const codes = first.flatMap(({ url }) => new URL(url).searchParams.get('code')?.split(',') ?? []);
  assert.deepEqual(codes, observations.anyOf?.values, 'every code is asked for, once');
  assert.equal(manners.refusesPostSearch, true);
  assert.doesNotMatch(methods(second), /POST/, 'what a server has said once it is not asked again');
});

for (const status of [400, 403, 404, 405, 415, 501])
  test(`a POST that is answered with ${status} is asked again by GET, whose answer counts`, async () => {
    const { result } = await askedOf({}, ({ method }) => (method === 'POST' ? status : null));
    assert.equal(result.state, 'loaded');
  });

test('a network failure says nothing about the server: POST is tried again the next time', async () => {
  const { result, manners } = await askedOf({}, ({ method }) => (method === 'POST' ? 0 : null));
  assert.equal(result.state, 'loaded');
  assert.equal(manners.refusesPostSearch, false);
});

for (const [status, state] of [
  [401, 'failed'],
  [503, 'failed'],
] as const)
  test(`a POST that is answered with ${status} has failed, and is not asked in another way`, async () => {
    const { result, first } = await askedOf({}, () => status);
    assert.equal(result.state, state);
    assert.equal(methods(first), 'POST');
  });

test('one failed search of several makes the whole fail, because half a list would read as the whole', async () => {
  let gets = 0;
  const { result } = await askedOf({ postSearch: false }, ({ method }) =>
    method === 'GET' && gets++ % 2 === 1 ? 500 : null,
  );
  assert.equal(result.state, 'failed');
});

test('facts without a code are asked for beside the codes, and their failure is a gap, not a failure', async () => {
  assert.match(also?.join() ?? '', /category=social-history,survey/);
  const answered = (status: number) => {
    const http = {
      request: async ({ url }: HttpRequest) =>
        url.includes('category=')
          ? { status, headers: {}, text: '{"resourceType":"Bundle","id":"words"}' }
          : { status: 200, headers: {}, text: '{"resourceType":"Bundle","id":"codes"}' },
    };
    return askQuery({ http, base: 'https://record.test/fhir', deadlineMs: 1000 }, query);
  };
  const both = await answered(200);
  assert.ok(both.state === 'loaded' && !both.more);
  assert.match(both.pages.join(' '), /codes.*words/);
  for (const [status, why] of [
    [400, 'failed'],
    [403, 'withheld'],
  ] as const) {
    const half = await answered(status);
    assert.ok(half.state === 'loaded' && half.pages.length === 1);
    assert.deepEqual(half.broke?.gap, { why, what: 'what was written without a code' });
  }
});

test('a list that fits goes by GET, which every server accepts', async () => {
  const sent: HttpRequest[] = [];
  const http = {
    request: async (request: HttpRequest) => {
      sent.push(request);
      return { status: 200, headers: {}, text: '{"resourceType":"Bundle"}' };
    },
  };
  const context = { http, base: 'https://record.test/fhir', deadlineMs: 1000 };
  await askQuery(context, { ...observations, anyOf: { name: 'code', values: ['a|1', 'b|2'] } });
  assert.match(sent[0]?.url ?? '', /&code=a%7C1,b%7C2$/);
});
