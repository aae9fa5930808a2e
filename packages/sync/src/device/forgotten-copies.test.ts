import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMemoryStore } from '@ehch/store';
import { queuedLocks } from '../locks.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { SIGNED_IN, until, world } from './before-sign-in.fixtures.ts';
import { PLACE } from './device.fixtures.ts';
import { memoryStores } from './memory-stores.ts';
import { storesWith } from './stores.fixtures.ts';
import type { OpenedStore, Stores } from './stores.ts';

const COPIED: EngineConfiguration = { ...SIGNED_IN, place: PLACE, copies: 'homes' };
const GROUP = {
  resourceType: 'Group',
  id: 'g',
  type: 'person',
  actual: true,
  member: [{ entity: { reference: 'Patient/one' } }],
};
const PROBLEM = {
  resourceType: 'Condition',
  id: 'c',
  subject: { reference: 'Patient/one' },
  code: { text: 'Gout' },
};

const turns = async (n: number) => {
  for (let turn = 0; turn < n; turn++) await new Promise((resolve) => setTimeout(resolve, 5));
};

async function copiedHome() {
  const { engine: engineOn, http, server } = world();
  server.load([GROUP, PROBLEM]);
  const stores = memoryStores();
  const opened: OpenedStore[] = [];
  const open: Stores['open'] = async (configuration) => {
    const one = await stores.open(configuration);
    opened.push(one);
    return one;
  };
  const engine = engineOn({ ...stores, open });
  await engine.configure(COPIED);
  const copies = opened[0]?.store.records({ id: 'server', keep: 'session' }) ?? assert.fail();
  const texts = async () => (await copies.read('one')).resources.map(({ text }) => text).join();
  return { engine, http, texts };
}
const isCopied = (text: string) => text.includes('Gout');

test('L12: what was forgotten is not copied again by itself, and is copied again once somebody asks for it', async () => {
  const { engine, texts } = await copiedHome();
  await until(texts, isCopied);
  await engine.forget(null);
  await engine.tryNow(null);
  await turns(20);
  assert.equal(await texts(), '');
  await engine.load({ go: true });
  await until(texts, isCopied);
  await engine.close();
});

test('L12: what one window forgets, another window that leads does not bring back', async () => {
  const { engine: engineOn, server } = world();
  server.load([GROUP, PROBLEM]);
  const store = openMemoryStore();
  const stores = storesWith((opened) => ({ ...opened, store, name: 'db' }));
  const locks = queuedLocks();
  const [leads, forgets] = [engineOn(stores, locks), engineOn(stores, locks)];
  await leads.configure(COPIED);
  await forgets.configure(COPIED);
  const copies = store.records({ id: 'server', keep: 'session' });
  const texts = async () => (await copies.read('one')).resources.map(({ text }) => text).join();
  await until(texts, isCopied);
  await forgets.forget(null);
  await leads.tryNow(null);
  await turns(40);
  assert.equal(await texts(), '');
  await leads.close();
  await forgets.close();
});

test('L12: the next configuration copies the homes again', async () => {
  const { engine, texts } = await copiedHome();
  await until(texts, isCopied);
  await engine.forget(null);
  await engine.configure({ ...COPIED, sourceLabel: 'signed in anew' });
  await until(texts, isCopied);
  await engine.close();
});

test('L12: an answer that was on its way when the copies were forgotten leaves none', async () => {
  const { engine, http, texts } = await copiedHome();
  let answer = () => {};
  const request = http.request.bind(http);
  const isHeld = { now: false };
  http.request = async (asked, stop) => {
    const answered = await request(asked, stop);
    if (!asked.url.includes('Condition') && asked.body?.includes('Condition') !== true) return answered;
    isHeld.now = true;
    await new Promise<void>((resolve) => (answer = resolve));
    return answered;
  };
  await until(async () => isHeld.now, Boolean);
  await engine.forget(null);
  answer();
  await turns(20);
  assert.equal(await texts(), '');
  await engine.close();
});
