// Starts the extension in a real Chromium, with the demo and an open side panel, for walks and pictures.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type WebWorker } from 'puppeteer-core';
import { buildExtension, type BuildName } from '../../../extension/build.ts';
import { observer, observing, readNote, type Noted } from './observe.ts';
import { pause, until, type Stage } from './stage.ts';

/** The residents whose records the observer can tell apart. */
const FAMILIES = ['ASHWORTH', 'FARROW'];

/** A browser with one configured build, and the side panel open in its only window. */
export async function openChromium(
  name: BuildName,
  stage: Stage,
  built: string,
  executablePath = process.env['CHROME_PATH'],
  profile?: string,
) {
  const [folder = ''] = await buildExtension([name], (each) => join(built, each));
  const browser = await puppeteer.launch({
    ...(executablePath ? { executablePath } : {}),
    pipe: true,
    ...(profile !== undefined && { userDataDir: profile }),
    enableExtensions: [folder],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--enable-unsafe-extension-debugging',
    ],
  });
  const vault = () => workerOf(browser);
  const id = new URL((await vault()).url()).host;
  await (
    await vault()
  ).evaluate((configuration) => chrome.storage.local.set({ configuration }), stage.configuration);
  const page = await browser.newPage();
  await page.goto(stage.gp);
  await page.waitForSelector('#patients button');
  const side = await openSide(browser, id, stage.gp);
  const notes: Noted[] = [];
  side.on('console', (message) => {
    const noted = readNote(message.text());
    if (noted) notes.push(noted);
  });
  await side.evaluateOnNewDocument(observer, ...observing(FAMILIES));
  await side.evaluate(observer, ...observing(FAMILIES));
  // Where people sign in, there is no list before.
  await until('the panel has begun', async () => /29 people|Nobody is signed in/.test(await words(side)));
  stage.asked();
  return { browser, page, side, id, vault, notes };
}

/** The running worker. Chromium still lists a stopped one for a moment. */
function workerOf(browser: Browser): Promise<WebWorker> {
  return until('the vault runs', async () => {
    const target = browser.targets().find((each) => each.url().endsWith('/vault.js'));
    const worker = await target?.worker().catch(() => null);
    // A worker that has just ended may never answer.
    const runs = await Promise.race([
      worker?.evaluate('Boolean(chrome.runtime.id)').catch(() => false),
      pause(1000),
    ]);
    return worker && runs === true ? worker : null;
  });
}

/** Clicks the toolbar's button, because only that opens the panel. */
async function openSide(browser: Browser, id: string, url: string): Promise<Page> {
  await pressButton(browser, id, url);
  const target = await browser.waitForTarget((each) => each.url().endsWith('/side.html'));
  return target.asPage();
}

/** Clicks the extension's button in the toolbar, above the tab with this address. */
export async function pressButton(browser: Browser, id: string, url: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  const tab = targetInfos.find((each) => each.type === 'tab' && each.url === url);
  assert.ok(tab);
  await session.send('Extensions.triggerAction', { id, targetId: tab.targetId });
}

export const words = (side: Page): Promise<string> => side.evaluate(() => document.body.innerText);

/** The text in the panel's renderer. Empty where the panel has none. */
export async function record(side: Page): Promise<string> {
  const frame = side.frames().find((each) => each.url().endsWith('/render.html'));
  if (!frame) return '';
  try {
    return await frame.evaluate(
      () => document.querySelector('ehch-resident-summary')?.shadowRoot?.textContent ?? '',
    );
  } catch {
    // The panel removed the frame while this read it.
    return '';
  }
}

export const choose = (page: Page, { row }: { row: string }) =>
  page.$$eval(
    '#patients button',
    (buttons, wanted) => buttons.find(({ textContent }) => textContent.startsWith(wanted))?.click(),
    row,
  );
/** Waits until the panel shows the resident's record, and the server has answered all of it. */
export const shows = (side: Page, { family }: { family: string }) =>
  until(`the record of ${family} is drawn`, async () => {
    const drawn = await record(side);
    return (
      (await words(side)).includes(family) && drawn.toUpperCase().includes(family) && !/loading/i.test(drawn)
    );
  });
export const badge = async (vault: WebWorker, page: Page) =>
  vault.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url });
    return chrome.action.getBadgeText({ tabId: tab?.id ?? -1 });
  }, page.url());
