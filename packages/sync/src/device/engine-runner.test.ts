import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import type { ConnectionState } from '@ehch/store';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { createDeviceEngine } from './device-engine.ts';
import { configuration, pluggable, until } from './device.fixtures.ts';
import { storesWith } from './stores.fixtures.ts';

// Store SPEC D9, where what is kept is erased at a moment to which no browser can be brought.

/**
 * An engine whose stores are erased by their number. One thing lies in each. `erased`: that store is so before anybody
 * listens.
 * `keepsNothing`: the settings of that store cannot be written.
 */
function engineOver({ erased = -1, keepsNothing = -1 } = {}) {
  const erase: (() => void)[] = [];
  const opened: EngineConfiguration[] = [];
  const stores = storesWith((store, of) => {
    const number = opened.push(of) - 1;
    let state: ConnectionState = number === erased ? 'erased' : 'open';
    const listeners = new Set<() => void>();
    erase.push(() => {
      state = 'erased';
      for (const tell of listeners) tell();
    });
    if (number === keepsNothing)
      store.store.settings.set = () => Promise.reject(new EhchError('not-kept', 'It is full.'));
    return {
      ...store,
      connection: {
        state: () => state,
        id: () => `${number}`,
        lastCounted: () => 1,
        watch(onChange) {
          listeners.add(onChange);
          return () => listeners.delete(onChange);
        },
      },
    };
  });
  const { http } = pluggable();
  const engine = createDeviceEngine({ connect: () => http, onChange: () => undefined, stores });
  /** That something was lost is told, and how much. */
  const told = async (number: number) => {
    const { lost, wasErased } = await until(
      () => engine.status(null),
      (status) => status.lost === number,
    );
    assert.deepEqual([lost, wasErased], [number, true]);
  };
  return { engine, erase, opened, told };
}

test('D9: what is erased while the engine starts is noticed as well', async () => {
  const { engine, opened, told } = engineOver({ erased: 0 });
  await engine.configure(configuration);
  await told(1);
  assert.equal(opened.length, 2);
  await engine.close();
});

test('D9: where the same is configured again meanwhile, it is noticed all the same', async () => {
  const { engine, opened, told } = engineOver({ erased: 0 });
  await Promise.all([engine.configure(configuration), engine.configure(configuration)]);
  await told(1);
  assert.equal(opened.length, 2);
  await engine.close();
});

test('D9: where something else is configured meanwhile, nothing begins over it', async () => {
  for (let moment = 0; moment < 12; moment++) {
    const { engine, erase, opened } = engineOver();
    await engine.configure(configuration);
    erase[0]?.();
    for (let passed = 0; passed < moment; passed++) await Promise.resolve();
    await engine.configure({ ...configuration, sourceLabel: 'another' });
    await engine.status(null);
    assert.equal(opened.at(-1)?.sourceLabel, 'another', `after ${moment} turns`);
    await engine.close();
  }
});

test('D9: what is erased twice before anybody asks is told with both', async () => {
  const { engine, erase, opened, told } = engineOver();
  await engine.configure(configuration);
  erase[0]?.();
  await until(
    async () => opened.length,
    (length) => length === 2,
  );
  erase[1]?.();
  await told(2);
  await engine.close();
});

test('D9: of several erasures that nobody has noted, all is told', async () => {
  const { engine, erase, told } = engineOver();
  await engine.configure(configuration);
  erase[0]?.();
  await told(1);
  erase[1]?.();
  await told(2);
  await engine.noteLost({ shown: 2 });
  erase[2]?.();
  await told(1);
  await engine.close();
});

test('D9: where an erasure cannot be written down, the engine goes on and tells it', async () => {
  const { engine, erase, told } = engineOver({ keepsNothing: 1 });
  await engine.configure(configuration);
  erase[0]?.();
  await told(1);
  erase[1]?.();
  await told(2);
  await engine.close();
});
