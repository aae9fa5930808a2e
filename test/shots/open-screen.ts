import { after, before } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launch } from '../walk/browser.ts';
import { serve } from './serve.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

// All tests of a file share a browser and a build.
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(async () => {
  server.close();
  await browser.close();
});

/** Opens a state of a component, until it is drawn. `prepare`: what a page needs before it is loaded. */
export async function openScreen(
  screen: string,
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<Page> {
  const page = await browser.newPage();
  await prepare(page);
  await page.goto(`${server.address}?${screen}`);
  await page.waitForSelector('html[data-ready]');
  return page;
}
