// A first shift, practised in a real browser beside a page that keeps records: choose, worry, send, read what to say, ring.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { startDemo, type Demo } from '../../examples/demo.ts';
import { launch, shownText, troubles } from './browser.ts';
import { Person } from './people.ts';
import { SCENARIOS } from './scenarios.ts';

const BUTTON = 'ehch-escalation-button';
const PATIENCE = 60_000;

let demo: Demo;
let browser: Browser;
const asked: string[] = [];

before(async () => {
  demo = await startDemo({ port: 0, fhirPort: 0, fhir: { log: (line) => asked.push(line) } });
  browser = await launch();
});
after(async () => {
  await browser.close();
  await demo.close();
});

/** Every row of every database of this origin, and what else an origin can keep. */
function keptIn(page: Page): Promise<{ readonly counts: Readonly<Record<string, number>> }> {
  return page.evaluate(async () => {
    const counts: Record<string, number> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(opening.error as Error));
      });
      for (const table of database.objectStoreNames) {
        counts[`${name}/${table}`] = await new Promise<number>((resolve, reject) => {
          const counting = database.transaction(table).objectStore(table).count();
          counting.addEventListener('success', () => resolve(counting.result));
          counting.addEventListener('error', () => reject(counting.error as Error));
        });
      }
      database.close();
    }
    return {
      counts,
      local: Object.entries(localStorage),
      session: Object.entries(sessionStorage),
      caches: await caches.keys(),
    };
  });
}

/** Presses the control of the escalation that has these words. */
async function press(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (selector, name) => {
      const root = document.querySelector(selector)?.shadowRoot;
      const all = [...(root?.querySelectorAll<HTMLElement>('button, a, label') ?? [])];
      const found = all.find((one) => one.textContent.replaceAll(/\s+/g, ' ').includes(name));
      found?.click();
      return found !== undefined;
    },
    { timeout: PATIENCE },
    BUTTON,
    words,
  );
}

async function says(page: Page, words: RegExp, selector = BUTTON): Promise<void> {
  await page.waitForFunction(() => true);
  const end = Date.now() + PATIENCE;
  let text = '';
  while (Date.now() < end) {
    text = await shownText(page, selector);
    if (words.test(text)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.match(text, words);
}

test('a first shift sends nothing, rings nobody, and leaves no row', async () => {
  const real = await browser.newPage();
  await real.goto(`${demo.url}/local-home/`, { waitUntil: 'networkidle0' });
  await real.waitForSelector('#unlock:not([hidden])');
  // A page that asks for the passphrase may not have opened its database yet.
  await real.waitForFunction(async () => (await indexedDB.databases()).length > 0, {
    polling: 200,
    timeout: PATIENCE,
  });
  const before = await keptIn(real);
  // Without a database of earnest work beside it, this proves nothing.
  assert.notDeepEqual(before.counts, {});
  const page = await browser.newPage();
  const found = troubles(page);
  await page.setViewport({ width: 320, height: 568 });
  await page.goto(`${demo.url}/first-shift/`, { waitUntil: 'networkidle0' });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  asked.length = 0;

  await says(page, /Practice run: nothing is sent/, 'ehch-provider');
  await press(page, 'Not herself');
  await press(page, 'Send to the practice');
  await says(page, /NOT SENT: lost if this browser closes/);
  await says(page, /I am calling|Practice House/);
  await press(page, '999');
  await says(page, /999 was not rung/, 'ehch-provider');
  await press(page, 'is worse');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500)));

  assert.deepEqual(requests, []);
  assert.deepEqual(asked, []);
  assert.deepEqual(await keptIn(page), before);
  assert.deepEqual(found, []);
  assert.equal(new URL(page.url()).pathname, '/first-shift/');
});

test('in a drill nobody who exists is shown, and no port of the page is reached', async () => {
  const [, , page] = await browser.pages();
  assert.ok(page);
  await page.evaluate(() => {
    const [provider, button] = ['ehch-provider', 'ehch-escalation-button'].map((tag) =>
      document.querySelector(tag),
    );
    const reached = { reached: 0 };
    Object.assign(window, reached);
    const refuse = () => (window as typeof window & { reached: number }).reached++;
    Object.assign(provider as object, {
      actions: { enqueue: refuse, watchReceipt: refuse, saveDraft: refuse, loadDraft: refuse },
      source: { watch: refuse, refresh: refuse },
    });
    Object.assign(button as object, { resident: 'somebody-real' });
  });
  await says(page, /the data are about another resident/);
  assert.equal(await page.evaluate(() => (window as typeof window & { reached: number }).reached), 0);
});

for (const { title, resident, steps } of SCENARIOS)
  test(`${title}: practised with the presses of an earnest night, and nothing is sent`, async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 320, height: 568 });
    await page.goto(`${demo.url}/first-shift/`, { waitUntil: 'networkidle0' });
    const before = await keptIn(page);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    asked.length = 0;
    const carer = await Person.at(page);
    await carer.press(resident.drilled);
    for (const step of steps) await carer.does(step);
    await carer.partSays(BUTTON, 'receipt', /NOT SENT: lost if this browser closes.*Ring/);
    assert.doesNotMatch(await carer.text(BUTTON), /Sent \d/);
    assert.deepEqual([requests, asked], [[], []]);
    assert.deepEqual(await keptIn(page), before);
    await page.close();
  });
