// Enabling and revoking sites in a real Chromium: what is read, what is not, and what the page and the servers notice.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { badge, openChromium, pressButton, record, shows, words } from './chromium.ts';
import { DORIS, NOBODY_KNOWN, startOtherSite, write, type OtherSite } from './other-site.ts';
import { ASHWORTH, pause, quiet, setStage, until, type Stage } from './stage.ts';

const built = mkdtempSync(join(tmpdir(), 'ehch-sites-'));
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
  await quiet(stage);
});

const says = (expected: RegExp) =>
  until(`the panel says ${expected}`, async () => expected.test(await words(walk.side)));

/** Presses a button of the panel by its words, as a person does. */
async function press(name: RegExp): Promise<void> {
  const { side } = walk;
  const button = await until(`there is a button ${name}`, async () => {
    for (const each of await side.$$('button'))
      if (name.test(await each.evaluate(({ textContent }) => textContent ?? ''))) return each;
    return null;
  });
  await side.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
  await button.click();
}

async function enable(name: string, title: string, path = '/'): Promise<void> {
  await page.goto(other.at(name, path));
  await says(new RegExp(`Not enabled on ${name}\\.localhost`));
  await press(new RegExp(`Enable as ${title}`));
}

const revoke = (name: string) => press(new RegExp(`Revoke ${name}\\.localhost`));

/** Counts in the vault what pages ask and say from now on. */
async function listen(): Promise<() => Promise<{ asked: number; opened: number }>> {
  const worker = await walk.vault();
  await worker.evaluate(() => {
    const heard = { asked: 0, opened: 0 };
    globalThis.walkHeard = heard;
    chrome.runtime.onMessage.addListener((message: { kind?: string }) => {
      if (message.kind === 'adapters') heard.asked += 1;
    });
    chrome.runtime.onConnect.addListener(({ name }) => {
      if (name === 'ehch-page') heard.opened += 1;
    });
  });
  return () => worker.evaluate(() => globalThis.walkHeard);
}

test('a site is enabled by one press: the tab that is open already is read, without a reload', async () => {
  await page.goto(other.at('practice'));
  await page.evaluate(() => Object.assign(globalThis, { sinceLoading: true }));
  await says(/Not enabled on practice\.localhost/);
  assert.equal(await badge(await walk.vault(), page), '');
  assert.deepEqual(stage.asked(), []);
  await press(/Enable as Fernhill Record/);
  await shows(walk.side, ASHWORTH);
  assert.equal(await page.evaluate(() => 'sinceLoading' in globalThis), true);
  assert.match(await words(walk.side), /As in practice\.localhost\s+✓ matches/);
  assert.match(await words(walk.side), /Enabled sites: 3/);
});

test('a revoked site: the panel is blank at once, and the script in its page is silent for good', async () => {
  await page.goto(other.at('practice'));
  await shows(walk.side, ASHWORTH);
  const heard = await listen();
  await revoke('practice');
  await says(/Not enabled on practice\.localhost/);
  assert.equal(await record(walk.side), '');
  assert.doesNotMatch(await words(walk.side), /ASHWORTH/);
  await until('the script that was there has asked once more', async () => (await heard()).asked > 0);
  const { asked } = await heard();
  for (const person of [NOBODY_KNOWN, DORIS]) {
    await page.evaluate(write, person);
    await pause(1500);
  }
  assert.deepEqual(await heard(), { asked, opened: 0 });
  assert.match(await words(walk.side), /Enabled sites: 2/);
  await page.reload();
  await pause(800);
  assert.deepEqual(await heard(), { asked, opened: 0 }, 'a page that loads now has no script at all');
  assert.equal(await badge(await walk.vault(), page), '');
});

