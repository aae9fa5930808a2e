import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '@ehch/clinical/time';
import { readings, type ReadResident } from './reading.ts';

const NINE = '2026-11-21T09:00:00Z';

/** Readings that end when the test decides. `begun` holds the moment of each. */
function slow() {
  const begun: Instant[] = [];
  const ends: { resolve: (opened: ReadResident) => void; reject: (error: Error) => void }[] = [];
  const { get, outdate } = readings((now) => {
    begun.push(now);
    return new Promise((resolve, reject) => {
      ends.push({ resolve, reject });
    });
  });
  const opened = (seq: number): ReadResident => ({ seq, now: NINE, view: undefined as never });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    begun,
    get,
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
