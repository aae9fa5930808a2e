// Every layout in Chromium and in Firefox, as a server gives its pages, and the saved pages of real systems.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { serveFolder, tabReader } from '../../extension/reader.ts';
import type { LayoutPage } from '../../extension/src/hosts/layouts/layout-page.ts';
import { templateSchema } from '../../extension/src/hosts/template.ts';
import LAYOUTS from '../../extension/src/hosts/layouts/layouts.json' with { type: 'json' };

const hosts = new URL('../../extension/src/hosts/', import.meta.url);
const layouts = new URL('layouts/', hosts);
/** Pages of systems of others, which this repository does not hold. */
const others = fileURLToPath(new URL('../../../shared/data/html/', import.meta.url));
const chromium = process.env['CHROME_PATH'];
const firefox = [process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  (path) => path && existsSync(path),
);

let pagesOf: Awaited<ReturnType<typeof serveFolder>>;
let pagesOfOthers: Awaited<ReturnType<typeof serveFolder>>;
let read: Awaited<ReturnType<typeof tabReader>>;

before(async () => {
  read = await tabReader();
  pagesOf = await serveFolder(fileURLToPath(layouts));
  pagesOfOthers = await serveFolder(others);
});
after(() => {
  pagesOf.close();
  pagesOfOthers.close();
});

const jsonIn = (folder: URL, path: string): unknown =>
  JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const templateIn = (folder: URL, name: string) => jsonIn(folder, `${name}/${name}.template.json`);

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
        const pages = jsonIn(layouts, `${layout}/${layout}.pages.json`) as readonly LayoutPage[];
        for (const { file, reads } of pages) {
          await page.goto(`${pagesOf.url}${layout}/${file}`, { waitUntil: 'load' });
          const [reading] = await read(page, [templateIn(layouts, layout)]);
          assert.deepEqual(reading?.reads, reads, file);
        }
      });

    test('the example in docs/adapters.md reads as it says', async () => {
      const text = readFileSync(new URL('../../docs/adapters.md', import.meta.url), 'utf8');
      const blockOf = (language: string, from = 0) => {
        const start = text.indexOf(`\`\`\`${language}\n`, from) + language.length + 4;
        return { block: text.slice(start, text.indexOf('```', start)), end: start };
      };
      const banner = blockOf('html');
      const template = blockOf('json');
      const [expected] = JSON.parse(blockOf('json', template.end).block) as readonly LayoutPage[];
      await page.setContent(banner.block);
      const [reading] = await read(page, [templateSchema.parse(JSON.parse(template.block))]);
      assert.deepEqual(reading?.reads, expected?.reads);
    });

    test('the saved pages of real systems read as nobody, by every template', async (context) => {
      if (!existsSync(others)) return context.skip('../shared/data/html is not beside this checkout');
      const templates = [
        ...LAYOUTS.map((each) => templateIn(layouts, each)),
        ...['gp-record', 'care-diary'].map((each) => templateIn(hosts, each)),
      ];
      const files = readdirSync(others, { recursive: true, encoding: 'utf8' }).filter((each) =>
        each.endsWith('.html'),
      );
      assert.ok(files.length > 5, `${files.length} pages`);
      for (const file of files) {
        await page.goto(`${pagesOfOthers.url}${file}`, { waitUntil: 'load' });
        const readings = await read(page, templates);
        assert.deepEqual(new Set(readings.map(({ reads }) => reads)), new Set(['nobody']), file);
      }
    });
  });
}
