// Attacks on teaching, in a real Chromium: pages that fight the cover, and others that speak on its ports.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { openChromium, words } from './chromium.ts';
import { startOtherSite, type OtherSite } from './other-site.ts';
import { pause, setStage, type Stage } from './stage.ts';
import { asPerson, killPointers, seenBy } from './taught.ts';

const built = mkdtempSync(join(tmpdir(), 'ehch-teach-attacks-'));
let stage: Stage;
let other: OtherSite;
let walk: Awaited<ReturnType<typeof openChromium>>;
let page: Page;
let person: ReturnType<typeof asPerson>;

before(async () => {
  [stage, other] = await Promise.all([setStage(), startOtherSite()]);
  walk = await openChromium('chrome-demo', stage, built);
  person = asPerson(walk, () => page);
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

const COVERED = /Point at the NHS number on the page[^]*dashed edge/;

/** Opens a page and covers it. */
async function cover(path: string, attack?: () => void): Promise<void> {
  if (attack) await page.evaluateOnNewDocument(attack);
  await page.goto(other.at('attacked', path));
  await person.says(/Not enabled on attacked\.localhost/);
  await person.press(/Point at it yourself/);
}

async function stop(): Promise<void> {
  await person.press(/^Stop$/);
  await person.says(/Not enabled on attacked\.localhost/);
  assert.match(await person.stored(), /^(?:\{\}|\{"taughtAdapters":\[\]\})$/);
}

test('a page that records and kills every event of a pointer sees none of a click, and of the second of a double one neither', async () => {
  await cover('/unknown', killPointers);
  await person.says(COVERED);
  await seenBy(page);
  const box = await (await page.$('#banner-nhs'))?.boundingBox();
  assert.ok(box);
  await page.mouse.click(box.x + 5, box.y + 5, { count: 2, delay: 20 });
  await person.says(/Is this the NHS number\?[^]*999 000 0018/);
  assert.deepEqual(await seenBy(page), []);
  // The control: without the cover the page sees a click.
  await page.mouse.click(box.x + 5, box.y + 5);
  assert.ok((await seenBy(page)).includes('click'));
  await stop();
});

test('a page that takes the cover away at once: nothing is taken, and the panel says so', async () => {
  await cover('/unknown', () => {
    addEventListener('load', () =>
      new MutationObserver(() => document.querySelector('html > [popover]')?.remove()).observe(document, {
        childList: true,
        subtree: true,
      }),
    );
  });
  await person.says(/The NHS number was not taken[^]*does not let itself be covered/);
  await stop();
});

test('a page that closes the cover, or opens a dialog over it: nothing is taken', async () => {
  await cover('/unknown');
  await person.says(COVERED);
  await page.evaluate(() => document.querySelector<HTMLElement>('html > [popover]')?.hidePopover());
  await person.says(/The NHS number was not taken[^]*does not let itself be covered/);
  await stop();
  await cover('/unknown/dialog', () => {
    addEventListener('load', () => document.querySelector<HTMLDialogElement>('#over')?.showModal());
  });
  await person.says(/The NHS number was not taken[^]*Close that, and point again/);
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#over')?.close());
  await person.press(/Point again/);
  await person.says(COVERED);
  await stop();
});

test('a page that moves its content while somebody points: nothing is taken', async () => {
  await cover('/unknown', () => {
    let at = 0;
    const numbers = ['999 000 0018', '999 000 0026', '999 000 0042'];
    setInterval(() => {
      const place = document.querySelector('#banner-nhs');
      at += 1;
      if (place) place.textContent = numbers[at % 3] ?? '';
    }, 170);
  });
  await person.says(COVERED);
  await person.clickAt('#banner-nhs');
  await person.says(/The NHS number was not taken[^]*The page changed while you pointed/);
  await stop();
});

test('a page in a frame is not taught, and the panel says who can help', async () => {
  await cover('/unknown/in-frame');
  await person.says(COVERED);
  await person.clickAt('iframe');
  await person.says(/A page in a frame stands there[^]*An administrator can write an adapter/);
  await stop();
});

test('a page whose elements have the names of what a script asks for is taught all the same', async () => {
  await cover('/unknown/clobbered');
  await person.says(COVERED);
  await person.clickAt('#banner-nhs');
  await person.says(/Is this the NHS number\?[^]*999 000 0018/);
  await stop();
});

test('a closed part of a page, and a page that lets no frame load, are said as such', async () => {
  await cover('/unknown/closed');
  await person.says(COVERED);
  await person.clickAt('x-banner');
  await person.says(/That part of the page is closed to every extension/);
  await stop();
  await cover('/unknown/isolated');
  await person.says(/does not let itself be covered[^]*an administrator can write an adapter/);
  await stop();
});

test('Escape and a page that is left end the pointing, and keep nothing', async () => {
  await cover('/unknown');
  await person.says(COVERED);
  await page.bringToFront();
  await page.focus('body');
  await page.keyboard.press('Escape');
  await person.says(/You pressed Escape/);
  await person.press(/Point again/);
  await person.says(COVERED);
  await page.reload();
  await person.says(/Nothing was kept[^]*The page was left or loaded again/);
  await stop();
});

test('our own pages that are no cover, and scripts in other pages, are heard on neither port', async () => {
  await cover('/unknown');
  await person.says(COVERED);
  const before = await words(walk.side);
  const forge = (name: string) =>
    walk.side.evaluate(async (port) => {
      const opened = chrome.runtime.connect({ name: port });
      const ended = new Promise<string>((resolve) =>
        opened.onDisconnect.addListener(() => resolve('closed')),
      );
      try {
        for (const kind of ['ready', 'here', 'pick', 'picked', 'drafted'])
          opened.postMessage({ kind, ask: 'a', ticket: 'a', x: 1, y: 1 });
      } catch {
        // It was closed meanwhile.
      }
      return Promise.race([ended, new Promise<string>((resolve) => setTimeout(() => resolve('open'), 1500))]);
    }, name);
  assert.equal(await forge('ehch-pick'), 'closed');
  assert.equal(await forge('ehch-teach'), 'closed');
  await pause(300);
  assert.equal(await words(walk.side), before);
  await stop();
});

test('a page cannot find the cover’s own address, and its page gives away nothing', async () => {
  await page.goto(other.at('attacked', '/unknown'));
  const got = await page.evaluate(
    async (address) => ({
      fetched: await fetch(address).then(
        () => true,
        () => false,
      ),
    }),
    `chrome-extension://${walk.id}/pick.html`,
  );
  assert.deepEqual(got, { fetched: false });
});

test('a lock erases what was read; the draft stays', async () => {
  await cover('/unknown');
  for (const at of ['#banner-nhs', '#banner-born']) {
    await person.says(/dashed edge/);
    await person.clickAt(at);
    await person.press(/Yes, that is it/);
  }
  await person.press(/Leave the family name out/);
  await person.press(/Leave the given name out/);
  await person.says(/What this draft reads on the page[^]*999 000 0018/);
  await person.press(/Keep as a draft/);
  await person.says(/Open another person/);
  await (await walk.vault()).evaluate(() => chrome.idle.onStateChanged.dispatch?.('locked'));
  await person.says(/locked/i);
  assert.doesNotMatch(await words(walk.side), /999 000 0018/);
  await (await walk.vault()).evaluate(() => chrome.idle.onStateChanged.dispatch?.('active'));
  await person.says(/A draft is kept for this site/);
  await person.press(/Go on with the draft/);
  await person.says(/Open a patient in your system, and press “Look”/);
  assert.doesNotMatch(await words(walk.side), /999 000 0018/);
  await person.press(/Stop/);
  await person.press(/Delete the draft attacked\.localhost/);
  await person.says(/Point at it yourself/);
  assert.equal(await person.stored(), '{"taughtAdapters":[]}');
});
