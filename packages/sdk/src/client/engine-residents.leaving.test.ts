import { expect } from '@open-wc/testing';
import { EhchError, type ResidentView } from '@ehch/clinical';
import { serveEngine, type EngineConfiguration } from '@ehch/sync';
import { fetchHttp, type EnginePort } from '@ehch/sync/window';
import { ownBase, smallServer } from '../../test/small-server.ts';
import { engineResidents } from './engine-residents.ts';

const configuration: EngineConfiguration = {
  fhirBaseUrl: ownBase(),
  network: { by: 'host' },
  sourceLabel: 'test',
  place: {
    id: 'laurels',
    title: 'The Laurels',
    version: '1',
    owner: 'Test place',
    dated: '2026-11-01',
    signedOff: null,
    homes: [
      {
        id: 'home',
        name: 'The Laurels',
        kind: 'residential',
        roster: { kind: 'location', id: 'home' },
        practice: null,
      },
    ],
    bankHolidays: [],
    staleAfterMinutes: 60,
    contacts: [],
  },
  deadlineMs: 2000,
};

/** A client of engines that can be lost and still run, as a worker does after an error. */
function connect() {
  const lose: (() => void)[] = [];
  let closed = 0;
  const open = (): EnginePort => {
    const { port1, port2 } = new MessageChannel();
    serveEngine(port2);
    const lost = new Promise<void>((resolve) => {
      lose.push(resolve);
    });
    return {
      endpoint: port1,
      lost,
      close() {
        closed++;
        port1.close();
      },
    };
  };
  const http = fetchHttp(smallServer().fetch);
  const residents = engineResidents({
    open,
    configuration,
    host: { getToken: async () => null, request: (request) => http.request(request) },
    clock: () => '2026-11-21T09:30:00Z',
  });
  const views: ResidentView[] = [];
  let told = () => {};
  residents.watch(
    'one',
    (view) => {
      views.push(view);
      told();
    },
    new AbortController().signal,
  );
  const until = async (fits: (view: ResidentView) => boolean): Promise<void> => {
    while (!views.some(fits))
      await new Promise<void>((resolve) => {
        told = resolve;
      });
  };
  return { residents, views, until, lose, closed: () => closed };
}

const hasAllergy = (view: ResidentView) => JSON.stringify(view).includes('penicillin');

it('forget clears an open watch at once, whatever still arrives', async () => {
  const { residents, views, until } = connect();
  await until(hasAllergy);
  const asked = residents.refresh('one');
  const forgotten = residents.forget();
  expect(hasAllergy(views.at(-1) as ResidentView), 'at once').to.equal(false);
  const { length } = views;
  await Promise.all([asked, forgotten]);
  await residents.listResidents().catch(() => undefined);
  expect(views.slice(length).some(hasAllergy), 'later').to.equal(false);
  for (const section of Object.values(views.at(-1)?.sections ?? {})) expect(section.state).to.equal('failed');

  views.length = 0;
  await residents.refresh('one');
  await until(hasAllergy);
  residents.close();
});

it('gives nobody a list of residents that was asked for before a sign-out', async () => {
  const { residents } = connect();
  expect((await residents.listResidents()).residents).to.deep.equal([]);
  const listed = residents.listResidents().catch((error: unknown) => error);
  await residents.forget();
  expect(await listed)
    .to.be.an.instanceOf(EhchError)
    .with.property('code', 'signed-out');
  residents.close();
});

it('closes a lost engine, so that no engine runs on with records that nobody can make it forget', async () => {
  const { residents, views, until, lose, closed } = connect();
  await until(hasAllergy);
  expect(closed()).to.equal(0);
  lose[0]?.();
  await until(
    ({ sections }) => sections.identity.state === 'known' && sections.identity.refresh.state === 'failed',
  );
  expect(closed()).to.equal(1);
  views.length = 0;
  await until(
    ({ sections }) => sections.identity.state === 'known' && sections.identity.refresh.state === 'idle',
  );
  residents.close();
  expect(closed()).to.equal(2);
});

it('asks for a new engine at each call after one could not start', async () => {
  let asked = 0;
  const residents = engineResidents({
    open: () => {
      asked++;
      throw new EhchError('unreachable', 'No engine.');
    },
    configuration,
    host: null,
    clock: () => '2026-11-21T09:30:00Z',
  });
  for (const times of [1, 2]) {
    const refused = await residents.listResidents().catch((error: unknown) => error);
    expect(refused).to.be.an.instanceOf(EhchError);
    expect(asked).to.equal(times);
  }
  residents.close();
});
