import assert from 'node:assert/strict';
import { openMemoryStore, SERVER_SOURCE, type Store } from '../../packages/store/src/index.ts';
import { fetchHttp } from '../../packages/sync/src/http/fetch-http.ts';
import { createPull, type Pull, type PullPorts } from '../../packages/sync/src/pull/pull.ts';
import { serverClock } from '../../packages/sync/src/steps/answer-age.ts';
import { place } from '../../packages/sync/test/connected-engine.ts';
import { ask, BASE, entriesOf } from './hapi.ts';

/** Versions by id. */
export type Versions = ReadonlyMap<string, string | null>;

/** The pull of a home, unchanged, against HAPI. Only the device's clock is virtual. */
export interface HapiPull {
  readonly pull: Pull;
  settle(): Promise<void>;
  /** Lets minutes pass on the device, and pulls after each of these waits. */
  later(minutes: number, every?: number): Promise<void>;
  /** The version of each resource of one type in the store, by id. */
  cached(): Promise<Versions>;
}

/** The home to pull, and the type to compare. */
export interface PulledHome extends Pick<Partial<PullPorts>, 'onLost' | 'profile'> {
  readonly base?: string | null;
  readonly store?: Store;
  readonly group: string;
  readonly residents: readonly string[];
  readonly type: string;
}

export async function pulling({
  base = BASE,
  store = openMemoryStore(),
  group,
  residents,
  type,
  ...ports
}: PulledHome): Promise<HapiPull> {
  assert.ok(base !== null);
  let now = Date.now();
  const pull = createPull({
    http: fetchHttp(fetch),
    base,
    deadlineMs: 120_000,
    clock: serverClock(),
    server: { refusesPostSearch: false },
    store,
    place: place({ kind: 'group', id: group }),
    timing: { now: () => now, wait: async (ms) => void (now += ms), random: () => 0.5 },
    now: () => new Date(now).toISOString(),
    epoch: await store.leadership.begin(),
    ...ports,
  });
  const settle = async (): Promise<void> => {
    for (let steps = 0; steps < 2_000; steps++) {
      const end = await pull.step();
      if (end.state === 'idle') return;
      assert.equal(end.state, 'did', JSON.stringify(end));
    }
    throw new Error('The pull did not come to rest.');
  };
  return {
    pull,
    settle,
    later: async (minutes, every = 1) => {
      for (let passed = 0; passed < minutes; passed += every) {
        now += every * 60_000;
        await settle();
      }
    },
    cached: async () => {
      const records = await Promise.all(residents.map((id) => store.records(SERVER_SOURCE).read(id)));
      const own = records.flatMap(({ resources }) => resources.filter((one) => one.type === type));
      return sorted(own.map(({ id, version }) => [id, version]));
    },
  };
}

/** The same on HAPI. */
export async function versionsOn(
  base: string | null,
  type: string,
  residents: readonly string[],
): Promise<Versions> {
  const search = `${type}?patient=${residents.join(',')}&_count=1000`;
  return sorted(
    entriesOf(await ask('GET', search, undefined, {}, base)).map(({ resource = {} }) => {
      const { id, meta } = resource as { readonly id: string; readonly meta: { readonly versionId: string } };
      return [id, meta.versionId];
    }),
  );
}

export function sorted(rows: readonly (readonly [string, string | null])[]): Versions {
  return new Map(rows.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
