// The extension's walk in a real Chromium: the vault, the content script, the side panel and the demo's hosts as built.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { badge, choose, openChromium, record, shows, words } from './chromium.ts';
import { mixed } from './observe.ts';
import {
  ASHWORTH,
  FARROW,
  ORDINARY,
  pause,
  quiet,
  setStage,
  until,
  WRONG_BIRTH_DATE,
  type Stage,
} from './stage.ts';

const built = mkdtempSync(join(tmpdir(), 'ehch-walk-'));
let stage: Stage;

let walk: Awaited<ReturnType<typeof openChromium>>;
before(async () => {
  stage = await setStage();
  walk = await openChromium('chrome-demo', stage, built);
});
after(async () => {
  await walk?.browser.close();
  await stage?.close();
  rmSync(built, { recursive: true, force: true });
});
beforeEach(async () => {
  stage.demo.setFaults([]);
  // A tab asks for ten records in a minute, so each test has a tab of its own.
  const former = walk.page;
  walk.page = await walk.browser.newPage();
  await walk.page.goto(stage.gp);
  await former.close();
  await walk.page.waitForSelector('#patients button');
  await until('the panel is empty', async () => /No patient/.test(await words(walk.side)));
  await quiet(stage);
  walk.notes.length = 0;
});

test('a resident on screen: the summary stands in the side panel, under the right name, and the button has a badge', async () => {
  const { page, side, vault } = walk;
  await choose(page, ASHWORTH);
  await shows(side, ASHWORTH);
  const header = await words(side);
  assert.match(header, /ASHWORTH, Doris May/);
  assert.ok(header.includes(ASHWORTH.number));
  assert.match(header, /gp\.localhost/);
  assert.match(await record(side), /Penicillin/i);
  assert.equal(await badge(await vault(), page), '●');
  assert.deepEqual(mixed(walk.notes), []);
});

test('another patient: the panel is blank first, and then shows the new patient', async () => {
  const { page, side, notes } = walk;
  await choose(page, ASHWORTH);
  await shows(side, ASHWORTH);
  stage.demo.setFaults([{ fault: 'delay:400' }]);
  notes.length = 0;
  await choose(page, FARROW);
  await shows(side, FARROW);
  assert.doesNotMatch(await words(side), /ASHWORTH/);
  const shell = notes.filter(({ where }) => where === 'shell');
  const hers = shell.findIndex(({ names }) => names.includes('FARROW'));
  assert.ok(
    shell.slice(0, hers).some(({ names, frame }) => names.length === 0 && frame === 0),
    'nothing stood there in between',
  );
  assert.deepEqual(mixed(notes), []);
});

test('in a quick run through many patients, with a slow server, no record ever stands below another name', async () => {
  const { page, side, notes } = walk;
  stage.demo.setFaults([{ fault: 'delay:250' }]);
  for (const wait of [50, 500, 350, 700]) {
    for (const who of [ASHWORTH, FARROW]) {
      await choose(page, who);
      await pause(wait);
    }
  }
  stage.demo.setFaults([]);
  await choose(page, ASHWORTH);
  await shows(side, ASHWORTH);
  assert.ok(
    notes.some(({ where, names }) => where === 'renderer' && names.length > 0),
    'the observer saw records',
  );
  assert.deepEqual(mixed(notes), []);
});

test('with the context check switched off, the observer does see a record below another name', async () => {
  const unchecked = await openChromium('chrome-demo-unchecked', stage, built);
  try {
    const { page, side, notes } = unchecked;
    stage.demo.setFaults([{ fault: 'delay:600' }]);
    await choose(page, ASHWORTH);
    await until('her name stands there', async () => (await words(side)).includes(ASHWORTH.family));
    // The resident's record is still on its way.
    await choose(page, FARROW);
    await until('a record stands below another name', async () => mixed(notes).length > 0);
  } finally {
    await unchecked.browser.close();
  }
});

test('a patient who is not on the roster: nothing, no badge, and no request', async () => {
  const { page, side, vault } = walk;
  await choose(page, ORDINARY);
  await until('the panel says so', async () =>
    /not on the (list|roster)|not.{0,40}list of residents/i.test(await words(side)),
  );
  await pause(1500);
  assert.deepEqual(stage.asked(), []);
  assert.equal(await badge(await vault(), page), '');
  assert.equal(await record(side), '');
  assert.doesNotMatch(await words(side), /BARRACLOUGH/);
});

test('a date of birth that differs: the panel blocks, names the field and both dates, shows nothing clinical, and nothing is requested', async () => {
  const { page, side, vault } = walk;
  await page.$$eval(
    '#patients button',
    (buttons, wanted) => buttons.find(({ textContent }) => textContent === wanted)?.click(),
    WRONG_BIRTH_DATE.row,
  );
  const said = await until('the panel blocks', async () => {
    const text = await words(side);
    return /Date of birth differs/i.test(text) && text;
  });
  assert.match(said, /22-Jan-1939/);
  assert.match(said, /22-Jun-1939/);
  assert.equal(await record(side), '');
  assert.deepEqual(stage.asked(), []);
  assert.equal(await badge(await vault(), page), '!');
});

