import { expect, waitUntil } from '@open-wc/testing';
import type { HomeMatters } from '@ehch/clinical';
import type { EngineLinkListener } from './engine-link.ts';
import { WatchedMatters } from './watched-matters.ts';

const listOf = (home: string): HomeMatters => ({
  residents: [],
  homes: [{ home, name: home, state: { state: 'loading' }, unlisted: { state: 'loading' } }],
  onTheList: [],
});

/** A list on screen over an engine whose answers a test gives by hand. */
function watched() {
  const asked: PromiseWithResolvers<HomeMatters>[] = [];
  const told: (string | null)[] = [];
  let listener: EngineLinkListener | null = null;
  const link = {
    isClosed: false,
    listen(one: EngineLinkListener) {
      listener = one;
      return () => (listener = null);
    },
    engine: async () =>
      ({
        async listMatters() {
          const answer = Promise.withResolvers<HomeMatters>();
          asked.push(answer);
          return answer.promise;
        },
      }) as never,
  };
  const list = new WatchedMatters(
    link,
    () => '2026-11-21T09:30:00Z',
    (matters) => told.push(matters?.homes[0]?.home ?? null),
  );
  return {
    list,
    link,
    told,
    asked,
    note: () => void listener?.onChange([]),
    lose: () => listener?.onLoss(),
    hears: () => listener !== null,
    /** Waits for the nth question. The list asks no more than once a second. */
    question: (n: number) => waitUntil(() => asked.length >= n, `question ${n}`, { timeout: 5000 }),
  };
}

it('asks one question at a time, and once more for all that was noted meanwhile', async () => {
  const { list, asked, told, note, question } = watched();
  await question(1);
  note();
  note();
  note();
  expect(asked.length).to.equal(1);
  asked[0]?.resolve(listOf('one'));
  await question(2);
  asked[1]?.resolve(listOf('two'));
  await waitUntil(() => told.length === 2);
  note();
  await question(3);
  expect([asked.length, told]).to.deep.equal([3, ['one', 'two']]);
  list.stop();
});

it('gives nobody an answer to a question from before a lock', async () => {
  const { list, asked, told, question } = watched();
  await question(1);
  list.conceal();
  asked[0]?.resolve(listOf('before'));
  list.reveal();
  await question(2);
  asked[1]?.resolve(listOf('after'));
  await waitUntil(() => told.includes('after'));
  expect(told).to.deep.equal([null, 'after']);
  list.stop();
});

it('says "not known" where the engine fails or is lost, and asks again', async () => {
  const { list, asked, told, lose, note, question } = watched();
  await question(1);
  asked[0]?.reject(new Error('The port is gone.'));
  await waitUntil(() => told.length === 1);
  note();
  await question(2);
  asked[1]?.resolve(listOf('known'));
  await waitUntil(() => told.includes('known'));
  lose();
  expect(told).to.deep.equal([null, 'known', null]);
  await question(3);
  list.stop();
});

it('goes on after a screen that failed to draw it', async () => {
  const asked: string[] = [];
  const link = {
    isClosed: false,
    listen: () => () => {},
    engine: async () =>
      ({
        async listMatters() {
          asked.push('asked');
          return listOf(`home ${asked.length}`);
        },
      }) as never,
  };
  const drawn: string[] = [];
  const list = new WatchedMatters(
    link,
    () => '2026-11-21T09:30:00Z',
    (matters) => {
      drawn.push(matters?.homes[0]?.home ?? '');
      if (drawn.length === 1) throw new Error('It could not be drawn.');
    },
  );
  await waitUntil(() => drawn.length === 1);
  list.reveal();
  await waitUntil(() => drawn.includes('home 2'), 'drawn again', { timeout: 5000 });
  list.stop();
});

it('tells nothing after it was stopped, and hears nothing more', async () => {
  const { list, asked, told, hears, question } = watched();
  await question(1);
  list.stop();
  asked[0]?.resolve(listOf('late'));
  // The answer goes through several promises before anybody would hear of it.
  await new Promise((resolve) => setTimeout(resolve, 20));
  list.reveal();
  expect([told, hears(), asked.length]).to.deep.equal([[], false, 1]);
});

it('tells the same list once, however often it is asked for', async () => {
  const { list, asked, told, note, question } = watched();
  await question(1);
  asked[0]?.resolve(listOf('one'));
  await waitUntil(() => told.length === 1);
  note();
  await question(2);
  asked[1]?.resolve(listOf('one'));
  note();
  await question(3);
  asked[2]?.resolve(listOf('two'));
  await waitUntil(() => told.includes('two'));
  expect(told).to.deep.equal(['one', 'two']);
  list.stop();
});

it('waits a second before it asks again, however many notes come while a home is loaded', async () => {
  const waits: number[] = [];
  const { setTimeout: later } = globalThis;
  // The waits of the list pass at once here, and are noted. Those of the test itself are shorter or longer.
  const isOfList = (ms: number) => ms >= 500 && ms < 5000;
  globalThis.setTimeout = ((done: () => void, ms = 0) => {
    if (isOfList(ms)) waits.push(ms);
    return later(done, isOfList(ms) ? 0 : ms);
  }) as typeof setTimeout;
  try {
    const { list, asked, note, question } = watched();
    await question(1);
    for (let at = 0; at < 3; at += 1) {
      note();
      note();
      asked[at]?.resolve(listOf(String(at)));
      await question(at + 2);
    }
    list.stop();
  } finally {
    globalThis.setTimeout = later;
  }
  expect(waits.slice(0, 3)).to.deep.equal([1000, 1000, 1000]);
});
