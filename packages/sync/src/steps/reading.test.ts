import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '@ehch/clinical/time';
import { readings, type ReadResident } from './reading.ts';

const NINE = '2026-11-21T09:00:00Z';

/** Readings that end when the test decides. `begun` holds the moment of each. */
function slow() {
  const begun: Instant[] = [];
  const ends: { resolve: (opened: ReadResident) => void; reject: (error: Error) => void }[] = [];
  let tell: (leading: ReadResident) => void = () => {};
  const { get, leading, outdate } = readings((now, tellLeading) => {
    begun.push(now);
    tell = tellLeading;
    return new Promise((resolve, reject) => {
      ends.push({ resolve, reject });
    });
  });
  const opened = (seq: number): ReadResident => ({ seq, now: NINE, view: undefined as never });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    begun,
    get,
    leading,
    tellLeading: (seq: number) => tell({ ...opened(seq), isLeading: true }),
    outdate,
    turn,
    end: async (seq: number) => {
      ends.shift()?.resolve(opened(seq));
      await turn();
    },
    breakOff: async () => {
      ends.shift()?.reject(new Error('the store broke'));
      await turn();
    },
  };
}

const seqs = async (...asked: Promise<ReadResident>[]) => (await Promise.all(asked)).map(({ seq }) => seq);

test('all callers share one reading of one state of a record', async () => {
  const { begun, get, end, turn } = slow();
  const asked = [get(NINE), get(NINE)];
  await turn();
  await end(1);
  assert.deepEqual(await seqs(...asked, get(NINE)), [1, 1, 1]);
  assert.equal(begun.length, 1);
});

test('a change during a reading is in the next reading, which all later callers share', async () => {
  const { begun, get, outdate, end, turn } = slow();
  const first = get(NINE);
  await turn();
  outdate();
  const second = get(NINE);
  outdate();
  const third = get(NINE);
  assert.equal(begun.length, 1, 'one runs at a time');
  await end(1);
  await end(2);
  assert.deepEqual(await seqs(first, second, third, get(NINE)), [1, 2, 2, 2]);
  outdate();
  const last = get(NINE);
  await turn();
  await end(3);
  assert.deepEqual(await seqs(last), [3]);
});

test('a reading holds for one minute, and never before its own time', async () => {
  const { begun, get, end, turn } = slow();
  const first = get(NINE);
  await turn();
  await end(1);
  await Promise.all([first, get('2026-11-21T09:00:59Z')]);
  const later = get('2026-11-21T09:01:00Z');
  await turn();
  await end(2);
  const back = get(NINE);
  await turn();
  await end(3);
  assert.deepEqual(await seqs(later, back), [2, 3]);
  assert.deepEqual(begun, [NINE, '2026-11-21T09:01:00Z', NINE]);
});

test('after a failed reading the next caller starts another', async () => {
  const { get, end, breakOff, turn } = slow();
  const broken = assert.rejects(get(NINE), /the store broke/);
  await turn();
  await breakOff();
  await broken;
  const again = get(NINE);
  await turn();
  await end(2);
  assert.deepEqual(await seqs(again), [2]);
});

test('what leads is told while the rest of the same reading goes on, and the whole once it is there', async () => {
  const { begun, get, leading, tellLeading, end, turn } = slow();
  const [first, whole] = [leading(NINE), get(NINE)];
  await turn();
  tellLeading(1);
  assert.equal((await first).isLeading, true);
  assert.equal((await leading(NINE)).isLeading, true, 'also to whoever asks meanwhile');
  await end(1);
  assert.equal((await whole).isLeading, undefined);
  assert.equal((await leading(NINE)).isLeading, undefined);
  assert.equal(begun.length, 1);
});

test('whoever waits for what leads hears of a reading that failed before', async () => {
  const { leading, breakOff, turn } = slow();
  const asked = leading(NINE);
  await turn();
  await Promise.all([assert.rejects(asked, /the store broke/), breakOff()]);
});
