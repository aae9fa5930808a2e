import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import type { Store } from '@ehch/store';
import { abortedWrites, roomAgain } from '../../test/crash.ts';
import { newName, openInSession } from '../../test/opened.ts';
import { change, checkpoint, draft, loaded, operation, resource } from '../../test/samples.ts';

const SOURCE = { id: 'server', keep: 'yes' } as const;
const AT = '2026-11-21T10:00:00Z';

/** What a person does, and what a pull brings. Each is one call that may find the disk full. */
const ACTS: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  pull: async (store) =>
    store.records(SOURCE).apply({
      epoch: await store.leadership.current(),
      changes: [
        change('resident-1', {
          put: Array.from({ length: 40 }, (_, i) => resource('Observation', `${i}`, 1)),
          kinds: { Observation: loaded(AT) },
        }),
      ],
      checkpoints: [checkpoint()],
    }),
  press: (store) => store.outbox.enqueue(operation('press')),
  worry: (store) => store.outbox.enqueue(operation('worry', { class: 'escalation' })),
  draft: (store) => store.drafts.save(draft('d'), null, AT),
  claim: (store) => moves(store, 'press', { kind: 'move', to: 'sending', notBefore: 0 }),
  accept: (store) =>
    moves(store, 'press', { kind: 'accept', at: AT, bodies: [resource('Observation', 'o-press', 2)] }),
  discard: (store) => moves(store, 'worry', { kind: 'discard', at: AT, by: 'nurse-1', why: 'twice' }),
  look: (store) => store.looks.set('nurse-1', 'resident-1', AT),
};

async function moves(
  store: Store,
  intent: string,
  change: Parameters<Store['outbox']['change']>[3],
): Promise<unknown> {
  const entry = (await store.outbox.entries()).find((each) => each.intent === intent);
  return store.outbox.change(entry?.n ?? -1, ['queued', 'sending'], null, change);
}

afterEach(roomAgain);

/** What people did, which nothing may touch. A draft's revision is a new one at each save. */
async function work(store: Store): Promise<string> {
  return JSON.stringify({
    outbox: await store.outbox.entries(),
    accepted: await store.outbox.acknowledgements(),
    drafts: (await store.drafts.list('resident-1')).map(({ draft: kept }) => kept),
    look: await store.looks.last('nurse-1', 'resident-1'),
  });
}

const GONE = 'gone, and to be loaded again';

/** The copies. They may go, to make room; then no checkpoint counts their resident as loaded. */
async function copies(store: Store): Promise<string> {
  const records = store.records(SOURCE);
  const { resources } = await records.read('resident-1');
  const members = (await records.checkpoint('home-1', 'Observation'))?.members ?? [];
  const texts = resources.map(({ text }) => text).sort();
  return members.includes('resident-1') ? JSON.stringify(texts) : GONE;
}

/**
 * A day on which the disk is full at the n-th put of one act, alone or from then on.
 *
 * @returns whether the n-th put came
 */
async function fullFrom(act: string, n: number, isForGood: boolean): Promise<boolean> {
  const store = await openInSession(newName(), { secret: null });
  await store.leadership.begin();
  let hasCome = false;
  for (const [name, run] of Object.entries(ACTS)) {
    if (name !== act) {
      await run(store);
      continue;
    }
    const before = { work: await work(store), copies: await copies(store) };
    let puts = 0;
    abortedWrites(() => {
      puts++;
      hasCome ||= puts === n;
      return isForGood ? puts >= n : puts === n;
    });
    const outcome = await run(store).then(
      () => 'kept',
      (error: unknown) => (error instanceof EhchError ? error.code : String(error)),
    );
    roomAgain();
    const where = `${act}, put ${n}${isForGood ? ' and all after it' : ''}`;
    assert.ok(outcome === 'kept' || outcome === 'not-kept', `${where}: ${outcome}`);
    if (outcome === 'not-kept') {
      assert.equal(await work(store), before.work, `${where}: nothing of it may lie there`);
      assert.ok([before.copies, GONE].includes(await copies(store)), `${where}: half of the copies`);
      // I2: the form stayed open, and the person tries again once there is room.
      await run(store);
    }
  }
  // Whatever happened in between, the day ends as it would have.
  const whole = await wholeDay();
  assert.ok((await work(store)) === whole.work, `${act}, put ${n}: what people did`);
  assert.ok([whole.copies, GONE].includes(await copies(store)), `${act}, put ${n}: the copies`);
  store.close();
  return hasCome;
}

let day: Promise<{ readonly work: string; readonly copies: string }> | null = null;
function wholeDay() {
  day ??= (async () => {
    const store = await openInSession(newName(), { secret: null });
    await store.leadership.begin();
    for (const run of Object.values(ACTS)) await run(store);
    const end = { work: await work(store), copies: await copies(store) };
    store.close();
    return end;
  })();
  return day;
}

for (const act of Object.keys(ACTS))
  for (const isForGood of [false, true])
    test(`D4 (21): full at ${isForGood ? 'each put from the n-th on' : 'the n-th put alone'}: ${act} is kept whole or not at all, and a second try ends the day as ever`, async () => {
      let n = 1;
      while (await fullFrom(act, n, isForGood)) n++;
      assert.ok(n > 1, 'it writes at least once');
    });
