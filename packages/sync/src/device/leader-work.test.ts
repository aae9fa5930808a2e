import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { createFhirServer } from '@ehch/dev-server';
import { openMemoryStore, type Store } from '@ehch/store';
import { AT, draftOf, finish, NURSE, PRESS } from '../actions/actions.fixtures.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import type { Timing } from '../timing.ts';
import { createDeviceEngine } from './device-engine.ts';
import { PLACE } from './device.fixtures.ts';
import { storesWith } from './stores.fixtures.ts';

const BASE = 'https://record.test/fhir';
const PATIENT = { resourceType: 'Patient', id: 'one', name: [{ family: 'Farrow', given: ['Gwen'] }] };

const configuration: EngineConfiguration = {
  fhirBaseUrl: BASE,
  network: { by: 'engine', token: false },
  sourceLabel: 'test',
  place: PLACE,
  deadlineMs: 2000,
  user: NURSE,
  copies: 'homes',
};

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

/** A store whose copies are locked. What waits to be sent can be read. */
function lockedCopies(onAsked: () => void): Store {
  const store = openMemoryStore();
  const locked = () => {
    onAsked();
    return Promise.reject(new EhchError('locked', 'The records are locked.'));
  };
  return {
    ...store,
    records: (source) =>
      new Proxy(store.records(source), {
        get: (records, name) => (name === 'members' ? locked : Reflect.get(records, name).bind(records)),
      }),
  };
}

test('A1, K6: a pull that fails while records are locked stops no sending, and gives up no lead', async () => {
  const server = createFhirServer({ base: BASE, resources: [PATIENT] });
  const asked: true[] = [];
  const store = lockedCopies(() => asked.push(true));
  // Every wait ends soon, so a lead that was given up would be taken again soon.
  const timing: Timing = { now: () => Date.now(), wait: turn, random: () => 0 };
  const engine = createDeviceEngine({
    connect: () => ({ request: async (request) => server.request(request) }),
    onChange: () => undefined,
    timing,
    stores: storesWith((opened) => ({ ...opened, store })),
  });
  await engine.configure(configuration);
  while (asked.length === 0) await turn();
  for (let turns = 0; turns < 10; turns++) await turn();
  await engine.enqueue({ intent: finish(draftOf('one')), now: AT });
  while ((await engine.receiptsOf({ intents: [PRESS] }))[PRESS]?.state !== 'sent') await turn();
  assert.equal(await store.leadership.current(), 1);
  await engine.close();
});

test('K6, L10: while records are locked no home is asked for, and the first load begins with the unlocking', async () => {
  const server = createFhirServer({ base: BASE, resources: [PATIENT] });
  const asked: string[] = [];
  let isLocked = true;
  const engine = createDeviceEngine({
    connect: () => ({
      async request(request) {
        asked.push(request.url);
        return server.request(request);
      },
    }),
    onChange: () => undefined,
    timing: { now: () => Date.now(), wait: turn, random: () => 0 },
    stores: storesWith((opened) => ({
      ...opened,
      isLocked: () => isLocked,
      unlock: async () => {
        isLocked = false;
        return true;
      },
    })),
  });
  await engine.configure(configuration);
  for (let turns = 0; turns < 10; turns++) await turn();
  assert.deepEqual(asked, []);
  await engine.unlock({ secret: '' });
  while (asked.length === 0) await turn();
  await engine.close();
});
