// Pulls the server's plug as a person would meet it: load, lose the server, sign a NEWS2, reload, and get the server back. The
// words on screen at each step are the promise.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { startDemo, type Demo } from '../../examples/demo.ts';
import { launch, shownText } from './browser.ts';

const STATUS = 'ehch-device-status';
const SCORER = 'ehch-frailty-scorer';
const IN = `${SCORER} >>> `;
const NEWS2 = { rr: '22', spo2: '93', sbp: '104', pulse: '112' };
const PASSPHRASE = 'four quiet words here';
/** Longer than the pauses between two tries of the engine, in milliseconds. */
const PATIENCE = 90_000;
let browser: Browser;
let demo: Demo;

before(async () => {
  browser = await launch();
  demo = await startDemo({ port: 0, fhirPort: 0, fhir: { allowFaults: true } });
});
after(async () => {
  await demo.close();
  await browser.close();
});

// A walk that failed without its server must not fail the next one.
afterEach(() => putBack());

/**
 * A browser of its own: what one person's device keeps is no other's. The person leaves the page although it asks, as it does
 * while a draft is still on its way to the disk.
 */
async function newPage(): Promise<Page> {
  const page = await (await browser.createBrowserContext()).newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  return page;
}

const pullPlug = () => demo.setFaults([{ fault: 'lost-request' }]);
const putBack = () => demo.setFaults([]);

/** Waits until a component shows certain words. */
const says = (page: Page, selector: string, ...anyOf: readonly string[]) =>
  page
    .waitForFunction(
      (element, wanted) => {
        const text = document.querySelector(element)?.shadowRoot?.querySelector('.base')?.textContent ?? '';
        return wanted.some((words) => text.replace(/\s+/g, ' ').includes(words));
      },
      { timeout: PATIENCE, polling: 200 },
      selector,
      anyOf,
    )
    .catch(async () =>
      assert.fail(`"${anyOf.join('", "')}" is not said: ${await shownText(page, selector)}`),
    );

/** A person who comes to the page, and chooses the resident at a place of the list. */
async function choose(page: Page, at: number): Promise<string> {
  await page.waitForSelector('#resident:enabled');
  const options = await page.$$eval('#resident option', (all) => all.map(({ value, text }) => [value, text]));
  const [value = '', words = ''] = options[at] ?? [];
  await page.select('#resident', value);
  await says(page, SCORER, words.split(',')[0] ?? '');
  return value;
}

const press = (page: Page, name: string) =>
  page.locator(`${IN}::-p-aria([name="${name}"][role="button"])`).click();

async function type(page: Page, key: string, text: string): Promise<void> {
  const field = `${IN}[data-key="${key}"] :is(input, textarea)`;
  await page.locator(field).fill(text);
  await (await page.$(field))?.press('Tab');
}

const isThere = (page: Page, selector: string) =>
  page.waitForSelector(selector, { timeout: 5_000 }).then(
    () => true,
    () => false,
  );

/** Opens a form. Whoever presses just as the page moves hits something else, and presses again. */
async function openForm(page: Page, name: string, item: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    await press(page, name);
    if (await isThere(page, `${IN}[data-key="${item}"]`)) return;
  }
}

const tick = (page: Page, key: string, value: string) =>
  page.locator(`${IN}[data-key="${key}"] input[value="${value}"]`).click();

async function signNews2(page: Page): Promise<void> {
  await openForm(page, 'NEWS2', 'news2/rr');
  await says(page, SCORER, 'Breaths in a minute');
  for (const [item, text] of Object.entries(NEWS2)) await type(page, `news2/${item}`, text);
  await tick(page, 'news2/scale', '1');
  await tick(page, 'news2/oxygen', 'true');
  await tick(page, 'news2/acvpu', 'A');
  await type(page, 'news2/temp', '38.4');
  await tick(page, 'news2/temp', 'Cel');
  await press(page, 'Finish and sign');
  // Until then a draft may be all that waits, and it says the same of itself.
  await says(page, SCORER, 'Signed ');
}

