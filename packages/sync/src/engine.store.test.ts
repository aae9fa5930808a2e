import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError, type ResidentView } from '@ehch/clinical';
import { createFhirServer, type FhirResource } from '@ehch/dev-server';
import { openMemoryStore, SERVER_SOURCE, type Store } from '@ehch/store';
import { configuration, NOW, settled, states } from '../test/connected-engine.ts';
import { condition, home } from '../test/pulling.ts';
import { createEngine } from './engine.ts';
import type { Http } from './http/http.ts';

const BASE = 'https://record.test/fhir';
const LATER = '2026-11-21T10:30:00Z';
const MUCH_LATER = '2026-11-21T11:30:00Z';
const record: readonly FhirResource[] = [...home, condition('gout', 'agnes'), condition('asthma', 'agnes')];

/** A server in this process, and engines on one store. An engine that is made anew is one after a restart. */
function setUp(resources: readonly FhirResource[] = record) {
  const server = createFhirServer({ base: BASE, resources });
  const asked: string[] = [];
  const network = {
    answer: (request: Parameters<Http['request']>[0]) => Promise.resolve(server.request(request)),
  };
  const start = async (store: Store) => {
    const engine = createEngine({
      store,
      connect: () => ({
        request(request, stop) {
          asked.push(request.url.slice(BASE.length + 1));
          return Promise.race([
            network.answer(request),
            new Promise<never>((_resolve, reject) => {
              stop?.addEventListener('abort', () => reject(new EhchError('unreachable', 'Stopped.')));
            }),
          ]);
        },
      }),
      onChange: () => {},
    });
    await engine.configure(configuration(BASE));
    const view = async (now: string): Promise<ResidentView> =>
      (await engine.openResident({ resident: 'agnes', now })).view;
    const load = async (now: string): Promise<ResidentView> => {
      await engine.refreshResident({ resident: 'agnes', section: null, now });
      return view(now);
    };
    return { engine, view, load };
  };
  return { server, asked, network, start, store: openMemoryStore() };
}

const all = (view: ResidentView) => JSON.stringify(view);
const unreachable = () => Promise.reject(new EhchError('unreachable', 'No network.'));

test('after a restart without a network, the record is there at once, with its age, and says that the refresh failed', async () => {
  const { network, start, store } = setUp();
  await (await start(store)).load(NOW);
  network.answer = unreachable;
  const { view, load } = await start(store);
  const first = await view(LATER);
  assert.match(all(first), /gout/);
  const { problems } = first.sections;
  assert.ok(problems.state === 'known' && problems.refresh.state === 'running');
  assert.equal(problems.asOf, NOW);
  const after = (await load(LATER)).sections.problems;
  assert.ok(after.state === 'known' && after.refresh.state === 'failed');
  assert.equal(after.asOf, NOW);
});

test('a refusal and a failure are remembered over a restart, and never read as "none"', async () => {
  const { network, start, store, server } = setUp();
  network.answer = async (request) => {
    if (/\/Condition\?/.test(request.url)) return { status: 403, headers: {}, text: '' };
    if (/\/AllergyIntolerance\?/.test(request.url)) return { status: 500, headers: {}, text: '' };
    return server.request(request);
  };
  await (await start(store)).load(NOW);
  network.answer = () => new Promise(() => {});
  const { view } = await start(store);
  const { problems, allergies } = (await view(LATER)).sections;
  assert.deepEqual(problems, { state: 'withheld', why: 'role' });
  assert.equal(allergies.state, 'loading', 'it is being asked for again');
  const { kinds } = await store.records(SERVER_SOURCE).read('agnes');
  assert.equal(kinds.get('AllergyIntolerance')?.last.state, 'failed');
});

