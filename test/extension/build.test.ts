// Tests of the built files, which a store, a safety officer or an attacker would look at first.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { buildExtension, BUILDS, type BuildName } from '../../extension/build.ts';

const USUAL = ['chrome', 'firefox', 'chrome-demo', 'firefox-demo'] as const;
const RELEASE = ['chrome', 'firefox'] as const;
const SCRIPTS = ['content.js', 'pick.js', 'render.js', 'side.js', 'teach.js', 'vault.js'];
/** Chrome's vault can start no worker, so it has no script for one. */
const scriptsOf = (build: BuildName) =>
  BUILDS[build].browser === 'firefox' ? [...SCRIPTS, 'engine.js'] : SCRIPTS;
const PAGES = ['pick.html', 'render.html', 'side.html'];

type Manifest = Record<string, unknown> & {
  content_security_policy: Record<string, string>;
  permissions: string[];
};

const work = mkdtempSync(join(tmpdir(), 'ehch-build-'));
const folderOf = (build: BuildName) => join(work, build);
const read = (build: BuildName, file: string) => readFileSync(join(folderOf(build), file), 'utf8');
const manifest = (build: BuildName) => JSON.parse(read(build, 'manifest.json')) as Manifest;

before(async () => {
  await buildExtension(undefined, folderOf);
});
after(() => rmSync(work, { recursive: true, force: true }));

test('each build contains exactly its own files', () => {
  for (const build of USUAL) {
    assert.deepEqual(
      readdirSync(folderOf(build)).sort(),
      [
        ...scriptsOf(build),
        ...PAGES,
        'LICENSE',
        'NOTICE',
        'THIRD-PARTY-LICENSES.txt',
        'icon-128.png',
        ...(BUILDS[build].browser === 'chrome' ? ['managed_schema.json'] : []),
        'icon-16.png',
        'icon-32.png',
        'icon-48.png',
        'manifest.json',
        'pick.css',
        'render.css',
        'side.css',
      ].sort(),
    );
  }
});

test('only the build for development prints what the extension catches', async () => {
  await buildExtension(['chrome-development'], folderOf);
  // The cover catches nothing.
  for (const script of SCRIPTS.filter((each) => each !== 'pick.js')) {
    assert.ok(read('chrome-development', script).includes('[EHCH] caught in'), script);
    for (const build of USUAL) assert.ok(!read(build, script).includes('[EHCH] caught in'), script);
  }
});

test('each build carries our licence, the acknowledgements, and the full licences of everything bundled', () => {
  for (const build of USUAL) {
    assert.match(read(build, 'LICENSE'), /Apache License/);
    assert.match(read(build, 'NOTICE'), /Royal College of Physicians/);
    const licences = read(build, 'THIRD-PARTY-LICENSES.txt');
    for (const name of ['lit', 'lit-html', 'zod', 'comlink', 'webextension-polyfill'])
      assert.match(licences, new RegExp(`^${name} \\d`, 'm'), name);
    assert.match(licences, /Mozilla Public License/);
  }
});

test('no other build contains what development prints', () => {
  for (const build of USUAL) {
    for (const file of SCRIPTS) assert.doesNotMatch(read(build, file), /\[EHCH\]/, `${build}/${file}`);
  }
});

test('release builds ask for exactly these permissions', () => {
  const { chrome, firefox } = { chrome: manifest('chrome'), firefox: manifest('firefox') };
  const both = ['activeTab', 'alarms', 'identity', 'idle', 'scripting', 'storage'];
  assert.deepEqual(chrome.permissions, [...both, 'sidePanel']);
  assert.deepEqual(firefox.permissions, both);
  for (const each of [chrome, firefox]) {
    assert.equal(each['manifest_version'], 3);
    assert.deepEqual(each['optional_host_permissions'], ['https://*/*']);
    assert.equal(each['incognito'], 'not_allowed');
    for (const absent of ['host_permissions', 'content_scripts', 'optional_permissions', 'update_url'])
      assert.equal(absent in each, false, absent);
  }
  // One page, under an address that changes or that each browser has for itself.
  const framed = { resources: ['pick.html'], matches: ['https://*/*'] };
  assert.deepEqual(chrome['web_accessible_resources'], [{ ...framed, use_dynamic_url: true }]);
  assert.deepEqual(firefox['web_accessible_resources'], [framed]);
  assert.deepEqual(chrome['externally_connectable'], { ids: [] });
  assert.deepEqual(chrome['sandbox'], { pages: ['render.html'] });
  assert.deepEqual(chrome['storage'], { managed_schema: 'managed_schema.json' });
  assert.deepEqual(chrome['background'], { service_worker: 'vault.js', type: 'module' });
  assert.deepEqual(firefox['background'], { scripts: ['vault.js'], type: 'module' });
  for (const chromes of [
    'storage',
    'side_panel',
    'sandbox',
    'externally_connectable',
    'minimum_chrome_version',
    'key',
  ])
    assert.equal(chromes in firefox, false, chromes);
});

