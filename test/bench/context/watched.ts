// The two browsers as the bench uses them: a panel that is observed at every change, and pages of hosts.
import type { Page } from 'puppeteer-core';
import { openChromium, words } from '../../extension/walk/chromium.ts';
import { FIREFOX_ID, openFirefox } from '../../extension/walk/firefox.ts';
import type { Noted } from '../../extension/walk/observe.ts';
import { until, type Stage } from '../../extension/walk/stage.ts';

export interface Watched {
  readonly title: string;
  readonly newPage: () => Promise<Page>;
  /** What the panel says. */
  readonly words: () => Promise<string>;
  readonly notes: () => Promise<readonly Noted[]>;
  readonly forgetNotes: () => Promise<void>;
  /** Ends the vault with all that it holds, and waits until the next one has read the list. */
  readonly freshVault: () => Promise<void>;
  /** Holds the vault's thread up for so long. `null`: nothing outside can. */
  readonly holdUp: ((ms: number) => Promise<unknown>) | null;
  /**
   * Starts to look how long the vault's thread is held up at one time, and gives the longest in milliseconds when it is
   * asked again. `null`: nothing outside can look.
   */
  readonly longestHold: (() => Promise<number>) | null;
  readonly close: () => Promise<void>;
}

const LIST_READ = '29 people';

export async function watchChromium(stage: Stage, built: string, isChecked = true): Promise<Watched> {
  const name = isChecked ? 'chrome-demo' : 'chrome-demo-unchecked';
  const { browser, side, notes, vault } = await openChromium(name, stage, built);
  return {
    title: await browser.version(),
    newPage: () => browser.newPage(),
    words: () => words(side),
    notes: async () => [...notes],
    forgetNotes: async () => void notes.splice(0),
    async freshVault() {
      await (await vault()).close();
      await until('the list is read again', async () => (await words(side)).includes(LIST_READ));
    },
    async holdUp(ms) {
      const worker = await vault();
      return worker.evaluate((length) => {
        const end = performance.now() + length;
        while (performance.now() < end);
      }, ms);
    },
    async longestHold() {
      const worker = await vault();
      return worker.evaluate(() => {
        const held = globalThis as { holds?: { last: number; most: number } };
        const before = held.holds?.most ?? 0;
        if (held.holds === undefined)
          setInterval(() => {
            const now = performance.now();
            const { last, most } = held.holds ?? { last: now, most: 0 };
            held.holds = { last: now, most: Math.max(most, now - last - 5) };
          }, 5);
        held.holds = { last: performance.now(), most: 0 };
        return before;
      });
    },
    close: () => browser.close(),
  };
}

export async function watchFirefox(stage: Stage, built: string): Promise<Watched> {
  const { browser, words: said, run, send, evaluate } = await openFirefox(stage, built);
  return {
    title: `Firefox ${(await browser.version()).replace(/^firefox\//i, '')}`,
    async newPage() {
      const page = await browser.newPage();
      await page.bringToFront();
      return page;
    },
    words: said,
    notes: async () => JSON.parse(String(await run('JSON.stringify(noted)'))) as readonly Noted[],
    forgetNotes: async () => void (await run('void (noted.length = 0)')),
    async freshVault() {
      const { contexts } = (await send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
        contexts: readonly { readonly context: string }[];
      };
      await evaluate(
        contexts[0]?.context ?? '',
        `WebExtensionPolicy.getByID('${FIREFOX_ID}').extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
      );
      await until('the list is read again', async () => (await said()).includes(LIST_READ));
    },
    holdUp: null,
    longestHold: null,
    close: () => browser.close(),
  };
}
