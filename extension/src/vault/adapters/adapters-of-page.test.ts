import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Adapter } from '../../hosts/binding.ts';
import { adaptersOfPage } from './adapters-of-page.ts';

Object.assign(globalThis, { __DEMO__: true });
const { builtIn } = await import('./built-in.ts');
const [record, diary] = builtIn.templates;
assert.ok(record && diary);
const OURS = 'https://gp.example';
const OTHER = 'https://b.example';
const two = [
  { origin: OURS, pathPrefix: '/a' },
  { origin: OTHER, pathPrefix: '/b' },
];
const adapters: readonly Adapter[] = [
  { id: 'top', template: record, match: two, from: 'managed' },
  { id: 'frame', template: diary, match: two, from: 'managed' },
];
const given = (page: string, isTop: boolean, around: string | null) =>
  adaptersOfPage(adapters, { page: new URL(page), isTop, around: around === null ? null : new URL(around) });

test('a page receives the adapters for its own place, and the names of no other site', () => {
  assert.deepEqual(given(`${OURS}/elsewhere`, true, null), [
    { ...adapters[0], match: [{ origin: OURS, pathPrefix: '/a' }] },
  ]);
  assert.deepEqual(given(`${OTHER}/`, false, `${OURS}/`), [
    { ...adapters[1], match: [{ origin: OTHER, pathPrefix: '/b' }] },
  ]);
});

test('a page of no adapter, and a frame in somebody else’s page, receive none', () => {
  assert.deepEqual(given('https://c.example/', true, null), []);
  assert.deepEqual(given('https://gp.example:8443/', true, null), []);
  for (const around of [null, 'https://c.example/']) assert.deepEqual(given(`${OURS}/`, false, around), []);
});
