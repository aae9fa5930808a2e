import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { standInBrowser } from '../stand-in-browser.fixtures.ts';

const { world } = standInBrowser();
const { builtIn } = await import('./built-in.ts');
const { forgetTaught, keepTaught } = await import('./keep-taught.ts');
const { readOwn } = await import('./read-own.ts');
const [template] = builtIn.templates;
assert.ok(template);

const A = 'https://a.example';
const B = 'https://b.example';
const kept = async () =>
  (await readOwn(builtIn.templates)).taught.map(({ state, adapter }) => [state, adapter.match[0]?.origin]);
beforeEach(() => {
  Object.assign(globalThis, { __DEMO__: false });
  world.local = { configuration: 'somebody else’s' };
});

test('a site has one adapter that was taught, the newest, and is forgotten alone', async () => {
  await keepTaught({ origin: A, template, state: 'confirmed' });
  await keepTaught({ origin: B, template, state: 'draft' });
  assert.deepEqual(await kept(), [
    ['confirmed', A],
    ['draft', B],
  ]);
  await keepTaught({ origin: A, template, state: 'draft' });
  assert.deepEqual(await kept(), [
    ['draft', B],
    ['draft', A],
  ]);
  await forgetTaught((origin) => origin === B);
  assert.deepEqual(await kept(), [['draft', A]]);
  assert.deepEqual(Object.keys(world.local), ['configuration', 'taughtAdapters']);
});

test('nothing is written where nothing changes, and what has another form is forgotten with the rest', async () => {
  await forgetTaught(() => true);
  assert.deepEqual(Object.keys(world.local), ['configuration']);
  world.local['taughtAdapters'] = [{ state: 'draft', adapter: { match: 'none' } }];
  await forgetTaught(() => false);
  assert.deepEqual(world.local['taughtAdapters'], []);
});
