// The same walk in a real Firefox.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { FIREFOX_ID, noFirefox, openFirefox } from './firefox.ts';
import { mixed, type Noted } from './observe.ts';
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

const skip = noFirefox;
const built = mkdtempSync(join(tmpdir(), 'ehch-firefox-'));
let stage: Stage;
let walk: Awaited<ReturnType<typeof openFirefox>>;
let page: Page;

before(
  async () => {
    if (skip) return;
    stage = await setStage();
    walk = await openFirefox(stage, built);
    const [first] = await walk.browser.pages();
    page = first ?? (await walk.browser.newPage());
  },
  { timeout: 120_000 },
);
after(async () => {
  await walk?.browser.close();
  await stage?.close();
  rmSync(built, { recursive: true, force: true });
});
beforeEach(async () => {
  if (skip) return;
  stage.demo.setFaults([]);
  // A tab asks for ten records in a minute, so each test has a tab of its own.
  const former = page;
  page = await walk.browser.newPage();
  await former.close();
  await page.bringToFront();
  await page.goto(stage.gp);
  await page.waitForSelector('#patients button');
  await until('the panel is empty', async () => /No patient|was put away/.test(await walk.words()));
  await until('the list of residents is read', async () => (await walk.words()).includes('29 people'));
  await quiet(stage);
  await walk.run('void (noted.length = 0)');
});

const words = () => walk.words();
const record = () => walk.record();
const inSide = (expression: string) => walk.run(expression);
const shows = (who: { family: string }) => walk.shows(who);

const choose = ({ row }: { row: string }) =>
  page.$$eval(
    '#patients button',
    (buttons, wanted) => buttons.find(({ textContent }) => textContent.startsWith(wanted))?.click(),
    row,
  );

test('a resident on screen: the summary stands in the panel, under the right name', { skip }, async () => {
  await choose(ASHWORTH);
  await shows(ASHWORTH);
  assert.match(await words(), /ASHWORTH, Doris May/);
  assert.ok((await words()).includes(ASHWORTH.number));
  assert.match(await record(), /Penicillin/i);
});

const notes = async (): Promise<readonly Noted[]> =>
  JSON.parse(String(await inSide('JSON.stringify(noted)'))) as Noted[];

test(
  'another patient: the panel is blank first, and then hers; the observer saw nothing mixed',
  { skip },
  async () => {
    await choose(ASHWORTH);
    await shows(ASHWORTH);
    stage.demo.setFaults([{ fault: 'delay:400' }]);
    await inSide('void (noted.length = 0)');
    await choose(FARROW);
    await shows(FARROW);
    stage.demo.setFaults([]);
    const seen = await notes();
    const shell = seen.filter(({ where }) => where === 'shell');
    const hers = shell.findIndex(({ names }) => names.includes('FARROW'));
    assert.ok(
      shell.slice(0, hers).some(({ names, frame }) => names.length === 0 && frame === 0),
      'nothing stood there in between',
    );
    assert.ok(
      seen.some(({ where, names }) => where === 'renderer' && names.includes('FARROW')),
      'the observer saw the record',
    );
    assert.deepEqual(mixed(seen), []);
  },
);

test('a patient who is not on the roster: nothing, and no request', { skip }, async () => {
  await choose(ORDINARY);
  await until('the panel says so', async () =>
    /not on the (list|roster)|not.{0,40}list of residents/i.test(await words()),
  );
  await pause(1000);
  assert.deepEqual(stage.asked(), []);
  assert.equal(await record(), '');
  assert.doesNotMatch(await words(), /BARRACLOUGH/);
});

test(
  'a date of birth that differs: the panel blocks, names the field, and shows nothing clinical',
  { skip },
  async () => {
    await choose(WRONG_BIRTH_DATE);
    const said = await until('the panel blocks', async () => {
      const text = await words();
      return /Date of birth differs/i.test(text) && text;
    });
    assert.match(said, /22-Jan-1939/);
    assert.match(said, /22-Jun-1939/);
    assert.equal(await record(), '');
    assert.deepEqual(stage.asked(), []);
  },
);

test('another tab: the panel follows it, and never keeps the person of the last one', { skip }, async () => {
  await choose(ASHWORTH);
  await shows(ASHWORTH);
  const other = await walk.browser.newPage();
  await other.goto('about:blank');
  await other.bringToFront();
  await until('nothing is read there', async () => /Not enabled on this page/.test(await words()));
  assert.equal(await record(), '');
  await page.bringToFront();
  await shows(ASHWORTH);
  await other.close();
  assert.deepEqual(mixed(await notes()), []);
});

