import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualTime } from '../../test/chaos/virtual-time.ts';
import type { Timing } from '../timing.ts';
import { watchComebacks } from './comebacks.ts';

function watched(timing: Timing) {
  const seen = { looks: 0, comebacks: 0 };
  let back = (): void => undefined;
  const leave = watchComebacks(
    {
      timing,
      onNetworkBack(then) {
        back = then;
        return () => (back = () => undefined);
      },
    },
    { onLook: () => (seen.looks += 1), onComeback: () => (seen.comebacks += 1) },
  );
  return { seen, leave, networkIsBack: () => back() };
}

test('A3: while nothing happens, a window looks for missed notes every 15 seconds', async () => {
  const time = new VirtualTime(1);
  const { seen, leave } = watched(time);
  await time.pass(60_000);
  assert.deepEqual(seen, { looks: 4, comebacks: 0 });
  leave();
  await time.pass(60_000);
  assert.equal(seen.looks, 4);
});

test('a device that slept, or a window that was frozen, comes back as soon as its timers run again', async () => {
  const time = new VirtualTime(1);
  let asleepMs = 0;
  const { seen, leave } = watched({
    now: () => time.now() + asleepMs,
    random: time.random,
    wait: (ms, stop) => time.wait(ms, stop),
  });
  await time.pass(20_000);
  asleepMs = 3_600_000;
  await time.pass(10_000);
  assert.deepEqual(seen, { looks: 2, comebacks: 1 });
  await time.pass(60_000);
  assert.equal(seen.comebacks, 1);
  leave();
});

test('P12: a network that is back is used within three seconds, and not by all clients at once', async () => {
  const times = await Promise.all(
    [1, 2, 3].map(async (seed) => {
      const time = new VirtualTime(seed);
      const { seen, leave, networkIsBack } = watched(time);
      networkIsBack();
      let ms = 0;
      for (; seen.comebacks === 0; ms += 50) await time.pass(50);
      leave();
      return ms;
    }),
  );
  assert.ok(times.every((ms) => ms <= 3_050));
  assert.equal(new Set(times).size, 3);
});
