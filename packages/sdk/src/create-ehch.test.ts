import { expect } from '@open-wc/testing';
import type { DeviceStatus, PlaceConfiguration, ResidentSource, ResidentView } from '@ehch/clinical';
import type { LogLine } from '@ehch/clinical/diagnostics';
import { startDraft } from '@ehch/clinical/form';
import { ownBase, smallServer } from '../test/small-server.ts';
import { createEhch, type Ehch } from './create-ehch.ts';
import { drillOf } from './drill.ts';
import { residentsFromFhir } from './records/residents-from-fhir.ts';
import { residentsFromViews } from './records/residents-from-views.ts';

const BASE = ownBase();
const open: Ehch[] = [];

function connect(server = smallServer()) {
  const ehch = createEhch({ fhirBaseUrl: BASE, fetch: server.fetch });
  open.push(ehch);
  return { ehch, server };
}

afterEach(() => {
  for (const ehch of open.splice(0)) ehch.close();
});

/** Waits for a view that fits, and returns it. */
function until(
  source: ResidentSource,
  resident: string,
  fits: (view: ResidentView) => boolean,
): Promise<ResidentView> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    source.watch(
      resident,
      (view) => {
        if (!fits(view)) return;
        stop.abort();
        resolve(view);
      },
      stop.signal,
    );
  });
}

/** Whether every kind was asked for and answered. */
const isSettled = ({ sections }: ResidentView) =>
  Object.values(sections).every(
    (section) =>
      section.state !== 'loading' &&
      (section.state !== 'known' || section.gaps.every(({ why }) => why !== 'loading')),
  );
const hasAllergies = ({ sections: { allergies } }: ResidentView) =>
  allergies.state === 'known' && allergies.content.kind === 'recorded';

it('reads a resident through a real worker, with the page’s own fetch', async () => {
  const { ehch, server } = connect();
  const view = await until(ehch.source, 'one', (each) => hasAllergies(each) && isSettled(each));
  expect(JSON.stringify(view)).to.include('penicillin');
  expect(view.resident).to.equal('one');
  expect(server.urls.length).to.be.greaterThan(10);
  expect(server.urls.every((url) => url.startsWith(`${BASE}/`))).to.equal(true);
});

it('gives each of two interleaved watches its own resident', async () => {
  const { ehch } = connect();
  const seen: Record<string, Set<string>> = { one: new Set(), two: new Set() };
  const stop = new AbortController();
  for (const resident of ['one', 'two'])
    ehch.source.watch(resident, (view) => seen[resident]?.add(view.resident), stop.signal);
  await Promise.all([until(ehch.source, 'two', hasAllergies), until(ehch.source, 'one', hasAllergies)]);
  stop.abort();
  expect([...(seen['one'] ?? [])]).to.deep.equal(['one']);
  expect([...(seen['two'] ?? [])]).to.deep.equal(['two']);
});

it('gives a stopped watch nothing more', async () => {
  const { ehch } = connect();
  await until(ehch.source, 'one', hasAllergies);
  let told = 0;
  const stop = new AbortController();
  ehch.source.watch('one', () => told++, stop.signal);
  stop.abort();
  await ehch.source.refresh('one');
  await until(ehch.source, 'two', hasAllergies);
  expect(told).to.equal(0);
});

it('keeps known sections when a refresh fails', async () => {
  const { ehch, server } = connect();
  await until(ehch.source, 'one', hasAllergies);
  server.status = 500;
  await ehch.source.refresh('one');
  const view = await until(
    ehch.source,
    'one',
    ({ sections: { allergies } }) => allergies.state === 'known' && allergies.refresh.state === 'failed',
  );
  expect(hasAllergies(view)).to.equal(true);
});

it('shows nothing of the record after forget', async () => {
  const { ehch, server } = connect();
  await until(ehch.source, 'one', hasAllergies);
  server.status = 401;
  await ehch.forget();
  const view = await until(ehch.source, 'one', ({ sections }) => sections.allergies.state === 'failed');
  expect(JSON.stringify(view)).not.to.include('penicillin');
});

/** What a page without types gives by mistake. */
const ANSWER = { place: { id: 'dale' }, faults: [], keep: null } as unknown as PlaceConfiguration;
const PATIENT = { resourceType: 'Patient', id: 'one' };

const NURSE = {
  sub: 'nurse-1',
  display: 'Sam Okafor',
  reference: null,
  role: null,
  organisation: 'Rowan Court',
};
for (const user of [NURSE, null]) {
  it(`asks for the token of ${user?.display ?? 'nobody'}, so that a page gives no other person’s`, async () => {
    const asked = await new Promise((resolve) => {
      const ehch = createEhch({
        fhirBaseUrl: BASE,
        user,
        async getToken(of) {
          resolve(of);
          return null;
        },
      });
      open.push(ehch);
      ehch.source.watch('one', () => undefined, new AbortController().signal);
    });
    expect(asked).to.deep.equal(user);
  });
}

it('keeps a draft in memory, also when the copies of the records are forgotten', async () => {
  const { ehch } = connect();
  const draft = startDraft({
    id: 'd',
    resident: 'one',
    form: { id: 'f', title: 'F', version: '1', items: [] },
    at: '2026-11-21T14:20:00Z',
  });
  const kept = await ehch.actions.saveDraft(draft, null);
  expect(kept.where).to.equal('memory');
  await ehch.forget();
  expect((await ehch.actions.loadDraft('one', 'f'))?.draft).to.deep.equal(draft);
});

it('says in every section that the server cannot be reached, also where no worker can start', async () => {
  const ehch = createEhch({ fhirBaseUrl: BASE, worker: () => new Worker('/no-such-worker.js') });
  open.push(ehch);
  const { sections } = await until(ehch.source, 'one', isSettled);
  for (const section of Object.values(sections)) expect(section.state).to.equal('failed');
});