test('two sites: revoking one leaves the other as it was', async () => {
  await enable('first', 'Fernhill Record');
  await shows(walk.side, ASHWORTH);
  const first = page;
  page = await walk.browser.newPage();
  await enable('second', 'Fernhill Record');
  await shows(walk.side, ASHWORTH);
  await revoke('first');
  await says(/Enabled sites: 3/);
  await shows(walk.side, ASHWORTH);
  assert.match(await words(walk.side), /As in second\.localhost/);
  await first.bringToFront();
  await says(/Not enabled on first\.localhost/);
  assert.equal(await record(walk.side), '');
  await revoke('second');
  await says(/Enabled sites: 2/);
});

test('nobody of a roster on an enabled site: no request, no badge, and not one node or call in the page', async () => {
  await enable('quiet', 'Fernhill Record', '/stranger');
  await says(/Not on the list of residents/);
  await quiet(stage);
  const heard = await listen();
  await page.evaluateOnNewDocument(() => {
    const changes: string[] = [];
    globalThis.walkChanges = changes;
    addEventListener('DOMContentLoaded', () => {
      new MutationObserver((records) => changes.push(...records.map(({ type }) => type))).observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
  });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.reload();
  await pause(2000);
  assert.deepEqual(
    await heard(),
    { asked: 1, opened: 1 },
    'one question, and one report of the person on screen',
  );
  assert.deepEqual(stage.asked(), []);
  assert.deepEqual(
    requests.filter((url) => !url.endsWith('favicon.ico')),
    [other.at('quiet', '/stranger')],
  );
  assert.deepEqual(await page.evaluate(() => globalThis.walkChanges), []);
  assert.equal(await badge(await walk.vault(), page), '');
  await revoke('quiet');
});

test('an enabled site whose page is nobody’s: one question, and nothing after it', async () => {
  await enable('empty', 'Hearthside Diary');
  await says(/No patient read on this page/);
  const heard = await listen();
  await page.reload();
  await pause(1500);
  assert.deepEqual(await heard(), { asked: 1, opened: 0 });
  assert.deepEqual(stage.asked(), []);
  await revoke('empty');
});

test('a frame that a page writes by itself is read, and the frame of a record in somebody else’s page is not', async () => {
  await enable('frames', 'Hearthside Diary', '/written-frame');
  await shows(walk.side, ASHWORTH);
  await page.reload();
  await says(/No patient read|Looking who/);
  await shows(walk.side, ASHWORTH);
  const heard = await listen();
  await page.goto(other.at('around', '/around'));
  await says(/Not enabled on around\.localhost/);
  await pause(1500);
  assert.deepEqual((await heard()).opened, 0);
  assert.equal(await record(walk.side), '');
  await page.goto(other.at('frames', '/around'));
  await shows(walk.side, ASHWORTH);
  await revoke('frames');
});

test('a page that the extension may not know is known after a press on the toolbar button, and no longer than it stays', async () => {
  // No manifest names this address, so only the press gives it away.
  const unknown = `http://127.0.0.1:${other.port}/`;
  await page.goto(unknown);
  await says(/Not enabled on this page/);
  await pressButton(walk.browser, walk.id, unknown);
  await says(/Not enabled on 127\.0\.0\.1/);
  await says(/It cannot be enabled\./);
  await page.goto('about:blank');
  await says(/Not enabled on this page/);
});

test('after the extension was updated, the tabs that are open are read again without a reload', async () => {
  await enable('updated', 'Fernhill Record');
  await shows(walk.side, ASHWORTH);
  const marked = async () =>
    (await Promise.race([badge(await walk.vault(), page).catch(() => ''), pause(1000)])) === '●';
  await until('there is a mark', marked);
  // The browser loads the folder again, and takes that for an update.
  await walk.browser.installExtension(join(built, 'chrome-demo'));
  await pause(500);
  await page.evaluate(write, NOBODY_KNOWN);
  await until('the new vault has removed the mark', async () => !(await marked()));
  await page.evaluate(write, DORIS);
  await until('there is a mark again', marked);
});
