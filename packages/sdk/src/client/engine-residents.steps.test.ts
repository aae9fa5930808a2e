import { expect } from '@open-wc/testing';
import { LEADING_SECTIONS, SECTION_ORDER, type ResidentView } from '@ehch/clinical';
import { serveEngine, type EngineConfiguration } from '@ehch/sync';
import { fetchHttp } from '@ehch/sync/window';
import { afterPaint } from '@ehch/elements/after-paint';
import { ownBase, smallServer } from '../../test/small-server.ts';
import { engineResidents } from './engine-residents.ts';

const configuration: EngineConfiguration = {
  fhirBaseUrl: ownBase(),
  network: { by: 'host' },
  sourceLabel: 'test',
  place: null,
  deadlineMs: 2000,
};

/** Residents whose records the engine holds before a screen asks, as after the round of a home. */
async function residentsAtHand(clock = () => '2026-11-21T09:30:00Z') {
  const http = fetchHttp(smallServer().fetch);
  const residents = engineResidents({
    open: () => {
      const { port1, port2 } = new MessageChannel();
      serveEngine(port2);
      return { endpoint: port1, lost: new Promise(() => {}), close: () => port1.close() };
    },
    configuration,
    host: { getToken: async () => null, request: (request) => http.request(request) },
    clock,
  });
  await residents.refresh('one');
  // The reading that this has begun comes to its end.
  const away = new AbortController();
  await new Promise<void>((resolve) => {
    residents.watch('one', (view) => void (isWhole(view) && resolve()), away.signal);
  });
  away.abort();
  return residents;
}

const isWhole = ({ sections }: ResidentView) => sections.medicines.state === 'known';

/** Resolves after the work that was planned behind the next paint. */
const painted = () => new Promise<void>((resolve) => afterPaint(resolve));

it('gives identity, agreed limits and allergies first, and the whole view after the paint', async () => {
  const residents = await residentsAtHand();
  const views: ResidentView[] = [];
  await new Promise<void>((resolve) => {
    const take = (view: ResidentView) => {
      views.push(view);
      if (isWhole(view)) resolve();
    };
    residents.watch('one', take, new AbortController().signal);
  });
  const [first, whole] = views;
  expect(views).to.have.length(2);
  for (const name of SECTION_ORDER)
    expect(first?.sections[name]).to.deep.equal(
      LEADING_SECTIONS.includes(name) ? whole?.sections[name] : { state: 'loading' },
    );
  residents.close();
});

it('gives what leads while the engine still reads the rest, and then the whole', async () => {
  let now = '2026-11-21T09:30:00Z';
  const residents = await residentsAtHand(() => now);
  // Longer than a reading holds, so the record is read anew.
  now = '2026-11-21T09:32:00Z';
  const views: ResidentView[] = [];
  await new Promise<void>((resolve) => {
    const take = (view: ResidentView) => {
      views.push(view);
      if (isWhole(view)) resolve();
    };
    residents.watch('one', take, new AbortController().signal);
  });
  await painted();
  expect(views.map(isWhole)).to.deep.equal([false, true]);
  for (const name of SECTION_ORDER)
    if (!LEADING_SECTIONS.includes(name)) expect(views[0]?.sections[name].state).to.equal('loading');
  for (const name of ['identity', 'allergies'] as const)
    expect(views[0]?.sections[name]).to.deep.equal(views[1]?.sections[name]);
  // Only the whole record can show that nobody has recorded any.
  expect(views.map(({ sections }) => sections.limits.state)).to.deep.equal(['loading', 'known']);
  residents.close();
});

it('gives a watch that begins anew what is on screen, whole and at once, and then the glance it asked for', async () => {
  const residents = await residentsAtHand();
  const away = new AbortController();
  const asked = await new Promise<ResidentView>((resolve) => {
    const take = (view: ResidentView) => void (isWhole(view) && resolve(view));
    residents.watch('one', take, away.signal, { since: '2026-11-12' });
  });
  expect(asked.glance?.since.from).to.equal('2026-11-12');
  const views: ResidentView[] = [];
  await new Promise<void>((resolve) => {
    const take = (view: ResidentView) => {
      views.push(view);
      if (view.glance?.since.from === '2026-11-20') resolve();
    };
    residents.watch('one', take, new AbortController().signal, { since: '2026-11-20' });
    expect(views, 'at once').to.deep.equal([asked]);
    away.abort();
  });
  expect(views.every(isWhole), 'no section seems to load again').to.equal(true);
  residents.close();
});

it('works out no glance for a watcher who asks for none', async () => {
  const residents = await residentsAtHand();
  const view = await new Promise<ResidentView>((resolve) => {
    const take = (given: ResidentView) => void (isWhole(given) && resolve(given));
    residents.watch('one', take, new AbortController().signal);
  });
  expect('glance' in view).to.equal(false);
  residents.close();
});

it('gives one view of a resident of whom nothing more is known yet', async () => {
  const residents = await residentsAtHand();
  const views: ResidentView[] = [];
  await new Promise<void>((resolve) => {
    const take = (view: ResidentView) => {
      views.push(view);
      resolve();
    };
    residents.watch('nobody', take, new AbortController().signal);
  });
  await painted();
  const told = views.map((view) => JSON.stringify(view));
  expect(new Set(told).size).to.equal(told.length);
  residents.close();
});

it('gives no second view of a record that is forgotten between the two', async () => {
  const residents = await residentsAtHand();
  const views: ResidentView[] = [];
  await new Promise<void>((resolve) => {
    const take = (view: ResidentView) => {
      views.push(view);
      if (views.length === 1) void residents.forget().then(resolve);
    };
    residents.watch('one', take, new AbortController().signal);
  });
  await painted();
  expect(views).to.have.length(2);
  for (const section of Object.values(views[1]?.sections ?? {})) expect(section.state).to.equal('failed');
  residents.close();
});

it('gives no second view to a watch that stops between the two', async () => {
  const residents = await residentsAtHand();
  const views: ResidentView[] = [];
  const away = new AbortController();
  const take = (view: ResidentView) => {
    views.push(view);
    away.abort();
  };
  await new Promise<void>((resolve) => {
    away.signal.addEventListener('abort', () => resolve());
    residents.watch('one', take, away.signal);
  });
  await painted();
  expect(views).to.have.length(1);
  residents.close();
});
