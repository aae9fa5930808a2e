import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { createFhirServer } from '@ehch/dev-server';
import { openMemoryStore } from '@ehch/store';
import { AT, draftOf, finish, NURSE, PRESS } from '../actions/actions.fixtures.ts';
import type { Http } from '../http/http.ts';
import { queuedLocks } from '../locks.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { createDeviceEngine } from './device-engine.ts';
import { storesWith } from './stores.fixtures.ts';

const configuration: EngineConfiguration = {
  fhirBaseUrl: 'https://record.test/fhir',
  network: { by: 'engine', token: false },
  sourceLabel: 'test',
  place: null,
  deadlineMs: 2000,
};

// Whoever is signed in sends their own work, whatever other window of this database leads.
test(
  'what somebody signed is sent while a window of somebody who has signed out stays open',
  { timeout: 15_000 },
  async () => {
    const server = createFhirServer({
      base: configuration.fhirBaseUrl,
      resources: [{ resourceType: 'Patient', id: 'one' }],
    });
    const [store, locks] = [openMemoryStore(), queuedLocks()];
    const engineOn = (http: Http) =>
      createDeviceEngine({
        connect: () => http,
        onChange: () => undefined,
        locks,
        stores: storesWith((opened) => ({ ...opened, store, name: 'shared' })),
      });
    const former = engineOn({
      async request() {
        throw new EhchError('signed-out', 'Nobody is signed in.');
      },
    });
    await former.configure({ ...configuration, user: { ...NURSE, sub: 'nurse-2' } });
    const present = engineOn({ request: async (request) => server.request(request) });
    await present.configure({ ...configuration, user: NURSE });
    await present.enqueue({ intent: finish(draftOf('one')), now: AT });
    const until = Date.now() + 10_000;
    let state;
    do {
      await new Promise((resolve) => setTimeout(resolve, 50));
      state = (await present.receiptsOf({ intents: [PRESS] }))[PRESS]?.state;
    } while (state !== 'sent' && Date.now() < until);
    await Promise.all([former.close(), present.close()]);
    server.close();
    assert.equal(state, 'sent');
  },
);
