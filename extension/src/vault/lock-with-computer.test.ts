import assert from 'node:assert/strict';
import { test } from 'node:test';

/** The browser of this test, which has no idle API at first. */
const world: { runtime: { id: string }; idle?: object } = { runtime: { id: 'ours' } };
Object.assign(globalThis, { browser: world, chrome: world });
const { computerState, onComputerState, watchForIdle } = await import('./lock-with-computer.ts');

test('a browser that cannot say how the computer stands never locks', async () => {
  delete world.idle;
  assert.equal(await computerState(60), 'active');
  watchForIdle(60);
  onComputerState(() => assert.fail());
});

test('a computer is active, idle or locked, as the browser says; an unknown word is none of the others', async () => {
  let state = 'locked';
  const asked: number[] = [];
  let tell: ((state: string) => void) | undefined;
  world.idle = {
    queryState: async (seconds: number) => {
      asked.push(seconds);
      return state;
    },
    setDetectionInterval: (seconds: number) => void asked.push(seconds),
    onStateChanged: { addListener: (hear: (state: string) => void) => (tell = hear) },
  };
  for (state of ['locked', 'idle', 'active']) assert.equal(await computerState(300), state);
  state = 'asleep';
  assert.equal(await computerState(300), 'active');
  watchForIdle(120);
  assert.deepEqual(asked, [300, 300, 300, 300, 120]);
  const heard: string[] = [];
  onComputerState((each) => void heard.push(each));
  for (const each of ['idle', 'locked', 'active']) tell?.(each);
  assert.deepEqual(heard, ['idle', 'locked', 'active']);
});
