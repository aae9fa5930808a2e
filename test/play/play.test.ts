// Uses `npm run play` as an engineer would: from the sources, without a network.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { NAMED_STATES } from '../../packages/elements/play/named-states.ts';
import { startPlay } from '../../packages/elements/play/serve.ts';

const root = new URL('../..', import.meta.url).pathname;
const states = Object.entries(NAMED_STATES).flatMap(([component, all]) =>
  Object.keys(all).map((name) => ({ component, name })),
);

let browser: Browser;
let page: Page;
let url: string;
let close: () => Promise<void>;
const asked: string[] = [];
const errors: string[] = [];

before(async () => {
  const play = await startPlay(0);
  url = play.url;
  browser = await puppeteer.launch({
    ...(process.env['CHROME_PATH'] ? { executablePath: process.env['CHROME_PATH'] } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  close = async () => {
    await browser.close();
    await play.server.close();
  };
  page = await browser.newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(url);
  await ready('resident-summary', 'typical');
});
after(() => close());

/** The frame, once it has rendered the chosen state. */
async function ready(component: string, name: string): Promise<Frame> {
  const frame = await page.waitForFrame((each) => {
    const { searchParams } = new URL(each.url());
    return searchParams.get('component') === component && searchParams.get('state') === name;
  });
  await frame.waitForSelector('html[data-ready]');
  return frame;
}

test('every component with named states is in the registry, with all its states', () => {
  const folders = globSync('packages/elements/src/*/*.fixtures.ts', { cwd: root })
    .filter((file) => {
      const [folder = '', name = ''] = file.split('/').slice(-2);
      return (
        name === `${folder}.fixtures.ts` &&
        /export const states\b/.test(readFileSync(`${root}${file}`, 'utf8'))
      );
    })
    .map((file) => file.split('/').at(-2) ?? '');
  assert.deepEqual(Object.keys(NAMED_STATES).toSorted(), folders.toSorted());
});

test('the page lists every named state', async () => {
  const listed = await page.$$eval('#list a', (links) =>
    links.map((link) => decodeURIComponent(new URL(link.href).hash.slice(1))),
  );
  assert.deepEqual(
    listed,
    states.map(({ component, name }) => `${component}/${name}`),
  );
});

test('typing leaves only the states with that name', async () => {
  await page.type('#find', 'last days');
  const shown = await page.$$eval('#list a', (links) =>
    links.filter((link) => link.checkVisibility()).map((link) => link.textContent),
  );
  assert.ok(shown.includes('last days') && shown.length < states.length / 4, shown.join());
  await page.$eval('#find', (input) => {
    (input as HTMLInputElement).value = '';
    input.dispatchEvent(new Event('input'));
  });
});

test('the page renders one state of each component, and sends requests only to this machine', async () => {
  for (const [component, all] of Object.entries(NAMED_STATES)) {
    const [name = ''] = Object.keys(all);
    await page.evaluate((hash) => location.assign(hash), `#${component}/${encodeURIComponent(name)}`);
    const frame = await ready(component, name);
    assert.ok(
      await frame.$eval('main', (main) => main.querySelector('*')?.shadowRoot !== undefined),
      component,
    );
  }
  assert.deepEqual(errors, []);
  const elsewhere = asked.filter((each) => !each.startsWith(url) && !each.startsWith('data:'));
  assert.deepEqual(elsewhere, []);
});

test('each switch changes how the page shows the state', async () => {
  const set = (name: string, value: string | boolean) =>
    page.$eval(
      `#switches [name=${name}]`,
      (control, given) => {
        if (control instanceof HTMLInputElement) control.checked = given === true;
        else (control as HTMLSelectElement).value = String(given);
        control.dispatchEvent(new Event('change', { bubbles: true }));
      },
      value,
    );
  const summary = (frame: Frame) =>
    frame.$eval('ehch-resident-summary', (element) => element.shadowRoot?.textContent ?? '');
  await page.evaluate(() => location.assign('#resident-summary/typical'));
  for (const width of ['320', '400', '1280']) {
    await set('width', width);
    assert.equal(await page.$eval('#stage', (frame) => frame.clientWidth), Number(width));
  }
  await set('text', true);
  await set('dark', true);
  const frame = await page.waitForFrame((each) => /dark=on/.test(each.url()) && /text=200/.test(each.url()));
  await frame.waitForSelector('html[data-ready]');
  assert.equal(await frame.$eval('html', (html) => getComputedStyle(html).fontSize), '32px');
  assert.equal(await frame.$eval('html', (html) => getComputedStyle(html).colorScheme), 'dark');
  await set('port', 'failing');
  const failing = await page.waitForFrame((each) => /port=failing/.test(each.url()));
  await failing.waitForSelector('html[data-ready]');
  assert.match(await summary(failing), /could not be (reached|loaded)/);
  await set('port', 'slow');
  const slow = await page.waitForFrame((each) => /port=slow/.test(each.url()));
  await slow.waitForSelector('html[data-ready]');
  assert.match(await summary(slow), /[Ll]oading/);
  await slow.waitForFunction(() =>
    /ASHWORTH/.test(document.querySelector('ehch-resident-summary')?.shadowRoot?.textContent ?? ''),
  );
});
