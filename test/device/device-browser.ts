import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { launch } from '../walk/browser.ts';
import type { Ward } from './laboratory.ts';

/** How a page dies: its own process alone, as when it runs out of memory, or the whole browser, as when the power goes. */
export type Death = 'renderer' | 'browser';

/** A real Chromium with a profile on the disk, which outlives it. */
export class DeviceBrowser {
  readonly #profile = mkdtempSync(join(tmpdir(), 'ehch-device-'));
  #browser: Browser | null = null;

  /**
   * Opens a tab on a ward.
   *
   * @param quota bytes that the ward's origin may take. The browser reads it when it opens the database anew
   */
  async open(ward: Ward, query = '', quota?: number): Promise<Page> {
    this.#browser ??= await launch(this.#profile);
    const page = await this.#browser.newPage();
    if (quota !== undefined) {
      const session = await page.createCDPSession();
      await session.send('Storage.overrideQuotaForOrigin', { origin: ward.url, quotaSize: quota });
    }
    await page.goto(`${ward.url}/?${query}`);
    await page.waitForSelector('[data-ready]');
    return page;
  }

  /** Returns when it is dead. */
  async kill(page: Page, how: Death): Promise<void> {
    await (how === 'browser' ? this.#killAll() : crash(page));
  }

  /** Closes every open database, as the browser does where its storage fails. Nothing of it is erased. */
  async closeStorage(): Promise<void> {
    const page = await this.#browser?.newPage();
    await page?.goto('chrome://indexeddb-internals');
    const control = await page?.waitForSelector('>>> .force-close');
    if (page === undefined || !control) throw new Error('No browser is open.');
    for (const each of await page.$$('>>> .force-close'))
      await each.evaluate((one) => (one as HTMLElement).click());
    await page.close();
  }

  /** Erases what a ward keeps, as somebody does who clears the data of its site. The page stays open. */
  async clearStorage(page: Page, { url }: Ward): Promise<void> {
    const session = await page.createCDPSession();
    await session.send('Storage.clearDataForOrigin', { origin: url, storageTypes: 'indexeddb' });
    await session.detach();
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async #killAll(): Promise<void> {
    const child = this.#browser?.process();
    const gone = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill('SIGKILL');
    await gone;
    this.#browser = null;
  }
}

/** Ends a page's process as a fault of its own would. The browser goes on, and so does what it has been handed. */
async function crash(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  const gone = new Promise((resolve) => session.once('Inspector.targetCrashed', resolve));
  await session.send('Inspector.enable');
  // A process that dies answers nothing.
  session.send('Page.crash').catch(() => undefined);
  await gone;
  await page.close().catch(() => undefined);
}
