import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { CANARIES, fillWithCanaries } from '../../test/canaries.ts';
import { fullDisk, roomAgain } from '../../test/crash.ts';
import { characters, damage, flipped, rowsOf, spellings } from '../../test/disk.ts';
import { keeperFor, newName, openInSession, secretOf } from '../../test/opened.ts';
import { change, checkpoint, draft, loaded, operation, resource } from '../../test/samples.ts';
import type { Store } from '../store.ts';
import { openSealedStore } from '../sealed/open-sealed-store.ts';
import { importSealed } from './import-sealed.ts';

const AT = '2026-11-21T10:00:00Z';
const SOURCE = { id: 'server', keep: 'yes' } as const;
const SESSION = { id: 'gp', keep: 'session' } as const;
const PASSPHRASE = 'seven quiet herons wading';
const OLD = secretOf('nurse-1', 7);
const NEW = secretOf('nurse-2', 9);
let name: string;
const firstPc = globalThis.indexedDB;

beforeEach(() => {
  name = newName();
});
afterEach(() => {
  roomAgain();
  globalThis.indexedDB = firstPc;
});

const open = (unlock: typeof OLD, session: { secret: Uint8Array<ArrayBuffer> | null } = { secret: null }) =>
  openSealedStore({ name, mode: 'device', unlock, keeper: keeperFor(session) });

/** A PC with an empty disk. */
function goToOtherPc(): void {
  globalThis.indexedDB = new IDBFactory();
}

async function exportOf(fill: (store: Store) => Promise<unknown>) {
  const store = await open(OLD);
  await fill(store);
  const answers = await seen(store);
  const exported = await store.exportSealed(PASSPHRASE);
  store.close();
  return { ...exported, answers };
}

/** What a store answers. */
async function seen(store: Store) {
  const records = store.records(SOURCE);
  const ids = ['resident-1', 'resident-2', 'resident-CANARYID'];
  return {
    records: await Promise.all(
      ids.map(async (id) => {
        const { resources, kinds, pending } = await records.read(id);
        const texts = resources.map(({ text }) => text).sort();
        return { texts, kinds: [...kinds], pending, versions: await records.versions(id) };
      }),
    ),
    checkpoints: await Promise.all([
      records.checkpoint('home-1', 'Observation'),
      records.checkpoint('home-CANARYHOME', 'CANARYNOTE'),
    ]),
    members: await records.members('home-CANARYHOME'),
    cards: await records.cards('home-CANARYHOME'),
    entries: await store.outbox.entries(),
    counts: await store.outbox.counts(),
    acknowledgements: await Promise.all(
      ['accepted', 'intent-0', 'intent-1'].map((each) => store.outbox.acknowledgement(each)),
    ),
    drafts: await Promise.all(ids.map((id) => store.drafts.list(id))),
    look: await store.looks.last('sub-CANARYPERSON', 'resident-CANARYID'),
    setting: await store.settings.get('server-epoch'),
  };
}

const bring = (file: Uint8Array, more: Partial<Parameters<typeof importSealed>[0]> = {}) =>
  importSealed({ name, unlock: NEW, file, passphrase: PASSPHRASE, ...more });

test('M1: a file moves everything, in its order, and the other PC gives the same answers', async () => {
  const { file, counts, answers } = await exportOf(async (store) => {
    await fillWithCanaries(store);
    await store.settings.set('server-epoch', 3);
  });
  const log = await open(OLD).then(async (store) => [await store.log(), store.close()][0]);
  goToOtherPc();
  assert.deepEqual(await bring(file), counts);
  assert.ok(
    counts.outbox >= 3 && counts.pack > 0 && counts.draft === 1 && counts.ack === 1 && counts.look === 1,
  );
  const store = await open(NEW);
  assert.deepEqual(await seen(store), answers);
  assert.deepEqual(await store.log(), log);
  assert.equal(await store.outbox.enqueue(operation('accepted')), 'known');
  await store.outbox.enqueue(operation('later'));
  const order = (await store.outbox.entries()).map(({ n }) => n);
  assert.equal(order.at(-1), Math.max(...order), 'what comes later stands behind what moved');
  store.close();
});