test(
  'the background page is stopped: the panel says so, blanks, and comes back by itself',
  { skip },
  async () => {
    await choose(ASHWORTH);
    await shows(ASHWORTH);
    await inSide(
      'void (globalThis.said = []), void new MutationObserver(() => said.push(document.body.innerText)).observe(document.body, { subtree: true, childList: true, characterData: true })',
    );
    const { contexts: chrome } = (await walk.send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
      contexts: readonly { readonly context: string }[];
    };
    await walk.evaluate(
      chrome[0]?.context ?? '',
      `WebExtensionPolicy.getByID(${JSON.stringify(FIREFOX_ID)}).extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
    );
    await until(
      'it was said',
      async () =>
        inSide('said.some((text) => /stopped/i.test(text) && !/ASHWORTH/.test(text))') as Promise<boolean>,
    );
    await shows(ASHWORTH);
  },
);

test('nothing of a record is in the host’s page or in storage', { skip }, async () => {
  await choose(ASHWORTH);
  await shows(ASHWORTH);
  const html = await page.evaluate(() => document.documentElement.outerHTML);
  assert.doesNotMatch(html, /penicillin|heart failure|Not for CPR|ehch-/i);
  assert.equal(await page.evaluate(() => window.length), 0);
  const kept = String(
    await inSide(
      '(async () => JSON.stringify({ local: await browser.storage.local.get(null), session: await browser.storage.session.get(null), databases: await indexedDB.databases(), caches: await caches.keys().catch(() => []) }))()',
    ),
  );
  const { local, session, databases } = JSON.parse(kept) as {
    local: object;
    session: object;
    databases: unknown[];
  };
  assert.deepEqual(Object.keys(local).toSorted(), ['configuration', 'lastGood']);
  assert.deepEqual(session, {});
  assert.deepEqual(databases, []);
  assert.doesNotMatch(kept, /ASHWORTH|penicillin|999000/i);
});

/** Fills the form of the panel in and presses "Find", as a person would. */
const findByHand = (typed: Readonly<Record<string, string>>): Promise<unknown> =>
  inSide(
    `(() => { for (const [name, text] of Object.entries(${JSON.stringify(typed)})) document.querySelector('[name=' + name + ']').value = text; document.querySelector('form [type=submit]').click(); })()`,
  );
const says = (what: RegExp) =>
  until(`the panel says ${what}`, async () => {
    const text = await words();
    return what.test(text) && text;
  });

test('found by hand: words for a wrong number and date, and then the resident', { skip }, async () => {
  await findByHand({ number: '12', born: '9 3 1938' });
  await says(/That is no NHS number/);
  await findByHand({ number: '999 000 0018', born: '9 3 1939' });
  assert.doesNotMatch(await says(/The date of birth does not agree/), /ASHWORTH/);
  await findByHand({ number: '999 000 0018', born: '9 3 1938' });
  await shows(ASHWORTH);
  const text = await words();
  assert.match(text, /Chosen by hand at \d\d:\d\d, not read from a screen/);
  await inSide("document.querySelector('[data-press=put-away]').click()");
  assert.doesNotMatch(await says(/was put away/), /ASHWORTH/);
  assert.equal(await record(), '');
});

test(
  'found by hand beside a page that shows somebody else: neither is shown until a press',
  { skip },
  async () => {
    await findByHand({ number: '999 000 0018', born: '9 3 1938' });
    await shows(ASHWORTH);
    await choose(FARROW);
    assert.doesNotMatch(await says(/The page shows somebody else/), /ASHWORTH|FARROW/);
    assert.equal(await record(), '');
    // A press counts once its question has stood for half a second.
    await pause(600);
    await inSide("document.querySelector('[data-press=go-on]').click()");
    await shows(FARROW);
    assert.deepEqual(mixed(await notes()), []);
  },
);

test('taken from the clipboard in the press', { skip }, async () => {
  await inSide("void document.querySelector('form').reset()");
  const { contexts: chrome } = (await walk.send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    contexts: readonly { readonly context: string }[];
  };
  await walk.evaluate(
    chrome[0]?.context ?? '',
    "Cc['@mozilla.org/widget/clipboardhelper;1'].getService(Ci.nsIClipboardHelper).copyString('999 000 0018')",
  );
  await inSide("document.querySelector('[data-press=take-copied]').click()");
  const taken = await until(
    'the number, or the words',
    () =>
      inSide(
        "document.querySelector('[name=number]').value || document.querySelector('[role=alert]').innerText",
      ) as Promise<string>,
  );
  assert.equal(taken, '999 000 0018');
});
