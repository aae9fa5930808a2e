import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

/** The browser's part: the scripts it was asked to register, and the origins that the user granted. */
const granted: string[] = [];
const registered: { matches: readonly string[]; persistAcrossSessions: boolean; allFrames: boolean }[] = [];
const browser = {
  runtime: { id: 'ours' },
  permissions: { getAll: async () => ({ origins: granted }) },
  scripting: {
    getRegisteredContentScripts: async () => registered,
    unregisterContentScripts: async () => void registered.splice(0),
    registerContentScripts: async (scripts: typeof registered) => void registered.push(...scripts),
  },
};
Object.assign(globalThis, { browser, chrome: browser, __DEMO__: true, __CONTEXT_CHECK__: true });
const { enabledOrigins, originOf, registerContentScripts } = await import('./sites.ts');

beforeEach(() => {
  granted.splice(0);
  registered.splice(0);
});

const enabledWith = async (...patterns: readonly string[]) => {
  granted.splice(0, Infinity, ...patterns);
  return enabledOrigins();
};

test('a site that the user did not grant is not enabled', async () => {
  assert.deepEqual(await enabledWith(), []);
  assert.deepEqual(await enabledWith('https://elsewhere.example/*'), []);
});

test('a grant enables sites by scheme, name and subdomain, and enables no other site', async () => {
  const gp = ['http://gp.localhost'];
  for (const pattern of ['http://gp.localhost/*', '*://gp.localhost/*'])
    assert.deepEqual(await enabledWith(pattern), gp, pattern);
  for (const pattern of ['http://*.localhost/*', '*://*/*'])
    assert.deepEqual(await enabledWith(pattern), ['http://gp.localhost', 'http://diary.localhost'], pattern);
  for (const pattern of [
    'https://gp.localhost/*',
    'http://evilgp.localhost.example/*',
    'http://localhost/*',
    'http://p.localhost/*',
    'http://*.gp.localhost.example/*',
    'ftp://gp.localhost/*',
    'http://gp.localhost/only/*',
    'nothing',
  ])
    assert.deepEqual(await enabledWith(pattern), [], pattern);
});

test('the script is registered for enabled sites only, and afresh each time', async () => {
  granted.push('http://gp.localhost/*', 'https://elsewhere.example/*');
  await registerContentScripts();
  await registerContentScripts();
  assert.deepEqual(
    registered.map(({ matches }) => matches),
    [['http://gp.localhost/*']],
  );
  assert.deepEqual([registered[0]?.allFrames, registered[0]?.persistAcrossSessions], [true, true]);
  granted.splice(0);
  await registerContentScripts();
  assert.deepEqual(registered, [], 'a site that is switched off has no script any more');
});

test('an origin keeps its port, even where the browser does not know the scheme', () => {
  assert.equal(originOf('http://gp.localhost:8101/gp-record/?a'), 'http://gp.localhost:8101');
  assert.equal(originOf('moz-extension://abc/side.html'), 'moz-extension://abc');
});
