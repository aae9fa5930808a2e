import { expect, waitUntil } from '@open-wc/testing';
import { EhchError, type DeviceStatus, type HomeMatters, type ResidentView } from '@ehch/clinical';
import { serveEngine, type EngineConfiguration } from '@ehch/sync';
import { fetchHttp } from '@ehch/sync/window';
import { ownBase, smallServer } from '../../test/small-server.ts';
import { engineClient } from './engine-client.ts';

const PASSPHRASE = 'correct horse battery staple';
const NURSE = { sub: 'nurse-1', display: 'Sam Okafor', reference: null, role: null };

const BASE = ownBase();

/** A client in the database of an organisation. */
function clientOf(organisation: string, more: Partial<EngineConfiguration> = {}) {
  const http = fetchHttp(smallServer().fetch);
  return engineClient({
    open() {
      const { port1, port2 } = new MessageChannel();
      const end = serveEngine(port2);
      const close = () => {
        port1.close();
        end();
      };
      return { endpoint: port1, lost: new Promise<void>(() => {}), close };
    },
    configuration: {
      fhirBaseUrl: BASE,
      network: { by: 'host' },
      sourceLabel: 'test',
      place: null,
      deadlineMs: 2000,
      user: { ...NURSE, organisation },
      ...more,
    },
    host: { getToken: async () => null, request: (request) => http.request(request) },
    clock: () => '2026-11-21T09:30:00Z',
  });
}

type Client = ReturnType<typeof clientOf>;

/** Opens the record, and waits until it is on screen. */
async function read({ residents }: Client): Promise<void> {
  await new Promise<void>((resolve) => {
    const onView = (view: ResidentView) => {
      if (JSON.stringify(view).includes('penicillin')) resolve();
    };
    residents.watch('one', onView, new AbortController().signal);
  });
}

/** The store names its databases so. Other test files have theirs in the same browser. */
async function databaseName(...of: string[]): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(of)));
  const text = btoa(String.fromCharCode(...new Uint8Array(hash, 0, 12)));
  return `ehch1-${text.replaceAll('+', '-').replaceAll('/', '_')}`;
}

/** Rows of copied records in the database of an organisation. */
async function copiedRows(organisation: string): Promise<number> {
  let rows = 0;
  const db = await settled(indexedDB.open(await databaseName(BASE, organisation)));
  for (const store of ['pack', 'delta', 'ver'])
    rows += await settled(db.transaction(store).objectStore(store).count());
  db.close();
  return rows;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('It failed.'));
  });
}

const kept = { keys: 'passphrase', keep: 'yes' } as const;

// `forget` starts the engine if it has to, and erases what earlier pages copied to the disk, or it rejects.
it('forget at once after a reload erases the copies of the page before', async () => {
  const before = clientOf('early', kept);
  await before.unlock(PASSPHRASE);
  await read(before);
  await waitUntil(async () => (await copiedRows('early')) > 0);
  before.close();
  const after = clientOf('early', kept);
  await after.residents.forget();
  expect(await copiedRows('early')).to.equal(0);
  after.close();
});

// Erasing needs no key. A PC that was locked for the night must be able to forget in the morning.
it('forget works while the records are locked', async () => {
  const client = clientOf('locked', kept);
  await client.unlock(PASSPHRASE);
  await read(client);
  await client.lock();
  await client.residents.forget();
  expect(await copiedRows('locked')).to.equal(0);
  client.close();
});

// Whoever watches hears `null`, as after any other loss: what was unsent in memory mode went with the engine.
it('close tells those who watch the status that nobody knows any more', async () => {
  const client = clientOf('closed');
  const told: (DeviceStatus | null)[] = [];
  client.device.watchStatus((status) => told.push(status), new AbortController().signal);
  await waitUntil(() => told.length > 0);
  client.close();
  await waitUntil(() => told.at(-1) === null);
});

// A list that stands still reads as "nothing new", and nobody would look for the worry that came since.
it('close takes a list of threads off the screen', async () => {
  const client = clientOf('listed');
  const told: (HomeMatters | null)[] = [];
  client.residents.watchMatters?.((matters) => told.push(matters), new AbortController().signal);
  await waitUntil(() => told.length > 0);
  expect(told.at(-1)?.homes).to.deep.equal([]);
  client.close();
  expect(told.at(-1)).to.equal(null);
});

// As after a loss, each section says that it is not asked again. A page that comes back with "Back" shows it for ever.
it('close leaves no record on screen that looks as if it were followed', async () => {
  const client = clientOf('followed');
  const views: ResidentView[] = [];
  client.residents.watch('one', (view) => views.push(view), new AbortController().signal);
  const identity = () => views.at(-1)?.sections.identity;
  await waitUntil(() => identity()?.state === 'known');
  client.close();
  await waitUntil(() => {
    const now = identity();
    return (now?.state === 'known' ? now.refresh.state : now?.state) === 'failed';
  });
});

// "Loading" has no way on once nobody loads anything: the page closed while the first look was on its way.
it('close before the first answer says of every section that nobody reads it, and not that it is loading', async () => {
  const client = clientOf('early-close');
  const views: ResidentView[] = [];
  client.residents.watch('one', (view) => views.push(view), new AbortController().signal);
  client.close();
  const sections = Object.values(views.at(-1)?.sections ?? {});
  expect(sections).not.to.deep.equal([]);
  expect(sections.filter(({ state }) => state !== 'failed')).to.deep.equal([]);
});

// Memory mode has no secret to be wrong.
it('in memory mode any words unlock what was locked', async () => {
  const client = clientOf('memory');
  await client.device.waiting();
  await client.lock();
  expect(await client.unlock('not base64!')).to.equal('unlocked');
  client.close();
});

it('a key of a provider that is no base64 is wrong, and a short one is refused with words', async () => {
  const client = clientOf('provider', { keys: 'provider' });
  expect(await client.unlock('not base64!')).to.equal('wrong');
  const error: unknown = await client.unlock(btoa('short')).catch((caught: unknown) => caught);
  expect(error instanceof EhchError && error.code).to.equal('bad-argument');
  client.close();
});
