import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { openMemoryStore, SERVER_SOURCE, type Store } from '../../packages/store/src/index.ts';
import { fetchHttp } from '../../packages/sync/src/http/fetch-http.ts';
import { createPull, type Pull } from '../../packages/sync/src/pull/pull.ts';
import { serverClock } from '../../packages/sync/src/steps/answer-age.ts';
import { place } from '../../packages/sync/test/connected-engine.ts';
import type { Json } from '../emitted/operation-bundle.ts';
import { ask, BASE, entriesOf, putAll, SKIP } from './hapi.ts';

/** A home of two residents of its own, so that no other test changes it. */
const run = randomUUID().slice(0, 8);
const residents = [`agnes-${run}`, `bertha-${run}`];
const group = `home-${run}`;
/** More than a page of 200, so that the first load has to go on. */
const PROBLEMS = 230;

test(
  'I4 L5 L10: first load, increments and deletions: the cache is what HAPI has',
  { skip: SKIP },
  async () => {
    await putAll([
      ...residents.map((id) => ({ resourceType: 'Patient', id, birthDate: '1938-04-09' })),
      {
        resourceType: 'Group',
        id: group,
        type: 'person',
        actual: true,
        member: residents.map((id) => ({ entity: { reference: `Patient/${id}` } })),
      },
      ...Array.from({ length: PROBLEMS }, (_, at) => problem(at)),
    ]);
    const world = await pulling();
    await world.settle();
    assert.equal((await world.cached()).size, PROBLEMS);
    assert.deepEqual(await world.cached(), await served());
    assert.equal(world.pull.progress('home')?.share, 1);

    // Somebody else adds, changes and deletes.
    await putAll([problem(PROBLEMS), problem(3, 'Changed by a colleague'), problem(150, 'Changed too')]);
    assert.ok((await ask('DELETE', `Condition/${idOf(7)}`)).status < 300);
    await world.later(5);
    const others = [...(await world.cached())].filter(([id]) => id !== idOf(7));
    assert.deepEqual(sorted(others), await served());
    // A deletion is no row of an increment. It is found when both sides are compared, which is once a day.
    await world.later(25 * 60, 25 * 60);
    assert.deepEqual(await world.cached(), await served());
  },
);

interface World {
  readonly pull: Pull;
  settle(): Promise<void>;
  /** Lets minutes pass on the device, and pulls after each of these waits. */
  later(minutes: number, every?: number): Promise<void>;
  /** The version of each condition in the store, by id. */
  cached(): Promise<ReadonlyMap<string, string | null>>;
}

async function pulling(): Promise<World> {
  assert.ok(BASE !== null);
  const store: Store = openMemoryStore();
  let now = Date.now();
  const pull = createPull({
    http: fetchHttp(fetch),
    base: BASE,
    deadlineMs: 120_000,
    clock: serverClock(),
    server: { refusesPostSearch: false },
    store,
    place: place({ kind: 'group', id: group }),
    timing: { now: () => now, wait: async (ms) => void (now += ms), random: () => 0.5 },
    now: () => new Date(now).toISOString(),
    epoch: await store.leadership.begin(),
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
      const conditions = records.flatMap(({ resources }) =>
        resources.filter(({ type }) => type === 'Condition'),
      );
      return sorted(conditions.map(({ id, version }) => [id, version]));
    },
  };
}

/** The same on HAPI. */
async function served(): Promise<ReadonlyMap<string, string | null>> {
  const answer = await ask('GET', `Condition?patient=${residents.join(',')}&_count=1000`);
  return sorted(
    entriesOf(answer).map(({ resource = {} }) => {
      const { id, meta } = resource as { readonly id: string; readonly meta: { readonly versionId: string } };
      return [id, meta.versionId];
    }),
  );
}

function sorted(rows: readonly (readonly [string, string | null])[]): ReadonlyMap<string, string | null> {
  return new Map(rows.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function idOf(at: number): string {
  return `c${at}-${run}`;
}

function problem(at: number, text = 'Arthritis'): Json {
  return {
    resourceType: 'Condition',
    id: idOf(at),
    subject: { reference: `Patient/${residents[at % 2]}` },
    code: { text },
  };
}
