import type { Page } from 'puppeteer-core';
import { unlock } from './day.ts';
import type { DeviceBrowser } from './device-browser.ts';
import type { Ward } from './laboratory.ts';

/** How many tabs share the device's database. */
export const TABS = 3;

/** Tabs of one browser on one database, of which the leader can be found and killed. */
export class Tabs {
  readonly #device: DeviceBrowser;
  readonly ward: Ward;
  readonly pages = new Map<string, Page>();
  #opened = 0;

  constructor(device: DeviceBrowser, ward: Ward) {
    this.#device = device;
    this.ward = ward;
  }

  /** Opens tabs until there are enough. */
  async fill(query = ''): Promise<void> {
    while (this.pages.size < TABS) await this.open(query);
  }

  async open(query = ''): Promise<Page> {
    const name = `tab-${(this.#opened += 1)}`;
    const page = await this.#device.open(this.ward, `tab=${name}&${query}`);
    this.pages.set(name, page);
    await unlock(page);
    return page;
  }

  /** The tab that leads. The lead is heard of, so it may be a moment old. */
  get leader(): string {
    return this.ward.leaders.at(-1) ?? '';
  }

  /** Ends the process of a tab. Tabs that share it die as well. */
  async crash(name: string): Promise<void> {
    const page = this.pages.get(name);
    if (page === undefined) throw new Error(`There is no ${name}.`);
    await this.#device.kill(page, 'renderer');
    for (const [each, one] of this.pages) if (one.isClosed()) this.pages.delete(each);
    this.pages.delete(name);
  }

  async close(): Promise<void> {
    for (const page of this.pages.values()) await page.close();
  }
}
