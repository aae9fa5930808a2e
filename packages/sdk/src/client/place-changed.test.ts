import { expect } from '@open-wc/testing';
import type { CareIntent, PlaceConfiguration } from '@ehch/clinical';
import { serveEngine, type EngineConfiguration } from '@ehch/sync';
import { fetchHttp } from '@ehch/sync/window';
import { ownBase, smallServer } from '../../test/small-server.ts';
import { engineClient } from './engine-client.ts';

const GP = { sub: 'gp', display: 'Dr Obi', reference: null, role: 'GP', organisation: 'The practice' };
const DECIDER = { kind: 'role', who: 'GP', until: null } as const;
const NOW = '2026-11-21T09:30:00Z';
const PLACE: PlaceConfiguration = {
  id: 'here',
  title: 'Here',
  version: '1',
  owner: 'tests',
  dated: '2026-01-01',
  signedOff: null,
  homes: [],
  bankHolidays: [],
  staleAfterMinutes: 60,
  contacts: [],
  deciders: [DECIDER],
};

/** A client whose engine can be lost, as a browser ends a worker. */
function clientOf() {
  const http = fetchHttp(smallServer().fetch);
  const configuration: EngineConfiguration = {
    fhirBaseUrl: ownBase(),
    network: { by: 'host' },
    sourceLabel: 'test',
    place: PLACE,
    deadlineMs: 2000,
    user: GP,
  };
  let lose = () => {};
  let started = 0;
  const client = engineClient({
    open() {
      started += 1;
      const { port1, port2 } = new MessageChannel();
      const end = serveEngine(port2);
      const lost = Promise.withResolvers<void>();
      lose = lost.resolve;
      const close = () => {
        port1.close();
        end();
      };
      return { endpoint: port1, lost: lost.promise, close };
    },
    configuration,
    host: { getToken: async () => null, request: (request) => http.request(request) },
    clock: () => NOW,
  });
  return { client, lose: () => lose(), started: () => started };
}

function decision(): CareIntent {
  const id = crypto.randomUUID();
  const by = { name: GP.display, role: GP.role };
  const after = { decision: 'do-not-attempt', signedBy: GP.display, signedOn: '2026-11-21' };
  const press = { act: 'add', of: 'cpr', line: null, before: null, reason: null } as const;
  return {
    id,
    resident: 'one',
    pressedAt: NOW,
    what: { kind: 'plan-line', ...press, after, by, decider: DECIDER },
  };
}

it('(sync SPEC P20) whoever a newer place file takes off decides nothing more, also after the engine was lost', async () => {
  const { client, lose, started } = clientOf();
  const decides = async () => (await client.actions.enqueue(decision())).state;
  expect(await decides()).not.to.equal('refused');
  await client.placeChanged({ ...PLACE, deciders: [] });
  expect(await decides()).to.equal('refused');
  lose();
  await Promise.resolve();
  expect(await decides()).to.equal('refused');
  expect(started()).to.equal(2);
  await client.placeChanged(null);
  expect(await decides()).to.equal('refused');
  await client.placeChanged(PLACE);
  expect(await decides()).not.to.equal('refused');
  client.close();
});

it('a newer place file starts no engine, and the first that is started knows it', async () => {
  const { client, started } = clientOf();
  await client.placeChanged(null);
  expect(started()).to.equal(0);
  expect((await client.actions.enqueue(decision())).state).to.equal('refused');
  client.close();
});
