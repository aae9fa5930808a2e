import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMemoryStore } from '@ehch/store';
import type { Death } from './client-window.ts';
import { runKilledDay } from './kill-run.ts';

/** Every so many of the day's calls. `npm run soak` tries them all, on the sealed store. */
const EACH = 61;

const die = (death: Death | null) => runKilledDay(death, openMemoryStore());

test('I1 I2 I4 I5: a window may die before or after any write or request of a day, and the next one goes on by itself', async () => {
  const { broken, calls } = await die(null);
  assert.deepEqual(broken, []);
  for (let at = 0; at < calls.length; at += EACH)
    for (const when of ['before', 'after'] as const)
      assert.deepEqual((await die({ at, when })).broken, [], `${when} call ${at}, ${calls[at]}`);
});

test('L5: a resident who moves out is erased, also if the window dies between the list and the erasing', async () => {
  const { calls } = await die(null);
  for (const call of ['store.records.putMembers', 'store.records.purge']) {
    const places = calls.flatMap((name, at) => (name === call ? [at] : []));
    for (const at of places.slice(1, 3))
      for (const when of ['before', 'after'] as const)
        assert.deepEqual((await die({ at, when })).broken, [], `${when} ${call}`);
  }
});