test('the policies are exactly these, word for word', () => {
  const pages = (connect: string, scripts: string) =>
    `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src ${connect}; frame-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html${scripts}`;
  for (const build of USUAL) {
    const { content_security_policy: policy } = manifest(build);
    assert.equal(
      policy['extension_pages'],
      pages(
        BUILDS[build].demo ? "'self' https: http://*.localhost:*" : "'self' https:",
        BUILDS[build].browser === 'firefox' ? ' ehch-engine' : '',
      ),
    );
    assert.equal(
      policy['sandbox'],
      BUILDS[build].browser === 'firefox'
        ? undefined
        : "sandbox allow-scripts; default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html",
    );
  }
});

test('a demo build differs from its release only in one host pattern and its policy', () => {
  for (const browser of RELEASE) {
    const {
      host_permissions: hosts,
      content_security_policy: ours,
      web_accessible_resources: framed,
      ...demo
    } = manifest(`${browser}-demo`);
    const {
      content_security_policy: theirs,
      web_accessible_resources: usual,
      ...release
    } = manifest(browser);
    assert.deepEqual(demo, release);
    const [only] = usual as [object];
    assert.deepEqual(framed, [{ ...only, matches: ['https://*/*', 'http://*.localhost/*'] }]);
    assert.deepEqual(hosts, ['http://*.localhost/*']);
    assert.deepEqual({ ...ours, extension_pages: '' }, { ...theirs, extension_pages: '' });
  }
});

test('the schema of the managed settings names what the vault reads, and nothing else', () => {
  const schema = JSON.parse(read('chrome', 'managed_schema.json')) as {
    properties: Record<string, { type: string }>;
  };
  assert.deepEqual(
    Object.entries(schema.properties).map(([key, { type }]) => [key, type]),
    [
      ['adapters', 'array'],
      ['allowUserSites', 'boolean'],
      ['allowTeach', 'boolean'],
      ['wipeEpoch', 'integer'],
    ],
  );
});

test('no content script carries an adapter: the vault hands each page its own', () => {
  for (const build of USUAL)
    assert.doesNotMatch(
      read(build, 'content.js'),
      /localhost|gp-record|care-diary|Fernhill|Hearthside|ehch-template/,
      build,
    );
  assert.match(
    read('chrome-demo', 'vault.js'),
    /Fernhill/,
    'the demo has adapters, so the words above are theirs',
  );
});

test('a release build contains nothing of the demo, and the demo build does', () => {
  for (const build of RELEASE) {
    for (const file of [...scriptsOf(build), ...PAGES, 'manifest.json', 'side.css', 'pick.css', 'render.css'])
      assert.doesNotMatch(
        read(build, file),
        // An address of this machine. The rule that a release refuses those has to name their ending.
        /[\w*]\.localhost|\/\/localhost|gp-record|care-diary|Fernhill|Hearthside|npm run|__DEMO__|__CONTEXT_CHECK__/,
        `${build}/${file}`,
      );
  }
  assert.match(read('chrome-demo', 'vault.js'), /gp\.localhost/);
});

