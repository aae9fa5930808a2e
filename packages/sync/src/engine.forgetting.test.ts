import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { ResidentView } from '@ehch/clinical';
import { startDevServer, type DevServer } from '@ehch/dev-server';
import { openMemoryStore, SERVER_SOURCE } from '@ehch/store';
import { configuration, NOW, place, settled, states } from '../test/connected-engine.ts';
import { twoResidents } from '../test/two-residents.ts';
import { createEngine } from './engine.ts';
import { fetchHttp } from './http/fetch-http.ts';

const A_MINUTE_LATER = '2026-11-21T09:31:00Z';

let server: DevServer;
before(async () => {
  server = await startDevServer({ resources: twoResidents, allowFaults: true });
});
after(() => server.close());
beforeEach(() => server.setFaults([]));

/** An engine that holds one resident who is on no screen. */
async function smallEngine(given = configuration(server.url)) {
  let noted = () => {};
  const store = openMemoryStore();
  const engine = createEngine({
    store,
    connect: () => fetchHttp(fetch),
    onChange: () => noted(),
    mostResidents: 1,
  });
  await engine.configure(given);
  const settle = async (
    resident: string,
    ready: (view: ResidentView) => boolean = settled,
  ): Promise<ResidentView> => {
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        noted = resolve;
      });
      const { view } = await engine.openResident({ resident, now: NOW });
      if (ready(view)) return view;
      await changed;
    }
  };
  return { engine, copies: store.records(SERVER_SOURCE), settle };
}

test('a resident whose record was dropped is loaded again, and never reads as "nothing recorded"', async () => {
  const { engine, settle } = await smallEngine();
  await settle('agnes');
  await engine.closeResident({ resident: 'agnes' });
  await settle('bertha');
  server.setFaults([{ fault: 'hang' }]);
  const { view } = await engine.openResident({ resident: 'agnes', now: NOW });
  for (const [name, section] of Object.entries(view.sections))
    assert.equal(section.state, 'loading', `${name}: ${JSON.stringify(states(view))}`);
});

test('the record of a resident on screen is never dropped for others', async () => {
  const { engine, settle } = await smallEngine();
  await settle('agnes');
  await settle('bertha');
  server.setFaults([{ fault: 'hang' }]);
  for (const [resident, allergy] of [
    ['agnes', /penicillin/],
    ['bertha', /latex/],
  ] as const)
    assert.match(JSON.stringify((await engine.openResident({ resident, now: NOW })).view), allergy);
});

test('an answer that the store has lost does not read as "nothing recorded"', async () => {
  const { engine, copies, settle } = await smallEngine();
  await settle('agnes');
  await copies.purge('agnes', 'asked');
  const { view } = await engine.openResident({ resident: 'agnes', now: A_MINUTE_LATER });
  for (const [name, { state }] of Object.entries(view.sections)) assert.equal(state, 'loading', name);
});

test('a record is read once for all callers, and already when the server has answered', async () => {
  const { engine, copies } = await smallEngine();
  await engine.refreshResident({ resident: 'agnes', section: null, now: NOW });
  const held = copies.read.bind(copies);
  let reads = 0;
  // Beside the record, a view looks at what a person may have linked to the resident.
  copies.read = (resident, types) => {
    if (resident === 'agnes') reads++;
    return held(resident, types);
  };
  const [one, other] = await Promise.all(
    [NOW, NOW].map((now) => engine.openResident({ resident: 'agnes', now })),
  );
  assert.equal(reads, 0);
  assert.ok(one && settled(one.view));
  assert.equal(one.view, other?.view);
  await engine.openResident({ resident: 'agnes', now: A_MINUTE_LATER });
  assert.equal(reads, 1, 'time passes: what was current may have become stale');
});

test('a later list of residents outdates the views of residents who are on no screen', async () => {
  const { engine, settle } = await smallEngine(withList());
  server.setFaults([{ fault: 'status:500', type: 'Group' }]);
  const before = await settle('agnes');
  assert.equal(before.sections.alerts.state, 'failed');
  await engine.closeResident({ resident: 'agnes' });
  server.setFaults([]);
  await engine.listResidents({ now: NOW });
  const { view } = await engine.openResident({ resident: 'agnes', now: NOW });
  assert.equal(view.sections.alerts.state, 'known');
});

const withList = () => configuration(server.url, { place: place({ kind: 'group', id: 'roster' }) });
const ALERTS_ASIDE = (view: ResidentView) =>
  settled({ ...view, sections: { ...view.sections, alerts: view.sections.problems } });

test('a list of residents that arrives after a sign-out is not kept', async () => {
  const { engine, settle } = await smallEngine(withList());
  server.setFaults([{ fault: 'delay:200', type: 'Group' }]);
  const late = engine.listResidents({ now: NOW });
  await engine.forget(null);
  await late;
  server.setFaults([{ fault: 'hang', type: 'Group' }]);
  const view = await settle('agnes', ALERTS_ASIDE);
  assert.equal(view.sections.alerts.state, 'loading', 'whether somebody has the same name is not known');
});

test('after a sign-out, a resident who is opened again is asked for whole, with the list of residents', async () => {
  const { engine, settle } = await smallEngine(withList());
  await settle('agnes');
  await engine.forget(null);
  await engine.refreshResident({ resident: 'agnes', section: null, now: NOW });
  const { alerts } = (await settle('agnes')).sections;
  assert.equal(alerts.state, 'known');
});