test('M1: no word of a record, draft, person or home is readable in the file', async () => {
  const { file } = await exportOf(fillWithCanaries);
  const bytes = characters(file);
  for (const canary of CANARIES)
    for (const spelling of spellings(canary))
      assert.ok(!bytes.includes(spelling), `${canary} lies in the file`);
});

test('M1, property: whatever was done before, the answers are the same after it moved', async () => {
  const put = fc.array(
    fc.tuple(fc.constantFrom('Observation', 'Goal'), fc.nat(30), fc.integer({ min: 1, max: 9 })),
  );
  const step = fc.record({ resident: fc.constantFrom('resident-1', 'resident-2'), put });
  const done = fc.record({
    steps: fc.array(step, { maxLength: 4 }),
    intents: fc.uniqueArray(fc.nat(9), { maxLength: 6 }),
    accepts: fc.boolean(),
    purges: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(done, async ({ steps, intents, accepts, purges }) => {
      globalThis.indexedDB = new IDBFactory();
      const { file, answers, counts } = await exportOf(async (store) => {
        const epoch = await store.leadership.begin();
        for (const { resident, put: rows } of steps) {
          const all = rows.map(([type, id, version]) => resource(type, `${id}`, version));
          const changes = [change(resident, { put: all, kinds: { Observation: loaded(AT) } })];
          await store.records(SOURCE).apply({ epoch, changes, checkpoints: [checkpoint()] });
        }
        for (const each of intents) await store.outbox.enqueue(operation(`intent-${each}`));
        const [first] = await store.outbox.entries();
        const bodies = [resource('Observation', 'accepted', 1)];
        if (accepts && first)
          await store.outbox.change(first.n, ['queued'], null, { kind: 'accept', at: AT, bodies });
        await store.drafts.save(draft('d', 'resident-2'), null, AT);
        if (purges) await store.records(SOURCE).purge('resident-1', 'consent-withdrawn');
      });
      goToOtherPc();
      assert.deepEqual(await bring(file), counts);
      const store = await open(NEW);
      assert.deepEqual(await seen(store), answers);
      store.close();
    }),
    { numRuns: 15 },
  );
});

test('M2: a wrong passphrase, a damaged, a cut and a foreign file change nothing', async () => {
  const { file } = await exportOf(fillWithCanaries);
  goToOtherPc();
  (await open(NEW)).close();
  const before = await rowsOf(name);
  await assert.rejects(bring(file, { passphrase: 'seven quiet herons flying' }), { code: 'forbidden' });
  for (const cut of [0, 3, 100, file.length - 1])
    await assert.rejects(bring(file.slice(0, cut)), { code: 'malformed' }, `cut at ${cut}`);
  for (const at of [file.length >> 1, file.length - 1]) {
    const damaged = file.with(at, (file[at] ?? 0) ^ 1);
    await assert.rejects(bring(damaged), { code: 'malformed' }, `damaged at ${at}`);
  }
  await assert.rejects(bring(file, { name: newName() }), { code: 'bad-argument' });
  assert.deepEqual(await rowsOf(name), before);
});

test('M2: if the disk breaks while the rows are put, nothing of them is there', async () => {
  const { file } = await exportOf(fillWithCanaries);
  goToOtherPc();
  (await open(NEW)).close();
  const before = await rowsOf(name);
  fullDisk(['draft'], () => true);
  await assert.rejects(bring(file), { code: 'not-kept' });
  roomAgain();
  assert.deepEqual(await rowsOf(name), before);
});

const WORK = ['outbox', 'draft', 'log', 'ack', 'quar'] as const;

/** What people leave behind, each in one place alone: work that waits, drafts, what was given up, sent, or put aside unread. */
const LEFT: Readonly<Record<(typeof WORK)[number], (store: Store) => Promise<unknown>>> = {
  outbox: (store) => store.outbox.enqueue(operation('mine')),
  draft: (store) => store.drafts.save(draft('mine'), null, AT),
  log: async ({ outbox }) => {
    await outbox.enqueue(operation('mine'));
    const [entry] = await outbox.entries();
    const discard = { kind: 'discard', at: AT, by: 'nurse-2', why: 'twice' } as const;
    await outbox.change(entry?.n ?? 0, ['queued'], null, discard);
  },
  ack: async ({ outbox }) => {
    await outbox.enqueue(operation('mine'));
    const [entry] = await outbox.entries();
    await outbox.change(entry?.n ?? 0, ['queued'], null, { kind: 'accept', at: AT, bodies: [] });
  },
  quar: async (store) => {
    await store.drafts.save(draft('mine'), null, AT);
    await damage(name, 'draft', flipped);
    await store.drafts.list('resident-1');
  },
};

for (const [kind, work] of Object.entries(LEFT))
  test(`M3: where somebody has left work (${kind}), no file is taken in, and the work stays`, async () => {
    const { file } = await exportOf(fillWithCanaries);
    goToOtherPc();
    const store = await open(NEW);
    await work(store);
    const answers = await seen(store);
    store.close();
    const before = await rowsOf(name);
    assert.deepEqual(
      WORK.filter((each) => before.get(each)?.length !== 0),
      [kind],
    );
    await assert.rejects(bring(file), { code: 'busy' });
    const again = await open(NEW);
    assert.deepEqual(await seen(again), answers);
    again.close();
  });

test('M1: what lies in memory mode is saved onto a PC with a passphrase', async () => {
  const store = await openInSession(name, { secret: null });
  await fillWithCanaries(store);
  const answers = await seen(store);
  const { file } = await store.exportSealed(PASSPHRASE);
  store.close();
  goToOtherPc();
  await bring(file);
  const after = await open(NEW);
  assert.deepEqual(await seen(after), answers);
  after.close();
});

test('M3: a file is taken in once', async () => {
  const { file } = await exportOf(fillWithCanaries);
  goToOtherPc();
  await bring(file);
  await assert.rejects(bring(file), { code: 'busy' });
});

test('M4: the old way of unlocking opens nothing on the other PC, and the old PC keeps all of it', async () => {
  const { file, answers } = await exportOf(fillWithCanaries);
  goToOtherPc();
  await bring(file);
  await assert.rejects(open(OLD), { code: 'forbidden' });
  globalThis.indexedDB = firstPc;
  const store = await open(OLD);
  assert.deepEqual(await seen(store), answers);
  store.close();
});

test('M4: a leader and a window of before write nothing more on the PC that took the file in', async () => {
  const { file } = await exportOf(fillWithCanaries);
  goToOtherPc();
  const window = await open(NEW);
  const epoch = await window.leadership.begin();
  await bring(file);
  await assert.rejects(window.outbox.enqueue(operation('late')), { code: 'overtaken' });
  const store = await open(NEW);
  assert.ok((await store.leadership.current()) > epoch);
  store.close();
});

test('M5: what may be kept for a session does not move, and a locked store gives no file', async () => {
  const { file } = await exportOf(async (store) => {
    const epoch = await store.leadership.begin();
    const put = Array.from({ length: 150 }, (_, i) => resource('Observation', `${i}`, 1));
    const changes = [change('resident-1', { put })];
    await store.records(SESSION).apply({ epoch, changes, checkpoints: [checkpoint()] });
    await store.records(SOURCE).apply({ epoch, changes, checkpoints: [] });
  });
  goToOtherPc();
  const counts = await bring(file);
  assert.deepEqual([counts.key, counts.ver, counts.ckpt], [1, 1, 0]);
  const store = await open(NEW);
  store.lock();
  await assert.rejects(store.exportSealed(PASSPHRASE), { code: 'locked' });
  store.close();
});
