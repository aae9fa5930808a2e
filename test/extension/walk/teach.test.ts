// Teaching a page that no template knows, in a real Chromium: by what the panel says and by clicks at drawn places.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { openChromium, record, shows, words } from './chromium.ts';
import { DORIS, NOBODY_KNOWN, startOtherSite, write, type OtherSite } from './other-site.ts';
import { ASHWORTH, pause, setStage, until, type Stage } from './stage.ts';

const built = mkdtempSync(join(tmpdir(), 'ehch-teach-'));
let stage: Stage;
let other: OtherSite;
let walk: Awaited<ReturnType<typeof openChromium>>;
let page: Page;

before(async () => {
  [stage, other] = await Promise.all([setStage(), startOtherSite()]);
  walk = await openChromium('chrome-demo', stage, built);
});
after(async () => {
  await walk?.browser.close();
  await stage?.close();
  other?.close();
  rmSync(built, { recursive: true, force: true });
});
beforeEach(async () => {
  const former = page;
  page = await walk.browser.newPage();
  await former?.close();
});

const says = (expected: RegExp) =>
  until(`the panel says ${expected}`, async () => expected.test(await words(walk.side))).catch(
    async (error: unknown) => {
      throw new Error(`${String(error)}: ${await words(walk.side)}`);
    },
  );

/** Presses a button of the panel by its name, once its question has stood long enough to be read. */
async function press(name: RegExp): Promise<void> {
  const { side } = walk;
  const button = await until(`there is a button ${name}`, async () => {
    for (const each of await side.$$('button'))
      if (name.test(await each.evaluate(({ innerText }) => innerText.replaceAll(/\s+/g, ' ')))) return each;
    return null;
  });
  await side.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
  await pause(600);
  await button.click();
}

/** Clicks where an element of the page is drawn, on whatever lies there. */
async function clickAt(selector: string): Promise<void> {
  const box = await (await page.waitForSelector(selector))?.boundingBox();
  assert.ok(box);
  await page.mouse.click(box.x + Math.min(20, box.width / 2), box.y + box.height / 2);
}

/** Notes each event of a pointer that the page itself sees. */
async function listen(): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    for (const type of [
      'pointerdown',
      'pointerup',
      'pointermove',
      'pointerover',
      'mousedown',
      'mouseup',
      'mousemove',
      'click',
      'auxclick',
      'touchstart',
      'wheel',
      'contextmenu',
    ])
      addEventListener(type, (event) => event.isTrusted && seen.push(type), { capture: true });
  });
}
const seen = () => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);

const stored = async () =>
  JSON.stringify(await (await walk.vault()).evaluate(() => chrome.storage.local.get('taughtAdapters')));

test('a page that no template knows is taught with two people, and the second press makes it count', async () => {
  await listen();
  await page.goto(other.at('taught', '/unknown'));
  await says(/Not enabled on taught\.localhost/);
  await press(/Point at it yourself/);
  await says(/Point at the NHS number on the page[^]*dashed edge/);
  await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen.splice(0));
  await clickAt('#banner-nhs');
  await says(/Is this the NHS number\?[^]*999 000 0018[^]*check digit fits[^]*“NHS No\.”/);
  assert.deepEqual(await seen(), [], 'the page has seen nothing of the click');
  await press(/Yes, that is it/);
  await says(/Point at the date of birth[^]*dashed edge/);
  await clickAt('#banner-born');
  await says(/Is this the date of birth\?[^]*09-Mar-1938/);
  await press(/Yes, that is it/);
  await says(/Point at the family name[^]*dashed edge/);
  await clickAt('#banner-name');
  await press(/Family name: ASHWORTH; given name: Doris May/);
  await says(/What this draft reads on the page[^]*999 000 0018[^]*09-Mar-1938[^]*ASHWORTH, Doris May/);
  assert.deepEqual(await seen(), []);
  assert.equal(await stored(), '{}', 'nothing is kept before the press');
  await press(/Keep as a draft/);
  await says(/Open another person in your system/);
  const draft = await stored();
  assert.match(draft, /"state":"draft"/);
  assert.doesNotMatch(draft, /999|0018|ashworth|doris|1938/i);
  assert.equal(await record(walk.side), '', 'a draft shows no record');
  await press(/^\s*Look\s*$/);
  await says(/That is the first person again/);
  await page.goto(other.at('taught', '/unknown/second'));
  await press(/Look again/);
  await says(/Are both right\?[^]*999 001 2008/);
  assert.match(await words(walk.side), /999 000 0018/);
  await press(/Both are right/);
  await says(/taught\.localhost[^]*is read from now on/);
  assert.match(await stored(), /"state":"confirmed"/);
  await press(/Done/);
  await says(/Not on the list of residents/);
  await page.goto(other.at('taught', '/unknown'));
  await shows(walk.side, ASHWORTH);
  await page.evaluate(write, NOBODY_KNOWN);
  await says(/Not on the list of residents/);
  await page.evaluate(write, DORIS);
  await shows(walk.side, ASHWORTH);
});

test('what a page can learn of its cover: that there is one, and nothing of who made it or where anybody clicked', async () => {
  await listen();
  await page.evaluateOnNewDocument(() => {
    const learnt: string[] = [];
    Object.assign(globalThis, { learnt });
    for (const type of ['focus', 'blur', 'message', 'securitypolicyviolation'])
      addEventListener(type, () => learnt.push(type));
    new PerformanceObserver((list) =>
      learnt.push(...list.getEntries().map(({ name }) => `loaded ${name}`)),
    ).observe({
      type: 'resource',
      buffered: true,
    });
    addEventListener('DOMContentLoaded', () =>
      new MutationObserver((records) =>
        learnt.push(
          ...records.flatMap(({ addedNodes }) =>
            [...addedNodes].map(
              (each) =>
                `added ${(each as Element).outerHTML} shadow ${String((each as Element).shadowRoot)} frames ${window.length}`,
            ),
          ),
        ),
      ).observe(document.documentElement, { childList: true, subtree: true }),
    );
  });
  await page.goto(other.at('learns', '/unknown'));
  await press(/Point at it yourself/);
  await says(/Point at the NHS number on the page[^]*dashed edge/);
  await clickAt('#banner-nhs');
  await says(/Is this the NHS number\?/);
  const learnt = await page.evaluate(() => (globalThis as unknown as { learnt: string[] }).learnt);
  console.log(learnt);
  await press(/Stop/);
  await says(/Not enabled on learns\.localhost/);
});

test('a taught site is listed, is exported without a word of the page, and is forgotten when it is revoked', async () => {
  await page.goto(other.at('taught', '/unknown'));
  await shows(walk.side, ASHWORTH);
  await walk.side.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
  const list = await words(walk.side);
  assert.match(list, /taught\.localhost.*, read as Taught by pointing at a page, taught in this browser/);
  const adapter = await walk.side.$eval('.sites pre', ({ textContent }) => textContent);
  assert.match(adapter, /"ehch-template\/1"/);
  assert.doesNotMatch(adapter, /999|0018|ashworth|doris|1938/i);
  await press(/Revoke taught\.localhost/);
  await says(/Not enabled on taught\.localhost/);
  assert.equal(await stored(), '{"taughtAdapters":[]}');
  assert.equal(await record(walk.side), '');
});
