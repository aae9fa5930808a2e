import { expect } from '@open-wc/testing';
import { closePages, openPage } from '../../content/saved-page.fixtures.ts';
import type { Adapter } from '../binding.ts';
import type { Template } from '../template.ts';
import type { LayoutPage } from './layout-page.ts';
import LAYOUTS from './layouts.json' with { type: 'json' };
import { documentsOf, readTab } from './read-tab.fixtures.ts';

const textOf = async (path: string) => (await fetch(new URL(path, import.meta.url))).text();

/** A page whose frames name files beside it. Each becomes an address of its own, of the same origin. */
async function withFrames(folder: string, html: string): Promise<string> {
  let whole = html;
  for (const [, file] of html.matchAll(/SRC="([a-z-]+\.frame\.html)"/g)) {
    const text = await textOf(`./${folder}/${file}`);
    whole = whole.replaceAll(
      `"${file}"`,
      `"${URL.createObjectURL(new Blob([text], { type: 'text/html' }))}"`,
    );
  }
  return whole;
}

async function allLoaded(page: Document): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const documents = documentsOf(page);
    const frames = page.querySelectorAll('iframe, frame').length;
    if (documents.length > frames && documents.every((each) => each.readyState === 'complete')) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('A frame did not load.');
}

describe('every page of every layout', () => {
  afterEach(closePages);

  for (const layout of LAYOUTS) {
    describe(layout, () => {
      it('reads as the person whom its tab shows, or as nobody', async () => {
        const template = JSON.parse(await textOf(`./${layout}/${layout}.template.json`)) as Template;
        const adapter: Adapter = { id: layout, template, match: [], from: 'bound' };
        const pages = JSON.parse(await textOf(`./${layout}/${layout}.pages.json`)) as readonly LayoutPage[];
        const wrong: string[] = [];
        for (const { file, reads } of pages) {
          const page = await openPage(await withFrames(layout, await textOf(`./${layout}/${file}`)));
          await allLoaded(page);
          const read = JSON.stringify(readTab(page, adapter));
          if (read !== JSON.stringify(reads)) wrong.push(`${file} reads as ${read}`);
          closePages();
        }
        expect(wrong).to.deep.equal([]);
      });
    });
  }
});
