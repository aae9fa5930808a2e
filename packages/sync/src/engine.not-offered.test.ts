import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '@ehch/clinical';
import { createFhirServer, type FhirServer } from '@ehch/dev-server';
import { SERVER_SOURCE } from '@ehch/store';
import { configuration, connectedEngine } from '../test/connected-engine.ts';
import { condition, home, MINUTE, pulling } from '../test/pulling.ts';
import { twoResidents } from '../test/two-residents.ts';

const BASE = 'https://record.test/fhir';
const NO_LISTS = { why: 'not-offered', what: 'lists' } as const;

type Answer = ReturnType<FhirServer['request']>;

interface Statement {
  readonly rest: readonly { readonly resource: readonly { readonly type: string }[] }[];
}

/**
 * A server without a type, such as lists. `states`: its CapabilityStatement names them all the same; `null`: it gives
 * none.
 */
function withoutType(
  url: string,
  go: () => Answer,
  status = 404,
  states: boolean | null = false,
  type = 'List',
): Answer {
  const refused = (code: number) => {
    const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'processing' }] };
    return { status: code, headers: {}, text: JSON.stringify(outcome) };
  };
  if (new RegExp(`/${type}([?/]|$)`).test(url)) return refused(status);
  if (!url.endsWith('/metadata') || states === true) return go();
  if (states === null) return refused(404);
  const answer = go();
  const statement = JSON.parse(answer.text) as Statement;
  const rest = statement.rest.map((one) => ({
    ...one,
    resource: one.resource.filter((each) => each.type !== type),
  }));
  return { ...answer, text: JSON.stringify({ ...statement, rest }) };
}

/** What the summary of somebody says of whom no problem is recorded. */
async function problemsOn(status: number, states: boolean | null) {
  const resources = twoResidents.filter(({ resourceType }) => resourceType !== 'Condition');
  const server = createFhirServer({ base: BASE, resources });
  const asked: string[] = [];
  const { settle } = await connectedEngine(configuration(BASE, { network: { by: 'host' } }), {
    getToken: async () => null,
    async request(request) {
      asked.push(request.url);
      return withoutType(request.url, () => server.request(request), status, states);
    },
  });
  const { sections } = await settle('agnes');
  return { problems: sections.problems, metadata: asked.filter((url) => url.endsWith('/metadata')).length };
}

for (const status of [400, 404, 501])
  test(`L19: a type that the server does not state and answers by ${status} has not failed: it is not kept there`, async () => {
    const { problems, metadata } = await problemsOn(status, false);
    assert.ok(problems.state === 'known', JSON.stringify(problems));
    assert.deepEqual([problems.content.kind, problems.gaps], ['not-recorded', [NO_LISTS]]);
    assert.equal(metadata, 1);
  });

test('L19: what a screen has read stays as old as it is where the server does not offer its type any more', async () => {
  const server = createFhirServer({ base: BASE, resources: twoResidents });
  let lacks = false;
  const { engine, settle } = await connectedEngine(configuration(BASE, { network: { by: 'host' } }), {
    getToken: async () => null,
    async request(request) {
      const go = () => server.request(request);
      return lacks ? withoutType(request.url, go, 404, false, 'Condition') : go();
    },
  });
  const { problems: before } = (await settle('agnes')).sections;
  lacks = true;
  const later = '2026-11-21T11:30:00Z';
  await engine.refreshResident({ resident: 'agnes', section: null, now: later });
  const { problems } = (await settle('agnes', ({ sections }) => isFailed(sections.problems), later)).sections;
  assert.ok(before.state === 'known' && problems.state === 'known');
  assert.deepEqual([problems.asOf, problems.content], [before.asOf, before.content]);
});

const isFailed = (section: Section<unknown>) =>
  section.state === 'failed' || (section.state === 'known' && section.refresh.state === 'failed');

test('L19: a type that the server states, or of which it states nothing, has failed where it is refused', async () => {
  for (const [status, states] of [
    [404, true],
    [404, null],
    [500, false],
    [403, true],
  ] as const)
    assert.notEqual((await problemsOn(status, states)).problems.state, 'known', `${status} ${states}`);
});

test('L19: a home is loaded and pulled from a server that lacks a type, and what it offers later comes', async () => {
  const pulled = await pulling([...home, condition('one', 'agnes')]);
  let lacks = true;
  pulled.between = (request, go) => (lacks ? withoutType(request.url, go) : go());
  const kindOf = async () => (await pulled.store.records(SERVER_SOURCE).read('agnes')).kinds.get('List');
  const ends = await pulled.settle();
  assert.ok(!ends.some(({ state }) => state === 'failed'));
  assert.deepEqual((await kindOf())?.missing, [NO_LISTS]);
  assert.equal(pulled.pull.progress('home')?.share, 1);
  await pulled.run(10 * MINUTE);
  assert.deepEqual(await pulled.cached('Condition'), pulled.served('Condition'));
  lacks = false;
  const list = { resourceType: 'List', id: 'l', status: 'current', mode: 'working' };
  pulled.put({ ...list, subject: { reference: 'Patient/agnes' } });
  await pulled.run(10 * MINUTE);
  assert.deepEqual([...(await pulled.cached('List')).keys()], ['l']);
  await pulled.run(20 * MINUTE);
  assert.deepEqual((await kindOf())?.missing, [], 'nobody says any more that it keeps none');
});

test('L19: a type that was read once, and that the server does not offer any more, has failed: its copies are as old as they are', async () => {
  const list = { resourceType: 'List', id: 'l', status: 'current', mode: 'working' };
  const pulled = await pulling([...home, { ...list, subject: { reference: 'Patient/agnes' } }]);
  await pulled.settle();
  const checked = async () => (await pulled.store.records(SERVER_SOURCE).checkpoint('home', 'List'))?.asOf;
  const before = await checked();
  pulled.between = (request, go) => withoutType(request.url, go);
  await pulled.watch(20 * MINUTE);
  assert.equal(await checked(), before);
  assert.equal((await pulled.cached('List')).size, 1);
});

test('L19: a type of which nothing was read, and that the server does not offer any more, is not kept there', async () => {
  const pulled = await pulling(home);
  await pulled.settle();
  pulled.between = (request, go) => withoutType(request.url, go);
  await pulled.run(5 * MINUTE);
  const { kinds } = await pulled.store.records(SERVER_SOURCE).read('agnes');
  assert.deepEqual(kinds.get('List')?.missing, [NO_LISTS]);
});

test('L19: of a type about which there are several questions it is said once that the server keeps none', async () => {
  const pulled = await pulling(home);
  pulled.between = (request, go) => withoutType(request.url, go, 404, false, 'Observation');
  await pulled.settle();
  const { kinds } = await pulled.store.records(SERVER_SOURCE).read('agnes');
  assert.deepEqual(kinds.get('Observation')?.missing, [{ why: 'not-offered', what: 'observations' }]);
});
