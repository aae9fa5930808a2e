import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResidentView } from '@ehch/clinical';
import { openMemoryStore } from '@ehch/store';
import { NURSE } from './actions/actions.fixtures.ts';
import { configuration, NOW, settled } from '../test/connected-engine.ts';
import { createDeviceEngine } from './device/device-engine.ts';
import { storesWith } from './device/stores.fixtures.ts';
import type { EngineConfiguration } from './engine-configuration.ts';
import type { EngineSurface } from './protocol.ts';

const LAST_WEEK = '2026-11-14T08:00:00Z';
const LATER = '2026-11-21T11:30:00Z';
const delirium = {
  resourceType: 'Condition',
  id: 'delirium',
  subject: { reference: 'Patient/agnes' },
  clinicalStatus: { coding: [{ code: 'active' }] },
  code: { text: 'Delirium' },
  recordedDate: '2026-11-18',
};

const answerTo = (url: string) =>
  JSON.stringify(
    url.endsWith('/Patient/agnes')
      ? { resourceType: 'Patient', id: 'agnes', name: [{ family: 'Ashdown' }] }
      : {
          resourceType: 'Bundle',
          type: 'searchset',
          entry: url.includes('/Condition') ? [{ resource: delirium }] : [],
        },
  );

/** An engine whose server holds one new problem, and whose nurse looked last week. */
async function engineOf(more: Partial<EngineConfiguration> = {}) {
  const store = openMemoryStore({ server: { id: 'server', keep: 'session' } });
  await store.looks.set(NURSE.sub, 'agnes', LAST_WEEK);
  const opened = {
    store,
    name: 'memory',
    lost: async () => 0,
    forgetLost: async () => undefined,
    isFull: () => false,
    passkeys: null,
    isLocked: () => false,
    unlock: async () => true,
    lock: () => undefined,
    addPerson: null,
    exportSealed: null,
    held: async () => ({ residents: 0, work: 0, drafts: 0, unsent: 0 }),
    wipe: async () => undefined,
    close: () => undefined,
  };
  const engine = createDeviceEngine({
    connect: () => ({ request: async ({ url }) => ({ status: 200, headers: {}, text: answerTo(url) }) }),
    onChange: () => undefined,
    // Another window sends, so that no timer of this one keeps the test running.
    locks: { exclusive: () => new Promise(() => {}), isWaitedFor: async () => false },
    stores: storesWith(() => opened),
  });
  await engine.configure(configuration('https://record.test/fhir', more));
  return { engine, store };
}

type Asked = Parameters<EngineSurface['openResident']>[0];

async function whole(engine: EngineSurface, asked: Partial<Asked> = {}): Promise<ResidentView> {
  for (;;) {
    const { view } = await engine.openResident({ resident: 'agnes', now: NOW, ...asked });
    if (settled(view)) return view;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('the engine works out the glance for the reader who asks, and for nobody else', async () => {
  const { engine } = await engineOf();
  const { glance } = await whole(engine, { since: LAST_WEEK });
  assert.ok(glance?.lines.some(({ rule, rest }) => rule === 'problems-since' && rest.includes('Delirium')));
  assert.equal('glance' in (await whole(engine)), false);
});

test('two readers of one record each get the glance of their own last look', async () => {
  const { engine } = await engineOf();
  const froms = await Promise.all(
    [LAST_WEEK, '2026-11-20'].map(async (since) => (await whole(engine, { since })).glance?.since.from),
  );
  assert.deepEqual(froms, [LAST_WEEK, '2026-11-20']);
});

test('whoever asks twice within one reading gets the same answer', async () => {
  const { engine } = await engineOf();
  const first = await whole(engine, { since: LAST_WEEK });
  assert.deepEqual(await whole(engine, { since: LAST_WEEK, now: '2026-11-21T09:30:20Z' }), first);
});

test('for a signed-in reader the look before counts, until the resident has left the screen', async () => {
  const { engine, store } = await engineOf({ user: NURSE });
  const known = { from: LAST_WEEK, known: true, given: true };
  assert.deepEqual((await whole(engine, { since: null })).glance?.since, known);
  await engine.refreshResident({ resident: 'agnes', section: null, now: LATER });
  assert.deepEqual((await whole(engine, { since: null, now: LATER })).glance?.since, known);
  await engine.closeResident({ resident: 'agnes' });
  assert.equal(await store.looks.last(NURSE.sub, 'agnes'), LATER);
  const next = await whole(engine, { since: null, now: '2026-11-22T08:00:00Z' });
  assert.equal(next.glance?.since.from, LATER);
});

test('without a signed-in reader the last look is not known, and is kept for nobody', async () => {
  const { engine, store } = await engineOf();
  assert.equal((await whole(engine, { since: null })).glance?.since.known, false);
  await engine.closeResident({ resident: 'agnes' });
  assert.equal(await store.looks.last(NURSE.sub, 'agnes'), LAST_WEEK);
});

test('looks that cannot be read make the last look not known, and the record is shown all the same', async () => {
  const { engine, store } = await engineOf({ user: NURSE });
  store.looks.last = () => Promise.reject(new Error('locked'));
  const view = await whole(engine, { since: null });
  assert.equal(view.sections.problems.state, 'known');
  assert.equal(view.glance?.since.known, false);
  await engine.closeResident({ resident: 'agnes' });
});
