import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Runtime } from 'webextension-polyfill';
import { authorize, isQuestion, mayAsk, type OwnAddresses } from './authorize.ts';

Object.assign(globalThis, { __DEMO__: false });

const own: OwnAddresses = { id: 'ours', origin: 'chrome-extension://ours' };
const enabled = (origin: string) => origin === 'https://gp.example';
const person = { nhsNumber: '9990000018', born: '1941-07-14', family: 'HUGHES', given: null };
const candidate = { kind: 'candidate', report: 'r', adapter: 'gp', person };

interface Sender {
  id?: string;
  url?: string;
  origin?: string;
  tab?: { id: number } | undefined;
  frameId?: number;
  documentLifecycle?: string;
}
const port = (name: string, sender: Sender) => ({ name, sender: sender as Runtime.MessageSender });
const page = (more: Sender = {}) =>
  port('ehch-page', {
    id: 'ours',
    url: 'https://gp.example/record',
    origin: 'https://gp.example',
    tab: { id: 1 },
    ...more,
  });
const side = (more: Sender = {}) =>
  port('ehch-side', {
    id: 'ours',
    url: 'chrome-extension://ours/side.html',
    origin: 'chrome-extension://ours',
    ...more,
  });
const hears = (from: ReturnType<typeof port>, message: unknown) => authorize(from, message, own, enabled);

test('a content script on an enabled site may report who is on screen, and nothing else', () => {
  assert.equal(hears(page(), candidate)?.role, 'page');
  assert.equal(hears(page(), { kind: 'clear', report: 'r' })?.role, 'page');
  assert.equal(hears(page(), 'ping')?.role, 'page');
  for (const kind of ['subscribe', 'confirm-identity', 'retry', 'read-roster', 'state'])
    assert.equal(hears(page(), { kind, window: 1, ctx: 'a', section: null }), null, kind);
});

test('the script of the page that is taught is heard, in that page alone, and so is the cover in its tab', () => {
  const isTaught = (tab: number, origin: string | null) =>
    tab === 1 && (origin === null || origin === 'https://new.example');
  const at = (name: string, more: Sender) => ({ ...port(name, { id: 'ours', tab: { id: 1 }, ...more }) });
  const teach = (more: Sender = {}) =>
    at('ehch-teach', { url: 'https://new.example/a', origin: 'https://new.example', frameId: 0, ...more });
  const pick = (more: Sender = {}) =>
    at('ehch-pick', { url: 'chrome-extension://ours/pick.html', origin: own.origin, frameId: 3, ...more });
  const heard = (from: ReturnType<typeof port>, message: unknown) =>
    authorize(from, message, own, enabled, isTaught)?.role ?? null;
  const click = { kind: 'pick', ticket: 't', x: 1, y: 1 };
  assert.equal(heard(teach(), { kind: 'ready' }), 'teach');
  assert.equal(heard(pick(), click), 'pick');
  assert.equal(authorize(teach(), { kind: 'ready' }, own, enabled), null, 'nothing is taught');
  for (const [what, more] of [
    ['another tab', { tab: { id: 2 } }],
    ['no tab', { tab: undefined }],
    ['another extension', { id: 'theirs' }],
    ['a page that is kept for the way back', { documentLifecycle: 'cached' }],
    ['another origin', { url: 'https://gp.example/', origin: 'https://gp.example' }],
    ['a frame of the page', { frameId: 3 }],
    ['a sandbox', { origin: 'null' }],
  ] as const)
    assert.equal(heard(teach(more), { kind: 'ready' }), null, what);
  for (const [what, more] of [
    ['another tab', { tab: { id: 2 } }],
    ['another extension', { id: 'theirs' }],
    ['another page of ours', { url: 'chrome-extension://ours/side.html' }],
    ['the cover opened as a page', { frameId: 0 }],
    [
      'a page that calls itself the cover',
      { url: 'https://new.example/pick.html', origin: 'https://new.example' },
    ],
  ] as const)
    assert.equal(heard(pick(more), click), null, what);
  for (const message of [
    { ...click, x: -1 },
    { ...click, x: '1' },
    { ...click, ticket: '' },
    { ...click, more: 1 },
    { kind: 'ready' },
    { kind: 'subscribe', window: 1 },
    { ...click, ticket: 'x'.repeat(5000) },
  ])
    assert.equal(heard(pick(), message), null, JSON.stringify(message).slice(0, 60));
  for (const message of [
    click,
    candidate,
    { kind: 'picked', ask: 'a', label: null, choices: [] },
    { kind: 'ready', more: 1 },
  ])
    assert.equal(heard(teach(), message), null, JSON.stringify(message));
});

