// A record may change at every place where its reading gives way. The view is then of one moment or the other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ResidentView } from '@ehch/clinical';
import { openMemoryStore, SERVER_SOURCE, type RecordStore, type StoredResource } from '@ehch/store';
import { configuration, NOW, place } from '../../test/connected-engine.ts';
import { oneTask } from '../in-slices.ts';
import { newRecord } from '../record.ts';
import { queries } from './queries.ts';
import { viewOf } from './view-of.ts';

/** Enough for several slices. */
const WEIGHTS = 250;

function stored(
  json: { readonly resourceType: string; readonly id: string },
  version: number,
): StoredResource {
  const text = JSON.stringify(json);
  return { type: json.resourceType, id: json.id, version: `${version}`, updated: null, text };
}

/** All of her record in one version: each weight is as many kilograms above sixty as the version has. */
function inVersion(version: number): readonly StoredResource[] {
  const subject = { reference: 'Patient/agnes' };
  const weights = Array.from({ length: WEIGHTS }, (_, at) => ({
    resourceType: 'Observation',
    id: `w${at}`,
    status: 'final',
    code: { coding: [{ system: 'http://snomed.info/sct', code: '27113001' }] },
    subject,
    effectiveDateTime: new Date(Date.parse(NOW) - at * 3_600_000).toISOString(),
    valueQuantity: { value: 60 + version, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
  }));
  const patient = {
    resourceType: 'Patient',
    id: 'agnes',
    name: [{ family: 'Ashdown', given: [`v${version}`] }],
  };
  return [patient, ...weights].map((json) => stored(json, version));
}

/** Hands out the very rows into which it writes later. A store like this would mix two versions. */
function live(copies: RecordStore): RecordStore {
  const rows = new Map<string, { -readonly [K in keyof StoredResource]: StoredResource[K] }>();
  const own: Partial<RecordStore> = {
    async apply(step) {
      for (const row of step.changes.flatMap(({ put }) => put))
        rows.set(row.id, Object.assign(rows.get(row.id) ?? { ...row }, row));
      return copies.apply(step);
    },
    async read(resident, types) {
      const held = await copies.read(resident, types);
      return resident === 'agnes' ? { ...held, resources: [...rows.values()] } : held;
    },
  };
  return new Proxy(copies, {
    get(of, name: keyof RecordStore) {
      const found = own[name] ?? of[name];
      return typeof found === 'function' ? found.bind(of) : found;
    },
  });
}

/**
 * Reads her while she is written anew at these pauses, counted from the first. Gives the versions that the view tells.
 */
async function versionsTold(
  changesAt: readonly number[],
  of = (copies: RecordStore) => copies,
  tellLeading: (view: ResidentView, pauses: number) => void = () => {},
) {
  const store = openMemoryStore();
  const copies = of(store.records(SERVER_SOURCE));
  const kinds = Object.fromEntries(
    queries('agnes').map(({ kind }) => [
      kind,
      { asOf: NOW, more: false, missing: [], last: { state: 'loaded' } } as const,
    ]),
  );
  const epoch = await store.leadership.begin();
  const write = (version: number) =>
    copies.apply({
      epoch,
      changes: [{ resident: 'agnes', put: inVersion(version), deleted: [], kinds, isAnswer: true }],
      checkpoints: [],
    });
  await write(1);
  let [pauses, version] = [0, 1];
  const view = await viewOf({
    copies,
    record: newRecord('agnes'),
    configuration: configuration('https://record.test/fhir', { place: place({ kind: 'group', id: 'g' }) }),
    roster: { state: 'unread' },
    now: NOW,
    tellLeading: (leading) => tellLeading(leading, pauses),
    pause: async () => {
      if (changesAt.includes(pauses)) await write(++version);
      pauses += 1;
    },
  });
  return { told: versionsIn(view), pauses };
}

function versionsIn({ sections: { weight, identity } }: ResidentView): ReadonlySet<number> {
  assert.ok(weight.state === 'known' && weight.content.kind === 'recorded');
  assert.ok(identity.state === 'known' && identity.content.kind === 'recorded');
  const { weights } = weight.content.value;
  assert.equal(weights.length, WEIGHTS);
  const named = Number(identity.content.value.name?.given[0]?.slice(1));
  return new Set([named, ...weights.map(({ value }) => value - 60)]);
}

const moments = fc.array(fc.nat({ max: 80 }), { maxLength: 6 });

test('however often a record changes while it is read in slices, the view is of one moment', async () => {
  await fc.assert(
    fc.asyncProperty(moments, async (changesAt) => {
      const { told } = await versionsTold(changesAt);
      assert.equal(told.size, 1, `versions ${[...told].join()}`);
    }),
    { numRuns: 60 },
  );
});

test('the check notices a store that hands out what others go on writing', async () => {
  const { told } = await versionsTold([1, 2], live);
  assert.ok(told.size > 1);
});

test('what leads is told on the way, with what nobody has read yet as loading, and of the moment of the whole', async () => {
  const told: (readonly [ResidentView, pauses: number])[] = [];
  const whole = await versionsTold([2], undefined, (...leading) => told.push(leading));
  const [[leading, before] = []] = told;
  assert.equal(told.length, 1);
  assert.ok(before !== undefined && before < whole.pauses, 'places to give way remain, in which it is sent');
  assert.equal(leading?.sections.weight.state, 'loading');
  // Nothing was found for it so far, which is not the same as none.
  assert.equal(leading?.sections.allergies.state, 'loading');
  const identity = leading?.sections.identity;
  assert.ok(identity?.state === 'known' && identity.content.kind === 'recorded');
  assert.deepEqual(identity.content.value.name?.given, [`v${[...whole.told].join()}`]);
});

test('without a pause nobody waits, and with one the reading gives way', async () => {
  const { pauses } = await versionsTold([]);
  assert.ok(pauses > 20, `${pauses}`);
  const before = process.getActiveResourcesInfo().length;
  await versionsTold([]);
  assert.ok(process.getActiveResourcesInfo().length <= before, 'no timer is left');
});

test('one pause is one task: what came before it is heard in it', async () => {
  const heard: string[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => heard.push('message'));
  port1.start();
  port2.postMessage(null);
  await oneTask();
  heard.push('after the pause');
  port1.close();
  assert.deepEqual(heard, ['message', 'after the pause']);
});
