import { expect } from '@open-wc/testing';
import type { ResidentView } from '@ehch/clinical';
import { serveEngine, type EngineConfiguration } from '@ehch/sync';
import { fetchHttp, type EnginePort } from '@ehch/sync/window';
import { ownBase, smallServer } from '../../test/small-server.ts';
import { engineResidents } from './engine-residents.ts';

const configuration: EngineConfiguration = {
  fhirBaseUrl: ownBase(),
  network: { by: 'host' },
  sourceLabel: 'test',
  place: null,
  deadlineMs: 2000,
};

/** Ports to engines that can be killed. */
function killable() {
  const kills: (() => void)[] = [];
  const open = (): EnginePort => {
    const { port1, port2 } = new MessageChannel();
    serveEngine(port2);
    const lost = new Promise<void>((resolve) => {
      kills.push(() => {
        port2.close();
        resolve();
      });
    });
    return { endpoint: port1, lost, close: () => port1.close() };
  };
  return { open, kills };
}

it('says that the engine was lost, reconnects, and shows the resident again', async () => {
  const { open, kills } = killable();
  const server = smallServer();
  const http = fetchHttp(server.fetch);
  const residents = engineResidents({
    open,
    configuration,
    host: { getToken: async () => null, request: (request) => http.request(request) },
    clock: () => '2026-11-21T09:30:00Z',
  });
  const views: ResidentView[] = [];
  const stop = new AbortController();
  const next = (fits: (view: ResidentView) => boolean) =>
    new Promise<void>((resolve) => {
      waiting = (view) => fits(view) && resolve();
    });
  let waiting: (view: ResidentView) => unknown = () => {};
  const ready = ({ sections: { allergies } }: ResidentView) =>
    allergies.state === 'known' && allergies.content.kind === 'recorded';
  const first = next(ready);
  residents.watch(
    'one',
    (view) => {
      views.push(view);
      waiting(view);
    },
    stop.signal,
  );
  await first;

  const lost = next(
    ({ sections: { allergies } }) => allergies.state === 'known' && allergies.refresh.state === 'failed',
  );
  kills[0]?.();
  await lost;
  expect(ready(views.at(-1) as ResidentView), 'what was known stays').to.equal(true);

  const back = next(
    ({ sections: { allergies } }) => allergies.state === 'known' && allergies.refresh.state === 'idle',
  );
  await back;
  expect(kills, 'a new port').to.have.length(2);
  expect(
    views.every((view) => view.sections.identity.state !== 'loading' || views.indexOf(view) === 0),
  ).to.equal(true);

  server.status = 503;
  await residents.refresh('one');
  expect(ready(views.at(-1) as ResidentView)).to.equal(true);
  // A new engine that cannot read anything must not take former content away.
  const busy = next(
    ({ sections: { allergies } }) =>
      allergies.state === 'known' &&
      allergies.refresh.state === 'failed' &&
      allergies.refresh.error.code === 'busy',
  );
  kills[1]?.();
  await busy;
  expect(ready(views.at(-1) as ResidentView), 'what was known stays').to.equal(true);

  server.status = null;
  const again = next(ready);
  await residents.refresh('one');
  await again;
  expect(new Set(views.map(({ resident }) => resident))).to.deep.equal(new Set(['one']));
  stop.abort();
  residents.close();
});