test('the page of the side panel in a tab is no side panel, except in a demo build', () => {
  const inTab = side({ tab: { id: 1 } });
  assert.equal(hears(inTab, { kind: 'subscribe', window: 1 }), null);
  Object.assign(globalThis, { __DEMO__: true });
  assert.equal(hears(inTab, { kind: 'subscribe', window: 1 })?.role, 'side');
  Object.assign(globalThis, { __DEMO__: false });
});

test('a frame that a page wrote by itself speaks for the origin of that page, as the browser names it', () => {
  for (const url of ['about:srcdoc', 'about:blank'])
    assert.equal(hears(page({ url }), candidate)?.role, 'page', url);
  for (const [what, more] of [
    ['without an origin', { url: 'about:srcdoc', origin: undefined }],
    ['in a sandbox', { url: 'about:srcdoc', origin: 'null' }],
    ['of another site', { url: 'about:srcdoc', origin: 'https://elsewhere.example' }],
    ['with another address of the browser', { url: 'about:config' }],
    ['from a blob', { url: 'blob:https://gp.example/1' }],
  ] as const)
    assert.equal(hears(page(more as Sender), candidate), null, what);
});

test('a browser that names no origin is believed by the address', () => {
  const { origin: _, ...sender } = page().sender as Sender;
  assert.equal(hears(port('ehch-page', sender), candidate)?.role, 'page');
});

test('one message is a question, and content scripts of ours in a tab may ask it, also in a page that is loaded ahead', () => {
  assert.equal(isQuestion({ kind: 'adapters' }), true);
  for (const message of [
    { kind: 'adapters', of: 'https://b.example' },
    { kind: 'taken-back' },
    'adapters',
    null,
    1,
  ])
    assert.equal(isQuestion(message), false);
  const ask = (more: Sender) => mayAsk(page(more).sender, own);
  assert.equal(ask({}), true);
  assert.equal(ask({ documentLifecycle: 'prerender' }), true);
  assert.equal(ask({ id: 'theirs' }), false);
  assert.equal(mayAsk(side().sender, own), false);
});

test('our side panel may enable and revoke a site, and no page may', () => {
  for (const message of [
    { kind: 'enable-site', origin: 'https://b.example', template: 'gp' },
    { kind: 'revoke-site', origin: 'https://b.example' },
    { kind: 'page-loaded' },
  ]) {
    assert.equal(hears(side(), message)?.role, 'side');
    assert.equal(hears(page(), message), null);
    assert.equal(hears(side(), { ...message, origin: 'x'.repeat(301) }), null);
  }
  const enable = { kind: 'enable-site', origin: 'x'.repeat(300), template: 'x'.repeat(60) };
  assert.equal(hears(side(), enable)?.role, 'side');
  assert.equal(hears(side(), { ...enable, template: 'x'.repeat(61) }), null);
});

test('our side panel may subscribe, confirm and retry, and may not speak for a page', () => {
  assert.equal(hears(side(), { kind: 'subscribe', window: 1 })?.role, 'side');
  assert.equal(hears(side(), { kind: 'confirm-identity', ctx: 'a' })?.role, 'side');
  assert.equal(hears(side(), candidate), null);
});