test('every page has its own policy, without network, and nothing inline or from elsewhere', () => {
  for (const build of USUAL) {
    for (const page of PAGES) {
      const html = read(build, page);
      const [, policy = ''] = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html) ?? [];
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'none'",
        "require-trusted-types-for 'script'",
      ])
        assert.ok(policy.split('; ').includes(part), `${page}: ${part}`);
      assert.doesNotMatch(policy, /unsafe|https?:|\*/);
      assert.match(html, /<html lang="en-GB" translate="no">/);
      assert.match(html, /<meta name="google" content="notranslate" \/>/);
      assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|type="module"/);
      for (const [, address] of html.matchAll(/\s(?:src|href)="([^"]+)"/g))
        assert.match(address ?? '', /^[\w-]+\.(?:js|css)$/, `${page}: ${address}`);
    }
    assert.doesNotMatch(read(build, 'side.css') + read(build, 'render.css'), /url\(|@import/);
  }
});

test('no script makes code from text, loads more code, or carries a source map', () => {
  for (const build of USUAL) {
    for (const file of scriptsOf(build)) {
      const code = read(build, file);
      assert.doesNotMatch(
        code,
        /\beval\(|\bnew Function\b|\bFunction\(|\bimport\(|importScripts|sourceMappingURL|document\.write|insertAdjacentHTML|outerHTML|unsafeHTML/,
        `${build}/${file}`,
      );
      // Lit's own use, which goes through its Trusted Types policy.
      const assigned = code.match(/\.innerHTML = /g)?.length ?? 0;
      assert.ok(
        assigned <= (file === 'side.js' || file === 'render.js' ? 1 : 0),
        `${build}/${file}: ${assigned}`,
      );
    }
  }
});

test('content script, shell and renderer are one classic script each, and the vault imports no other file', () => {
  for (const build of USUAL) {
    for (const file of ['content.js', 'pick.js', 'render.js', 'side.js', 'teach.js'])
      assert.doesNotThrow(() => new Script(read(build, file), { filename: file }));
    // A property may have the name: an AuditEvent can be about an export.
    for (const file of scriptsOf(build).filter((each) => /vault|engine/.test(each)))
      assert.doesNotMatch(read(build, file), /^\s*(?:import|export)\b(?!\s*:)/m);
    // Nothing may load later either, because a sandboxed frame has nowhere to fetch from.
    for (const file of scriptsOf(build)) assert.doesNotMatch(read(build, file), /\bimport\s*\(/, file);
  }
});

test('no script in a page carries elements, FHIR, a store or zod, and the one that teaches is not the content script', () => {
  for (const build of USUAL) {
    for (const file of ['content.js', 'teach.js', 'pick.js'])
      assert.doesNotMatch(
        read(build, file),
        /ehch-resident|customElements|adoptedStyleSheets|ResidentView|fhir|indexedDB|zod|_zod|~standard|\bfetch\(|XMLHttpRequest|innerHTML/i,
        file,
      );
    assert.doesNotMatch(
      read(build, 'content.js'),
      /ehch-teach|ehch-pick|attachShadow|showPopover|pick\.html/,
    );
    assert.match(read(build, 'teach.js'), /showPopover/);
  }
});

test('the renderer uses no extension API and no network', () => {
  for (const build of USUAL) {
    assert.doesNotMatch(
      read(build, 'render.js'),
      /\b(?:chrome|browser)\.\w|webextension|\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|indexedDB|localStorage|_zod/,
    );
  }
});

test('the shell has no network and no store of its own', () => {
  for (const build of USUAL)
    assert.doesNotMatch(
      read(build, 'side.js'),
      /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|indexedDB|localStorage|sessionStorage/,
    );
});

test('the same sources give the same bytes', async () => {
  await buildExtension(USUAL, (name) => join(work, 'again', name));
  for (const build of USUAL)
    for (const file of readdirSync(folderOf(build)))
      assert.ok(
        readFileSync(join(work, 'again', build, file)).equals(readFileSync(join(folderOf(build), file))),
        `${build}/${file}`,
      );
});

test('sizes', (t) => {
  for (const file of SCRIPTS) {
    const code = read('chrome', file);
    const [plain, packed] = [code.length, gzipSync(code, { level: 9 }).length].map((bytes) =>
      (bytes / 1000).toFixed(1),
    );
    t.diagnostic(`${file}: ${plain} KB, ${packed} KB gz`);
    assert.ok(code.length > 0);
  }
});
