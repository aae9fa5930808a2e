import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { createFhirServer } from '@ehch/dev-server';
import { openMemoryStore } from '@ehch/store';
import { configuration, NOW, place } from '../../../test/connected-engine.ts';
import { createDeviceEngine } from '../../device/device-engine.ts';
import { storesWith } from '../../device/stores.fixtures.ts';
import type { Http } from '../../http/http.ts';

const BASE = 'https://record.test/fhir';
const person = (id: string, given: string) => ({
  resourceType: 'Patient',
  id,
  name: [{ family: 'Farrow', given: [given] }],
});
const HOME = {
  resourceType: 'Group',
  id: 'g',
  type: 'person',
  actual: true,
  member: [{ entity: { reference: 'Patient/one' } }, { entity: { reference: 'Patient/two' } }],
};

/** A device whose page is opened anew over what is kept on it, and whose plug can be pulled. */
function device() {
  const resources = [person('one', 'Gwen'), person('two', 'Gwen'), HOME];
  const server = createFhirServer({ base: BASE, resources });
  const plug = { isIn: true };
  const http: Http = {
    async request(request) {
      if (!plug.isIn) throw new EhchError('unreachable', 'The plug is pulled.');
      return server.request(request);
    },
  };
  const store = openMemoryStore({ server: { id: 'server', keep: 'session' } });
  const open = async () => {
    const engine = createDeviceEngine({
      connect: () => http,
      onChange: () => undefined,
      stores: storesWith((opened) => ({ ...opened, store })),
    });
    await engine.configure(configuration(BASE, { place: place({ kind: 'group', id: 'g' }) }));
    return engine;
  };
  return { plug, open };
}

test('after a reload without a server, who lives here is known from the last reading, with its age', async () => {
  const { plug, open } = device();
  const first = await open();
  await first.listResidents({ now: NOW });
  await first.close();
  plug.isIn = false;
  const again = await open();
  const { residents, asOf } = await again.listResidents({ now: '2026-11-21T12:00:00Z' });
  assert.deepEqual([residents.map(({ resident }) => resident), asOf], [['one', 'two'], NOW]);
  assert.equal((await again.status(null)).hasList, true);
  await again.close();
});

test('where no list was ever read, none is said to lie here', async () => {
  const { plug, open } = device();
  plug.isIn = false;
  const engine = await open();
  await assert.rejects(engine.listResidents({ now: NOW }));
  assert.equal((await engine.status(null)).hasList, undefined);
  await engine.close();
});

test('after a sign-out no list lies here', async () => {
  const { plug, open } = device();
  const engine = await open();
  await engine.listResidents({ now: NOW });
  await engine.forget(null);
  plug.isIn = false;
  await assert.rejects(engine.listResidents({ now: NOW }));
  await engine.close();
});