test('our side panel may find, choose, keep and put away by hand; a page may not, and nothing but two identifiers is read', () => {
  const identifiers = { by: 'nhs-number', number: '9990000018', born: '1941-07-14' };
  const messages = [
    { kind: 'find-by-hand', identifiers },
    { kind: 'find-by-hand', identifiers: { ...identifiers, by: 'chi-number' } },
    { kind: 'find-by-hand', identifiers: { by: 'name', family: 'Ashworth', born: '1941-07-14' } },
    { kind: 'choose-by-hand', ctx: 'a', resident: 'r' },
    { kind: 'keep-by-hand', ctx: 'a' },
    { kind: 'put-away' },
  ];
  for (const message of messages) {
    assert.equal(hears(side(), message)?.role, 'side', JSON.stringify(message));
    assert.equal(hears(page(), message), null);
    assert.equal(hears(side({ id: 'theirs' }), message), null);
  }
  for (const wrong of [
    { by: 'nhs-number', number: '9990000018' },
    { by: 'nhs-number', number: '999 000 0018', born: '1941-07-14' },
    { by: 'nhs-number', number: '9990000018', born: '14/07/1941' },
    { by: 'name', family: '', born: '1941-07-14' },
    { by: 'name', family: 'x'.repeat(121), born: '1941-07-14' },
    { by: 'room', number: '12', born: '1941-07-14' },
    { ...identifiers, more: 1 },
  ])
    assert.equal(hears(side(), { kind: 'find-by-hand', identifiers: wrong }), null, JSON.stringify(wrong));
});

for (const [who, from] of [
  [
    'a site that is not enabled',
    page({ url: 'https://elsewhere.example/', origin: 'https://elsewhere.example' }),
  ],
  ['another extension', page({ id: 'theirs' })],
  ['a sandboxed page', page({ origin: 'null' })],
  ['a prerendered page', page({ documentLifecycle: 'prerender' })],
  ['a page whose address and origin differ', page({ url: 'https://elsewhere.example/' })],
  [
    'a page without a tab',
    port('ehch-page', { id: 'ours', url: 'https://gp.example/', origin: 'https://gp.example' }),
  ],
  ['another page of ours', side({ url: 'chrome-extension://ours/render.html' })],
  [
    'our side panel over a page’s port',
    port('ehch-page', {
      id: 'ours',
      url: 'chrome-extension://ours/side.html',
      origin: 'chrome-extension://ours',
      tab: { id: 1 },
    }),
  ],
  [
    'a page over the side panel’s port',
    port('ehch-side', {
      id: 'ours',
      url: 'https://gp.example/side.html',
      origin: 'https://gp.example',
      tab: { id: 1 },
    }),
  ],
  ['nobody', { name: 'ehch-page' }],
] as const) {
  test(`the vault drops a message from ${who}`, () => {
    for (const message of [
      candidate,
      { kind: 'clear', report: 'r' },
      { kind: 'subscribe', window: 1 },
      'ping',
    ])
      assert.equal(hears(from as ReturnType<typeof port>, message), null);
  });
}

for (const [what, message] of [
  ['a number of nine digits', { ...candidate, person: { ...person, nhsNumber: '999000001' } }],
  ['a date of another form', { ...candidate, person: { ...person, born: '14/07/1941' } }],
  ['a field that nobody asked for', { ...candidate, person: { ...person, room: '12' } }],
  ['a field beside', { ...candidate, more: 1 }],
  ['a name of a thousand letters', { ...candidate, person: { ...person, family: 'x'.repeat(1000) } }],
  ['a message of a megabyte', { ...candidate, adapter: 'x'.repeat(1_000_000) }],
  ['a prototype', JSON.parse('{"__proto__":{"kind":"clear"}}')],
] as const) {
  test(`the vault drops ${what}`, () => assert.equal(hears(page(), message), null));
}

test('no message of any shape throws, and no sender is heard beyond its role', () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(page(), side(), page({ id: 'theirs' })), (message, from) => {
      const admitted = hears(from, message);
      assert.ok(admitted === null || admitted.role === (from.name === 'ehch-page' ? 'page' : 'side'));
    }),
  );
});
