// What the walks that teach a page share: the panel's words and presses, and clicks at drawn places.
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { words, type openChromium } from './chromium.ts';
import { pause, until } from './stage.ts';

type Walk = Awaited<ReturnType<typeof openChromium>>;

/** The panel and the page as a person uses them. */
export function asPerson({ side, vault }: Walk, page: () => Page) {
  return {
    says: (expected: RegExp) =>
      until(`the panel says ${expected}`, async () => expected.test(await words(side))).catch(
        async (error: unknown) => {
          throw new Error(`${String(error)}. It says: ${await words(side)}`);
        },
      ),

    /** Presses a button of the panel by its name, once its question has stood long enough to be read. */
    async press(name: RegExp): Promise<void> {
      const button = await until(`there is a button ${name}`, async () => {
        for (const each of await side.$$('button'))
          if (name.test(await each.evaluate(({ innerText }) => innerText.replaceAll(/\s+/g, ' '))))
            return each;
        return null;
      });
      await side.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
      await pause(600);
      await button.click();
    },

    /** Clicks where an element of the page is drawn, on whatever lies there. */
    async clickAt(selector: string): Promise<void> {
      const box = await (await page().waitForSelector(selector))?.boundingBox();
      assert.ok(box);
      await page().mouse.click(box.x + Math.min(20, box.width / 2), box.y + box.height / 2);
    },

    /** What is kept of taught pages. */
    stored: async () =>
      JSON.stringify(await (await vault()).evaluate(() => chrome.storage.local.get('taughtAdapters'))),
  };
}

/** Notes each event of a pointer that a page sees, and keeps it from everybody after. Runs in the page. */
export function killPointers(): void {
  // A test's script also reaches the frame of the cover, and a page's own does not.
  if (!location.protocol.startsWith('http')) return;
  const seen: string[] = [];
  Object.assign(globalThis, { seen });
  const kinds =
    'pointerdown pointerup pointermove pointerover mousedown mouseup mousemove click auxclick touchstart';
  for (const type of kinds.split(' '))
    addEventListener(
      type,
      (event) => {
        if (event.isTrusted) seen.push(type);
        event.stopImmediatePropagation();
        event.preventDefault();
      },
      { capture: true },
    );
}

export const seenBy = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen.splice(0));