test('the older kind of host, in frames: the panel shows its resident, and shows nobody for its list', async () => {
  const { browser, side } = walk;
  const diary = await browser.newPage();
  await diary.goto(stage.diary);
  await until('no patient', async () => /No patient/.test(await words(side)));
  const menu = await until('the menu', async () => diary.frames().find((frame) => frame.name() === 'menu'));
  const link = await until('her link', async () => {
    for (const each of await menu.$$('a'))
      if ((await each.evaluate(({ textContent }) => textContent)).toUpperCase().includes('FARROW'))
        return each;
    return null;
  });
  await link.click();
  await shows(side, FARROW);
  assert.match(await words(side), /diary\.localhost/);
  await diary.close();
});

test('another tab: the panel follows it, and never keeps the person of the last one', async () => {
  const { browser, page, side, notes } = walk;
  await choose(page, ASHWORTH);
  await shows(side, ASHWORTH);
  const other = await browser.newPage();
  await other.goto('about:blank');
  await until('nothing is read there', async () => /Not enabled on this page/.test(await words(side)));
  assert.equal(await record(side), '');
  await other.goto(stage.gp);
  await other.waitForSelector('#patients button');
  await choose(other, FARROW);
  await shows(side, FARROW);
  await page.bringToFront();
  await shows(side, ASHWORTH);
  await other.close();
  assert.deepEqual(mixed(notes), []);
});

test('a vault that is busy for seconds: the panel is blank long before, and names nobody until the vault goes on', async () => {
  const { page, side, vault, notes } = walk;
  await choose(page, ASHWORTH);
  await shows(side, ASHWORTH);
  notes.length = 0;
  const worker = await vault();
  const busy = worker.evaluate(() => {
    const end = performance.now() + 6000;
    while (performance.now() < end);
    return performance.timeOrigin + performance.now();
  });
  await choose(page, FARROW);
  const end = await busy;
  await shows(side, FARROW);
  const shell = notes.filter(({ where }) => where === 'shell');
  const blank = shell.find(({ names, frame }) => names.length === 0 && frame === 0);
  assert.ok(blank && blank.at < end, 'the panel was blank while the vault was busy');
  assert.ok(!shell.some(({ names, at }) => names.length > 0 && at > blank.at && at < end));
  assert.deepEqual(mixed(notes), []);
});

test('a page that leaves the paths of its adapter without loading: nobody is there', async () => {
  const { page, side } = walk;
  await choose(page, ASHWORTH);
  await shows(side, ASHWORTH);
  await page.evaluate(() => history.pushState(null, '', '/elsewhere'));
  await until('no patient', async () => /No patient/.test(await words(side)));
  await page.evaluate(() => history.back());
  await shows(side, ASHWORTH);
});

test('the worker stops: the panel says so, blanks, and comes back by itself', async () => {
  const { page, side, notes, vault } = walk;
  await choose(page, ASHWORTH);
  await shows(side, ASHWORTH);
  await side.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    new MutationObserver(() => said.push(document.body.innerText)).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  // Through puppeteer, which otherwise still lists the old worker and holds the new one back.
  await (await vault()).close();
  await until('it was said', () =>
    side.evaluate(() =>
      (globalThis as typeof globalThis & { said: string[] }).said.some(
        (text) => /stopped/i.test(text) && !/ASHWORTH/.test(text),
      ),
    ),
  );
  await shows(side, ASHWORTH);
  assert.deepEqual(mixed(notes), []);
});

test('nothing of a record is in the host’s page, in a message to a page, or in storage', async () => {
  const { page, side, vault } = walk;
  const worker = await vault();
  // The worker gives the same port to every listener, so this one sees every message to a page.
  await worker.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(globalThis, { told });
    chrome.runtime.onConnect.addListener((port) => {
      if (port.name !== 'ehch-page') return;
      const say = port.postMessage.bind(port);
      port.postMessage = (message) => {
        told.push(message);
        say(message);
      };
    });
  });
  await page.goto(stage.gp);
  await page.waitForSelector('#patients button');
  const before = await page.evaluate(() => document.documentElement.outerHTML.length);
  assert.ok(before > 0);
  await choose(page, ASHWORTH);
  await shows(side, ASHWORTH);
  const host = await page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    ours: [...document.querySelectorAll('*')].filter(
      (each) => each.localName.startsWith('ehch-') || each instanceof HTMLIFrameElement,
    ).length,
    frames: window.length,
  }));
  assert.doesNotMatch(host.html, /penicillin|heart failure|Not for CPR/i);
  assert.equal(host.ours, 0);
  assert.equal(host.frames, 0);
  assert.deepEqual(await worker.evaluate(() => (globalThis as { told?: unknown[] }).told), []);
  const kept = await worker.evaluate(async () => ({
    local: await chrome.storage.local.get(null),
    session: await chrome.storage.session.get(null),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  }));
  assert.deepEqual(Object.keys(kept.local).toSorted(), ['configuration', 'lastGood']);
  assert.deepEqual(kept.session, {});
  assert.deepEqual(kept.databases, []);
  assert.deepEqual(kept.caches, []);
  assert.doesNotMatch(JSON.stringify(kept), /ASHWORTH|penicillin|999000/i);
});