it('receives the log of the engine in its worker, with nothing of the record in it', async () => {
  const lines: LogLine[] = [];
  const server = smallServer();
  const ehch = createEhch({ fhirBaseUrl: BASE, fetch: server.fetch, log: (line) => lines.push(line) });
  open.push(ehch);
  await until(ehch.source, 'one', (view) => hasAllergies(view) && isSettled(view));
  expect(lines.some(({ place, part }) => place === 'sync/ask' && part === 'AllergyIntolerance')).to.equal(
    true,
  );
  expect(lines.some(({ place }) => place === 'sync/read')).to.equal(true);
  expect(JSON.stringify(lines)).not.to.match(/Ashdown|Agnes|penicillin|1938|record\.test|"one/);
});

for (const [what, make] of [
  ['an address that is not whole', () => createEhch({ fhirBaseUrl: '/fhir' })],
  ['an address that is no web address', () => createEhch({ fhirBaseUrl: 'file:///records' })],
  ['an address in the clear', () => createEhch({ fhirBaseUrl: 'http://record.example/fhir' })],
  [
    'an address with a name and a password',
    () => createEhch({ fhirBaseUrl: 'https://me:mine@record.example/fhir' }),
  ],
  ['an address with a query', () => createEhch({ fhirBaseUrl: 'https://record.example/fhir?tenant=1' })],
  ['what `openPlace` answers in place of its place', () => createEhch({ fhirBaseUrl: BASE, place: ANSWER })],
  ['the same for views', () => residentsFromViews([], { place: ANSWER })],
  ['the same for a bundle', () => residentsFromFhir(PATIENT, { sourceLabel: 'test', place: ANSWER })],
  ['the same for a drill', () => drillOf({ place: ANSWER })],
  ['no options at all', () => createEhch(undefined as never)],
  ['a token in place of what gives one', () => createEhch({ fhirBaseUrl: BASE, getToken: 'abc' as never })],
  ['a worker in place of what makes one', () => createEhch({ fhirBaseUrl: BASE, worker: {} as never })],
  [
    'a clock that gives a number',
    () => createEhch({ fhirBaseUrl: BASE, clock: (() => Date.now()) as never }),
  ],
  ['a deadline that is over at once', () => createEhch({ fhirBaseUrl: BASE, deadlineMs: 0 })],
  ['a deadline that is no number', () => createEhch({ fhirBaseUrl: BASE, deadlineMs: Number.NaN })],
  ['a label that is no text', () => createEhch({ fhirBaseUrl: BASE, sourceLabel: 5 as never })],
  // Under a wrong name `keep: 'no'` would be nothing, and records would lie on the disk whose terms forbid it.
  ['an option under a wrong name', () => createEhch({ fhirBaseUrl: BASE, keeps: 'no' } as never)],
  ['views that are no list', () => residentsFromViews(null as never)],
  ['a clock of views that gives a number', () => residentsFromViews([], { clock: Date.now as never })],
  ['records whose source nobody names', () => residentsFromFhir(PATIENT, {} as never)],
  ['records without options', () => (residentsFromFhir as (records: unknown) => unknown)(PATIENT)],
  ['both a fetch and a token', () => createEhch({ fhirBaseUrl: BASE, fetch, getToken: async () => null })],
] as const) {
  it(`refuses ${what}, and says what to give`, () => {
    expect(make).to.throw().with.property('code', 'bad-argument');
    expect(make).to.throw().with.property('name', 'EhchError');
  });
}

it('says of the text of a bundle what makes records of it', () => {
  const make = () => residentsFromFhir(JSON.stringify(PATIENT), { sourceLabel: 'test' });
  expect(make)
    .to.throw(/JSON\.parse/)
    .with.property('code', 'malformed');
});

for (const wrong of [{ keep: false }, { keys: 'device' }, { user: { display: 'Sam Okafor' } }]) {
  it(`refuses ${Object.keys(wrong).join()} with a value that it does not have`, () => {
    const make = () => createEhch({ fhirBaseUrl: BASE, ...(wrong as object) });
    expect(make).to.throw().with.property('code', 'bad-configuration');
  });
}

it('refuses a page without TLS, and says what to do', () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'isSecureContext') ?? {};
  Object.defineProperty(globalThis, 'isSecureContext', { value: false, configurable: true });
  try {
    expect(() => createEhch({ fhirBaseUrl: BASE }))
      .to.throw(/https/)
      .with.property('code', 'unsupported');
  } finally {
    Object.defineProperty(globalThis, 'isSecureContext', own);
  }
});

describe('what outlives the browser', () => {
  const { persist } = navigator.storage;
  afterEach(() => {
    navigator.storage.persist = persist;
  });

  // Only a window may ask, and the engine in its worker only hears whether it was granted.
  it('D8: asks the browser once to erase nothing by itself, and says whether it has promised that', async () => {
    let asked = 0;
    navigator.storage.persist = () => {
      asked += 1;
      return persist.call(navigator.storage);
    };
    connect();
    expect(asked, 'in memory mode everything ends with the last window').to.equal(0);
    const kept = createEhch({ fhirBaseUrl: BASE, fetch: smallServer().fetch, keys: 'passphrase' });
    open.push(kept);
    expect(asked).to.equal(1);
    const stop = new AbortController();
    const status = await new Promise<DeviceStatus | null>((resolve) => {
      kept.device.watchStatus(resolve, stop.signal);
    });
    stop.abort();
    expect(status?.lasts).to.equal('device');
    expect(status?.isPersisted).to.be.a('boolean');
  });
});