async function unlock(page: Page): Promise<void> {
  await page.waitForSelector('#unlock:not([hidden])');
  await page.type('#passphrase', PASSPHRASE);
  if (await page.$('#new-passphrase:not([hidden])')) await page.type('#again', PASSPHRASE);
  await page.click('#unlock button');
  await page.waitForSelector('#resident:enabled');
}

/**
 * What was signed waits. A draft of it may have been on its way as the plug was pulled, and then waits beside it. To a server
 * that was not tried out before, nothing has gone at all, and the screen says so.
 */
const WAITS = {
  device: ['Saved on this device. Being sent, or being checked:', 'Saved on this device, not sent:'],
  memory: [
    'Lost if this browser closes. Being sent, or being checked:',
    'NOT SENT: lost if this browser closes.',
  ],
} as const;
const waits = (where: keyof typeof WAITS) =>
  WAITS[where].flatMap((how) => ['1 piece of work.', '2 pieces of work.'].map((work) => `${how} ${work}`));

/** How many signed NEWS2 of this resident the server holds. */
async function arrived(resident: string): Promise<number> {
  // Browsers know every name under localhost, and Node asks the system, which may not.
  const base = demo.fhirBaseUrl.replace('fhir.localhost', '127.0.0.1');
  const address = `${base}/QuestionnaireResponse?subject=Patient/${resident}&status=completed`;
  const bundle = (await (await fetch(address, { headers: { accept: 'application/fhir+json' } })).json()) as {
    readonly entry?: readonly { readonly resource: unknown }[];
  };
  return (bundle.entry ?? []).filter(({ resource }) => JSON.stringify(resource).includes('NEWS2')).length;
}

test('with a passphrase, what was signed without a server outlives the page and arrives once', async () => {
  const page = await newPage();
  await page.goto(`${demo.url}/assessment/?keys=passphrase`);
  await unlock(page);
  const resident = await choose(page, 3);
  await says(page, STATUS, 'All that was signed is sent. Server answered.');
  const before = await arrived(resident);
  pullPlug();
  await signNews2(page);
  await says(page, STATUS, ...waits('device'));
  await says(page, STATUS, 'The server answers with an error. It is tried again by itself.');
  await page.reload();
  await says(page, STATUS, 'Locked: only numbers are shown.');
  await says(page, STATUS, ...waits('device'));
  putBack();
  await unlock(page);
  await says(page, STATUS, 'All that was signed is sent. Server answered.');
  assert.equal(await arrived(resident), before + 1);
  await page.reload();
  await unlock(page);
  assert.equal(await arrived(resident), before + 1);
  await page.close();
});

test('with the key in memory, the screen has said that a reload loses it, and says afterwards what was lost', async () => {
  const page = await newPage();
  await page.goto(`${demo.url}/assessment/`);
  const resident = await choose(page, 4);
  await says(page, STATUS, 'All that was signed is sent. Server answered.');
  const before = await arrived(resident);
  pullPlug();
  await signNews2(page);
  await says(page, STATUS, ...waits('memory'));
  await says(page, STATUS, 'Reloading or closing the last open window loses it.');
  await page.reload();
  putBack();
  await says(page, STATUS, 'from an earlier session can no longer be read.');
  // On a slow machine the draft of what was signed is still there as the page goes, and counts beside it.
  assert.match(
    await shownText(page, STATUS),
    /(?:1 piece of work|2 pieces of work) from an earlier session can no longer be read\. .*Write again what is missing in the record\./,
  );
  assert.equal(await arrived(resident), before);
  await page.close();
});

test('with the server back before the reload, nothing of it is lost', async () => {
  const page = await newPage();
  await page.goto(`${demo.url}/assessment/`);
  const resident = await choose(page, 5);
  await says(page, STATUS, 'All that was signed is sent. Server answered.');
  assert.doesNotMatch(await shownText(page, STATUS), /The clock of this PC/);
  const before = await arrived(resident);
  pullPlug();
  await signNews2(page);
  await says(page, STATUS, ...waits('memory'));
  putBack();
  await page.locator(`${STATUS} >>> [data-press=try-now]`).click();
  await says(page, STATUS, 'All that was signed is sent. Server answered.');
  assert.equal(await arrived(resident), before + 1);
  await page.close();
});
