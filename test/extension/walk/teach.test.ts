// Teaching a page that no template knows, in a real Chromium: by what the panel says and by clicks at drawn places.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { openChromium, record, shows, words } from './chromium.ts';
import { DORIS, NOBODY_KNOWN, startOtherSite, write, type OtherSite } from './other-site.ts';
import { ASHWORTH, setStage, type Stage } from './stage.ts';
import { asPerson, killPointers, seenBy } from './taught.ts';

const built = mkdtempSync(join(tmpdir(), 'ehch-teach-'));
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

/** Notes what a page can see of something that is put over it, beside the events of a pointer. Runs in the page. */
function learnAll(): void {
  if (!location.protocol.startsWith('http')) return;
  const learnt: string[] = [];
  Object.assign(globalThis, { learnt });
  for (const type of ['focus', 'blur', 'message', 'securitypolicyviolation'])
    addEventListener(type, () => learnt.push(type));
  // What a page loads is listed by its address. The address of an extension must not be among it.
  new PerformanceObserver((list) =>
    learnt.push(
      ...list.getEntries().flatMap(({ name }) => (name.startsWith('http') ? [] : [`loaded ${name}`])),
    ),
  ).observe({ type: 'resource', buffered: true });
  const changes = new MutationObserver((records) => {
    for (const { addedNodes, removedNodes } of records) {
      for (const each of addedNodes)
        learnt.push(
          `added ${each.nodeName}, ${(each as Element).shadowRoot === null ? 'closed' : 'open'}, frames ${window.length}`,
        );
      for (const each of removedNodes) learnt.push(`removed ${each.nodeName}`);
    }
  });
  addEventListener('load', () => changes.observe(document, { childList: true, subtree: true }));
}

test('a page that no template knows is taught with two people, and the second press makes it count', async () => {
  const { says, press, clickAt, stored } = person;
  await page.evaluateOnNewDocument(killPointers);
  await page.goto(other.at('taught', '/unknown'));
  await says(/Not enabled on taught\.localhost/);
  await press(/Point at it yourself/);
  await says(/Point at the NHS number on the page[^]*dashed edge/);
  await seenBy(page);
  await clickAt('#banner-nhs');
  await says(/Is this the NHS number\?[^]*999 000 0018[^]*check digit fits[^]*“NHS No\.”/);
  assert.deepEqual(await seenBy(page), [], 'the page has seen nothing of the click');
  await press(/Yes, that is it/);
  await says(/Point at the date of birth[^]*dashed edge/);
  await clickAt('#banner-born');
  await says(/Is this the date of birth\?[^]*09-Mar-1938/);
  await press(/Yes, that is it/);
  await says(/Point at the family name[^]*dashed edge/);
  await clickAt('#banner-name');
  await press(/Family name: ASHWORTH; given name: Doris May/);
  await says(/What this draft reads on the page[^]*999 000 0018[^]*09-Mar-1938[^]*ASHWORTH, Doris May/);
  assert.deepEqual(await seenBy(page), []);
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

test('what a page can learn of its cover: that one came and went, and that the focus moved', async () => {
  const { says, press, clickAt } = person;
  await page.evaluateOnNewDocument(learnAll);
  await page.goto(other.at('learns', '/unknown'));
  await press(/Point at it yourself/);
  await says(/Point at the NHS number on the page[^]*dashed edge/);
  await clickAt('#banner-nhs');
  await says(/Is this the NHS number\?/);
  assert.deepEqual(
    (await page.evaluate(() => (globalThis as unknown as { learnt: string[] }).learnt)).filter(
      (each) => each !== 'focus',
    ),
    ['added DIV, closed, frames 0', 'blur', 'removed DIV'],
  );
  await press(/Stop/);
  await says(/Not enabled on learns\.localhost/);
});

test('a taught site is listed, is exported without a word of the page, and is forgotten when it is revoked', async () => {
  const { says, press, stored } = person;
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

test('where a template does not fit a page can be taught too, and whoever stops loses nothing that was enabled', async () => {
  const { says, press } = person;
  await page.goto(other.at('misfit', '/unknown'));
  await press(/Enable as Hearthside Diary/);
  await says(/No patient read on this page/);
  await press(/Point at it yourself/);
  await says(/Point at the NHS number on the page[^]*dashed edge/);
  await press(/^Stop$/);
  await says(/No patient read on this page[^]*Enabled sites: 3/);
  await press(/Revoke misfit\.localhost/);
  await says(/Not enabled on misfit\.localhost/);
});