test('L5: what is missing from a new answer stays until the server says that it is gone', async () => {
  const { network, start, store, server } = setUp();
  const { load } = await start(store);
  await load(NOW);
  // An index that lags hides one row; the other was deleted.
  server.request({ method: 'DELETE', url: `${BASE}/Condition/asthma` });
  network.answer = async (request) => {
    const answer = server.request(request);
    if (!/\/Condition\?/.test(request.url)) return answer;
    return { ...answer, text: JSON.stringify({ resourceType: 'Bundle', type: 'searchset', entry: [] }) };
  };
  const view = all(await load(LATER));
  assert.match(view, /gout/);
  assert.doesNotMatch(view, /asthma/);
  network.answer = async (request) =>
    /\/Condition/.test(request.url) && !request.url.includes('?')
      ? { status: 500, headers: {}, text: '' }
      : /\/Condition\?/.test(request.url)
        ? { status: 200, headers: {}, text: '{"resourceType":"Bundle","type":"searchset"}' }
        : server.request(request);
  assert.match(all(await load(MUCH_LATER)), /gout/, 'an error says nothing about it');
});

test('25: the server refuses the Patient: the copies are erased, and come back whole with the access', async () => {
  const { network, start, store, server } = setUp();
  const { load } = await start(store);
  await load(NOW);
  network.answer = async (request) =>
    request.url.endsWith('/Patient/agnes') ? { status: 403, headers: {}, text: '' } : server.request(request);
  const refused = await load(LATER);
  for (const [name, section] of Object.entries(refused.sections))
    assert.equal(section.state, 'withheld', name);
  const kept = async () => (await store.records(SERVER_SOURCE).read('agnes')).resources.map(({ id }) => id);
  assert.deepEqual(await kept(), []);
  await load(LATER);
  assert.deepEqual(await kept(), [], 'a second look keeps nothing either');
  network.answer = async (request) => server.request(request);
  assert.match(all(await load(MUCH_LATER)), /gout/);
});

test('L11: the open requests of a resident who left the screen are ended, and are asked again at the next opening', async () => {
  const { network, asked, start, store, server } = setUp();
  const { engine, view } = await start(store);
  network.answer = () => new Promise(() => {});
  await view(NOW);
  const open = asked.length;
  assert.ok(open > 0);
  await engine.closeResident({ resident: 'agnes' });
  for (let turns = 0; turns < 50; turns++) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(asked.length, open, 'what waited is not asked for');
  const { kinds } = await store.records(SERVER_SOURCE).read('agnes');
  assert.equal(kinds.size, 0, 'a stopped question is no failure');
  network.answer = async (request) => server.request(request);
  await engine.refreshResident({ resident: 'agnes', section: null, now: NOW });
  const again = await view(NOW);
  assert.ok(settled(again), JSON.stringify(states(again)));
});

test('I8: the text in the store is the server’s own, to the last digit', async () => {
  const { network, start, store, server } = setUp();
  const weight =
    '{ "resourceType":"Condition","id":"w","subject":{"reference":"Patient/agnes"}, "code":{"text":"7.10 \\u00e9"},"onsetAge":{"value":7.10} }';
  network.answer = async (request) =>
    /\/Condition\?/.test(request.url)
      ? { status: 200, headers: {}, text: `{"resourceType":"Bundle","entry":[ {"resource" :${weight}}]}` }
      : server.request(request);
  await (await start(store)).load(NOW);
  const { resources } = await store.records(SERVER_SOURCE).read('agnes');
  assert.equal(resources.find(({ id }) => id === 'w')?.text, weight);
});

test('A2: an answer that was asked for under an earlier leader is asked for again, and is not lost', async () => {
  const { network, start, store, server, asked } = setUp();
  const { load } = await start(store);
  let isFirst = true;
  network.answer = async (request) => {
    const answer = server.request(request);
    if (isFirst && /\/Condition\?/.test(request.url)) {
      isFirst = false;
      await store.leadership.begin();
    }
    return answer;
  };
  assert.match(all(await load(NOW)), /gout/);
  assert.ok(asked.filter((url) => url.startsWith('Condition?')).length === 2);
});

test('a device that keeps nothing more says so, and the section is failed, not empty', async () => {
  const { start, store } = setUp();
  const copies = store.records(SERVER_SOURCE);
  copies.apply = () => Promise.reject(new EhchError('not-kept', 'Full.'));
  const { problems } = (await (await start(store)).load(NOW)).sections;
  assert.ok(problems.state === 'failed' && problems.error.code === 'not-kept', problems.state);
});
