import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { standInBrowser } from '../stand-in-browser.fixtures.ts';

const { world } = standInBrowser();
const { builtIn } = await import('./built-in.ts');
const { readOwn } = await import('./read-own.ts');
const { forgetBound, keepBound } = await import('./keep-bound.ts');
const [template] = builtIn.templates;
assert.ok(template);

const A = 'https://a.example';
const B = 'https://b.example';
const read = () => readOwn(builtIn.templates);
beforeEach(() => {
  Object.assign(globalThis, { __DEMO__: false });
  world.local = { configuration: 'somebody else’s' };
});

test('nothing stored is nothing enabled', async () => {
  assert.deepEqual(await read(), { bound: [], taught: [], refused: [] });
});

test('a bound site is its template for the whole of one origin', async () => {
  await keepBound({ origin: A, template: template.id });
  assert.deepEqual((await read()).bound, [
    { id: template.id, template, match: [{ origin: A, pathPrefix: '/' }], from: 'bound' },
  ]);
});

test('a site has one template, the newest, and is forgotten alone', async () => {
  await keepBound({ origin: A, template: 'care-diary' });
  await keepBound({ origin: B, template: 'care-diary' });
  await keepBound({ origin: A, template: template.id });
  const sites = async () => (await read()).bound.map(({ id, match }) => [id, match[0]?.origin]);
  assert.deepEqual(await sites(), [
    ['care-diary', B],
    [template.id, A],
  ]);
  await forgetBound((origin) => origin === B);
  assert.deepEqual(await sites(), [[template.id, A]]);
  assert.deepEqual(Object.keys(world.local), ['configuration', 'boundSites']);
});

test('nothing is written where nothing changes', async () => {
  await forgetBound(() => true);
  assert.deepEqual(Object.keys(world.local), ['configuration']);
});

test('what cannot be a site of a user is refused in words, and the others stay', async () => {
  await keepBound({ origin: A, template: template.id });
  for (const [site, says] of [
    [{ origin: B, template: 'gone' }, /https:\/\/b\.example is not read: this extension knows no template/],
    [
      { origin: 'https://b.example:8443', template: template.id },
      /has a port, which only an adapter from an administrator may have/,
    ],
    [{ origin: 'http://b.example', template: template.id }, /match, number 1, origin: /],
  ] as const) {
    await keepBound(site);
    const { bound, refused } = await read();
    assert.deepEqual([bound.length, refused.length], [1, 1]);
    assert.match(refused[0] ?? '', says);
    await forgetBound((origin) => origin === site.origin);
  }
});

test('as much is read as may be stored, and nothing beyond it', async () => {
  const long = (length: number) => `https://${'a'.repeat(length - 8)}`;
  const read = async (boundSites: unknown, taughtAdapters: unknown = []) => {
    world.local = { boundSites, taughtAdapters };
    const { bound, refused } = await readOwn(builtIn.templates);
    return bound.length + refused.length;
  };
  const many = (length: number) => Array.from({ length }, () => ({ origin: A, template: template.id }));
  // An address of one word is refused in words, so it was read.
  assert.deepEqual(
    [await read([{ origin: long(300), template: 'a' }]), await read([{ origin: long(301), template: 'a' }])],
    [1, 0],
  );
  assert.deepEqual(
    [
      await read([{ origin: A, template: 'a'.repeat(60) }]),
      await read([{ origin: A, template: 'a'.repeat(61) }]),
    ],
    [1, 0],
  );
  assert.deepEqual([await read(many(100)), await read(many(101))], [100, 0]);
  const taught = (length: number) => Array.from({ length }, () => ({ state: 'draft', adapter: {} }));
  assert.ok((await read([], taught(100))) >= 100);
  assert.equal(await read([], taught(101)), 1);
});

test('what is stored in another form is no site', async () => {
  for (const boundSites of ['text', [{ origin: A }], [{ origin: A, template: 'a', more: 1 }], {}]) {
    world.local = { boundSites };
    assert.deepEqual((await read()).bound, []);
  }
});

test('a taught adapter keeps its state, and one that does not fit is refused alone', async () => {
  const taught = { id: 'shown', template, match: [{ origin: A, pathPrefix: '/' }] };
  world.local = {
    taughtAdapters: [
      { state: 'draft', adapter: taught },
      { state: 'confirmed', adapter: { ...taught, from: 'managed' } },
      {
        state: 'confirmed',
        adapter: { ...taught, match: [{ origin: 'https://a.example:8443', pathPrefix: '/' }] },
      },
    ],
  };
  const { taught: read1, refused } = await read();
  assert.deepEqual(
    read1.map(({ state, adapter }) => [state, adapter.from]),
    [
      ['draft', 'taught'],
      ['confirmed', 'taught'],
    ],
  );
  assert.match(refused.join(' '), /^A taught adapter is not used: /);
  world.local = { taughtAdapters: [{ state: 'ready', adapter: taught }] };
  assert.deepEqual(await read(), {
    bound: [],
    taught: [],
    refused: ['The taught adapters are not used: what is stored has another form.'],
  });
});
