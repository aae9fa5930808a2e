// Every layout in Chromium and in Firefox, as a server gives its pages, and the saved pages of real systems.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import type { LayoutPage } from '../../extension/src/hosts/layouts/layout-page.ts';
import { LAYOUTS } from '../../extension/src/hosts/layouts/layouts.ts';

const hosts = new URL('../../extension/src/hosts/', import.meta.url);
const layouts = new URL('layouts/', hosts);
/** Pages of systems of others, which this repository does not hold. */
const others = new URL('../../../shared/data/html/', import.meta.url);
const chromium = process.env['CHROME_PATH'];
const firefox = [process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  (path) => path && existsSync(path),
);

let server: Server;
let script: string;
let base: string;

before(async () => {
  script = await bundled();
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const [, where, ...rest] = path.split('/');
    const file = new URL(rest.join('/'), where === 'layouts' ? layouts : others);
    if (!existsSync(file) || !path.endsWith('.html')) return response.writeHead(404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    // A saved page asks nothing of the system that it came from.
    response.setHeader('content-security-policy', "default-src 'self' 'unsafe-inline' data:");
    return response.end(readFileSync(file));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
after(() => server.close());

/** The reading of a whole tab as one script, made of the sources of the extension. */
async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@ehch/source', 'module', 'browser'] },
    build: {
      target: 'es2022',
      write: false,
      lib: {
        entry: fileURLToPath(new URL('read-tab.fixtures.ts', layouts)),
        formats: ['iife'],
        name: 'tab',
      },
    },
  });
  const [chunk] = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  if (chunk?.type !== 'chunk') throw new Error('The reading did not become one script.');
  return chunk.code;
}

const templateIn = (folder: URL, name: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}/${name}.template.json`, folder), 'utf8'));

/** What the templates read of the page that is open, by their names. */
async function readings(page: Page, templates: Readonly<Record<string, unknown>>) {
  return (await page.evaluate(`${script};
    (${JSON.stringify(Object.entries(templates))}).map(([id, template]) => {
      const adapter = { id, template, match: [], from: 'bound' };
      return [id, tab.readTab(document, adapter)];
    })`)) as [string, unknown][];
}

for (const [name, path] of [
  ['chrome', chromium],
  ['firefox', firefox],
] as const) {
  describe(name, { skip: path === undefined ? `no ${name} on this machine` : false }, () => {
    let browser: Browser;
    let page: Page;
    before(async () => {
      if (path === undefined) return;
      browser = await puppeteer.launch({
        browser: name,
        executablePath: path,
        args: name === 'chrome' ? ['--no-sandbox', '--disable-gpu'] : [],
      });
      page = await browser.newPage();
      await page.setViewport({ width: 1000, height: 700 });
    });
    after(() => browser?.close());

    for (const layout of LAYOUTS)
      test(`${layout}: each page reads as its tab shows`, async () => {
        const templates = { [layout]: templateIn(layouts, layout) };
        const { pages } = (await import(new URL(`${layout}/${layout}.pages.ts`, layouts).href)) as {
          pages: readonly LayoutPage[];
        };
        for (const { file, reads } of pages) {
          await page.goto(`${base}layouts/${layout}/${file}`, { waitUntil: 'load' });
          assert.deepEqual(await readings(page, templates), [[layout, reads]], file);
        }
      });

    test('the saved pages of real systems read as nobody, by every template', async (context) => {
      if (!existsSync(others)) return context.skip('../shared/data/html is not beside this checkout');
      const templates = Object.fromEntries([
        ...LAYOUTS.map((each) => [each, templateIn(layouts, each)] as const),
        ...['gp-record', 'care-diary'].map((each) => [each, templateIn(hosts, each)] as const),
      ]);
      const files = readdirSync(others, { recursive: true, encoding: 'utf8' }).filter((each) =>
        each.endsWith('.html'),
      );
      assert.ok(files.length > 5, `${files.length} pages`);
      for (const file of files) {
        await page.goto(`${base}others/${file}`, { waitUntil: 'load' });
        const read = await readings(page, templates);
        assert.deepEqual(
          read.filter(([, whom]) => whom !== 'nobody'),
          [],
          file,
        );
      }
    });
  });
}
