import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { adapterSchema } from '../extension/src/hosts/binding.ts';
import type { HostPage } from '../extension/src/hosts/host-page.ts';
import type { LayoutPage } from '../extension/src/hosts/layouts/layout-page.ts';
import LAYOUTS from '../extension/src/hosts/layouts/layouts.json' with { type: 'json' };
import { adapterFor } from '../extension/src/hosts/matches.ts';
import { templateSchema } from '../extension/src/hosts/template.ts';

const folder = new URL('../extension/src/hosts/', import.meta.url);
const folders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'layouts')
  .map(({ name }) => name);

/** The registry as in a build, where `__DEMO__` is a constant. */
async function registry(demo: boolean) {
  Object.assign(globalThis, { __DEMO__: demo });
  const module = (await import(
    `../extension/src/hosts/index.ts?demo=${demo}`
  )) as typeof import('../extension/src/hosts/index.ts');
  return module.hosts;
}
const all = await registry(true);
const released = await registry(false);

test('every host folder is in the registry, and every entry has a folder', () => {
  assert.deepEqual(all.map(({ id }) => id).sort(), folders.sort());
});

for (const name of folders) {
  test(`${name}: its template is valid, and it states how each saved page reads`, async () => {
    const template: unknown = JSON.parse(
      readFileSync(new URL(`${name}/${name}.template.json`, folder), 'utf8'),
    );
    const result = templateSchema.safeParse(template);
    assert.ok(result.success, JSON.stringify(result.error?.issues));
    assert.equal(result.data.id, name);
    const { pages } = (await import(new URL(`${name}/${name}.pages.ts`, folder).href)) as {
      pages: readonly HostPage[];
    };
    const saved = readdirSync(new URL(`${name}/`, folder)).filter((file) => file.endsWith('.html'));
    assert.deepEqual(pages.map(({ file }) => file).sort(), saved.sort());
    // Saved pages of somebody, of nobody and of two. An adapter must be able to tell these apart.
    const kinds = new Set(pages.map(({ reads }) => (typeof reads === 'string' ? reads : 'person')));
    assert.deepEqual(kinds, new Set(['person', 'none', 'ambiguous']));
  });
}

const layoutFolder = new URL('layouts/', folder);
const layoutFolders = readdirSync(layoutFolder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

test('every folder of a layout is in their list', () => {
  assert.deepEqual(LAYOUTS, layoutFolders.sort());
});

for (const name of layoutFolders) {
  test(`layout ${name}: its template is valid, and it states how each page reads`, () => {
    const at = (file: string) => new URL(`${name}/${name}.${file}`, layoutFolder);
    const result = templateSchema.safeParse(JSON.parse(readFileSync(at('template.json'), 'utf8')));
    assert.ok(result.success, JSON.stringify(result.error?.issues));
    assert.equal(result.data.id, name);
    const pages = JSON.parse(readFileSync(at('pages.json'), 'utf8')) as readonly LayoutPage[];
    const saved = readdirSync(new URL(`${name}/`, layoutFolder)).filter(
      (file) => file.endsWith('.html') && !file.endsWith('.frame.html'),
    );
    assert.deepEqual(pages.map(({ file }) => file).sort(), saved.sort());
    const kinds = new Set(pages.map(({ reads }) => (typeof reads === 'string' ? reads : 'person')));
    assert.deepEqual(kinds, new Set(['person', 'nobody', 'ambiguous']));
  });
}

test('no two hosts claim the same page', () => {
  const claims = all.flatMap(({ id, template, match }) =>
    match.map((each) => ({ id, frame: template.frame, ...each })),
  );
  for (const { id, frame, origin, pathPrefix } of claims) {
    const { protocol, hostname, port } = new URL(origin);
    const page = { protocol, hostname, port, pathname: pathPrefix, isTop: frame === 'top' };
    assert.equal(adapterFor(all, page)?.id, id);
    assert.equal(all.filter((adapter) => adapterFor([adapter], page)).length, 1, `${origin}${pathPrefix}`);
  }
});

test('a release has no host of the demo, and no host over http', () => {
  for (const adapter of released) {
    assert.ok(adapterSchema(false).safeParse(adapter).success, adapter.id);
  }
  for (const adapter of all) assert.ok(adapterSchema(true).safeParse(adapter).success, adapter.id);
  assert.ok(released.length < all.length);
});

test('every host over https reaches a release', () => {
  const isSecure = ({ match }: (typeof all)[number]) =>
    match.every(({ origin }) => origin.startsWith('https:'));
  assert.deepEqual(
    released.map(({ id }) => id),
    all.filter(isSecure).map(({ id }) => id),
  );
});

test('the content script’s part of the registry imports no schema library', () => {
  const seen = new Set<string>();
  const read = (url: URL): void => {
    if (seen.has(url.href)) return;
    seen.add(url.href);
    const source = readFileSync(url, 'utf8');
    for (const [line, from] of source.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '([^']+)'/gms)) {
      assert.doesNotMatch(from ?? '', /^zod|^lit|^@ehch\/(?!clinical(?:\/|$))/, `${url.pathname}: ${line}`);
      const next = new URL(from ?? '', url);
      if (from?.startsWith('.') && from.endsWith('.ts') && existsSync(next)) read(next);
    }
  };
  read(new URL('../extension/src/content/content.ts', import.meta.url));
  assert.ok(seen.size > 8, `${seen.size} files`);
});
