import assert from 'node:assert/strict';
import { test } from 'node:test';

/** The browser of this test, which has no idle API at first. */
const world: { runtime: { id: string }; idle?: object } = { runtime: { id: 'ours' } };
Object.assign(globalThis, { browser: world, chrome: world });
const { isComputerLocked, onComputerLock } = await import('./lock-with-computer.ts');

test('a browser that cannot say whether the computer is locked, such as Firefox, never locks', async () => {
  delete world.idle;
  assert.equal(await isComputerLocked(), false);
  onComputerLock(() => assert.fail());
});

test('only a locked computer locks: one where nobody moves does not', async () => {
  let state = 'locked';
  let tell: ((state: string) => void) | undefined;
  world.idle = {
    queryState: async () => state,
    onStateChanged: { addListener: (hear: (state: string) => void) => (tell = hear) },
  };
  assert.equal(await isComputerLocked(), true);
  for (state of ['idle', 'active']) assert.equal(await isComputerLocked(), false);
  const heard: boolean[] = [];
  onComputerLock((isLocked) => void heard.push(isLocked));
  for (const each of ['idle', 'locked', 'active']) tell?.(each);
  assert.deepEqual(heard, [false, true, false]);
});
