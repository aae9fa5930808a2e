import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { openMemoryStore, SERVER_SOURCE } from '@ehch/store';
import type { HttpRequest, HttpResponse } from '../http/http.ts';
import { newRecord } from '../record.ts';
import { askKinds } from './ask-kinds.ts';
import { queries } from './queries.ts';
import { turns } from './turns.ts';
import { viewOf } from './view-of.ts';

const BASE = 'https://record.test/fhir';
const NOW = '2026-11-21T09:30:00Z';
const NAMES = ['asthma', 'gout', 'cataract', 'angina'];

const problem = (name: string, more: object = {}) => ({
  resourceType: 'Condition',
  id: name,
  clinicalStatus: { coding: [{ code: 'active' }] },
  code: { text: name },
  subject: { reference: 'Patient/agnes' },
  ...more,
});

type Answer = Partial<HttpResponse> | EhchError;

const bundle = (names: readonly (string | object)[], more: object = {}): Answer => ({
  text: JSON.stringify({
    resourceType: 'Bundle',
    type: 'searchset',
    entry: names.map((each) => ({ resource: typeof each === 'string' ? problem(each) : each })),
    ...more,
  }),
});
const next = (url: string) => ({ link: [{ relation: 'next', url }] });
const SECOND = `${BASE}/Condition?patient=agnes&page=2`;

/** The summary's problems section, from a server that answers the first and later pages like this. */
async function problemsOf(first: Answer, later: (url: URL, asked: number) => Answer) {
  const store = openMemoryStore();
  const copies = store.records(SERVER_SOURCE);
  const record = newRecord('agnes');
  let asked = 0;
  const answerTo = (url: URL): Answer => {
    if (url.pathname.endsWith('/Patient/agnes'))
      return { text: JSON.stringify({ resourceType: 'Patient', id: 'agnes' }) };
    const isOfProblems = /\/Condition$|\/other$/.test(url.pathname) || url.searchParams.has('page');
    if (!isOfProblems) return bundle([]);
    return url.searchParams.has('page') ? later(url, asked++) : first;
  };
  await askKinds({
    http: {
      request: async ({ url }: HttpRequest) => {
        const answer = answerTo(new URL(url));
        if (answer instanceof EhchError) throw answer;
        return { status: 200, headers: {}, text: '', ...answer };
      },
    },
    base: BASE,
    deadlineMs: 1000,
    copies,
    epoch: () => store.leadership.current(),
    inTurn: turns(),
    record,
    queries: queries('agnes'),
    now: NOW,
    isCurrent: () => true,
    onProgress: () => {},
  });
  const view = await viewOf({
    copies,
    record,
    configuration: {
      fhirBaseUrl: BASE,
      network: { by: 'engine', token: false },
      sourceLabel: 'test',
      place: null,
      deadlineMs: 1000,
    },
    roster: { state: 'unread' },
    now: NOW,
  });
  const { problems } = view.sections;
  assert.ok(problems.state === 'known' && problems.content.kind === 'recorded', problems.state);
  const said = JSON.stringify(problems.content.value);
  const times = NAMES.map((name) => said.split(`"text":"${name}"`).length - 1);
  return { times, gaps: problems.gaps };
}

const half = NAMES.slice(0, 2);
const rest = NAMES.slice(2);
const firstPage = (more: object = {}) => bundle(half, { ...next(SECOND), ...more });

for (const [what, first, later] of [
  ['comes', firstPage(), () => bundle(rest)],
  [
    'comes, and a total says how many there are',
    firstPage({ total: 4 }),
    () => bundle(rest, { total: 4, link: [{ relation: 'self', url: SECOND }] }),
  ],
  [
    'comes at the second try',
    firstPage(),
    (_url: URL, asked: number): Answer =>
      asked === 0 ? { status: 429, headers: { 'retry-after': '0' } } : bundle(rest),
  ],
  ['is named from the base on', bundle(half, next('Condition?patient=agnes&page=2')), () => bundle(rest)],
  [
    'is named by the address inside',
    bundle(half, next('http://inside:8080/fhir/Condition?patient=agnes&page=2')),
    () => bundle(rest),
  ],
  ['repeats what the first had', firstPage(), () => bundle([...half, ...rest])],
  ['has the one link that is no list', bundle(half, { link: next(SECOND).link[0] }), () => bundle(rest)],
] as const)
  test(`every problem is there once, and nothing is missing, where the next page ${what}`, async () => {
    assert.deepEqual(await problemsOf(first, later), { times: [1, 1, 1, 1], gaps: [] });
  });

test('somebody else’s problem is not shown, and is a gap: the server did not answer what was asked', async () => {
  const theirs = problem('gout', { id: 'b', subject: { reference: 'Patient/bertha' } });
  const { times, gaps } = await problemsOf(firstPage(), () => bundle([...rest, theirs]));
  assert.deepEqual(times, [1, 1, 1, 1]);
  assert.deepEqual(
    gaps.map(({ why }) => why),
    ['unreadable'],
  );
});

for (const [what, later] of [
  ...[400, 401, 403, 404, 410, 429, 500, 503].map(
    (status) => [`is answered with ${status}`, { status }] as const,
  ),
  ['is a page to sign in', { text: '<!doctype html><title>Sign in</title>' }],
  ['breaks off', { text: '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Cond' }],
  ['is empty', { text: '' }],
  [
    'is a message',
    { text: '{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"expired"}]}' },
  ],
  ['is a redirect', new EhchError('unreachable', 'No connection.')],
  ['does not come in time', new EhchError('timeout', 'No answer in time.')],
  ['leads back to itself', bundle([], next(SECOND))],
  [
    'has a message in place of its rest',
    bundle([{ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'incomplete' }] }]),
  ],
  ['is empty where a total says four', bundle([], { total: 4 })],
] as const)
  test(`what came is there, and what did not is a gap, where the next page ${what}`, async () => {
    const { times, gaps } = await problemsOf(firstPage({ total: 4 }), () => later);
    assert.deepEqual(times, [1, 1, 0, 0]);
    assert.ok(gaps.length > 0);
  });

test('a resource that moved to another page meanwhile is missing, and the total says so', async () => {
  const { times, gaps } = await problemsOf(firstPage({ total: 4 }), () =>
    bundle(['gout', 'cataract'], { total: 4 }),
  );
  assert.deepEqual(times, [1, 1, 1, 0]);
  assert.ok(gaps.some(({ why }) => why === 'more'));
});

test('a resource that changed between two pages appears once if it says which version is newer, and is otherwise doubted', async () => {
  const version = (text: string, meta: object) => ({ ...problem('gout', { code: { text }, ...meta }) });
  const told = (meta: (n: number) => object) =>
    problemsOf(bundle(['asthma', version('gout', meta(1))], next(SECOND)), () =>
      bundle([version('cataract', meta(2)), 'angina']),
    );
  const newer = await told((n) => ({
    meta: { versionId: `${n}`, lastUpdated: `2026-11-2${n - 1}T08:00:00Z` },
  }));
  assert.deepEqual(newer.times, [1, 0, 1, 1]);
  const unsaid = await told(() => ({}));
  assert.deepEqual(unsaid.times, [1, 1, 1, 1], 'both are shown');
});
