// Uses the assessment example as a person would: choose a resident, score, and take forms and answers in and out as FHIR.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { startDemo, type Demo } from '../../examples/demo.ts';
import { launch, shownText, troubles } from './browser.ts';

const SCORER = 'ehch-frailty-scorer';
const IN = `${SCORER} >>> `;
const NEWS2 = { rr: '22', spo2: '93', sbp: '104', pulse: '112' };
const folder = mkdtempSync(join(tmpdir(), 'ehch-walk-'));
const shots = process.env['EHCH_WALK_SHOTS'];
let browser: Browser;
let demo: Demo;

before(async () => {
  browser = await launch();
  demo = await startDemo({ port: 0, fhirPort: 0 });
});
after(async () => {
  await demo.close();
  await browser.close();
});

async function openPage(): Promise<{ page: Page; found: string[]; urls: string[] }> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const found = troubles(page);
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await page.goto(`${demo.url}/assessment/`);
  await page.waitForSelector('#resident:enabled');
  return { page, found, urls };
}

/** Chooses a resident by place in the list, and returns the family name. */
async function choose(page: Page, at: number): Promise<string> {
  const options = await page.$$eval('#resident option', (all) =>
    all.map((option) => [option.value, option.textContent ?? '']),
  );
  const [value = '', words = ''] = options[at] ?? [];
  await page.select('#resident', value);
  const name = words.split(',')[0] ?? '';
  await says(page, name);
  // The list of unfinished forms stands above the others, and moves them when it comes.
  await page.waitForFunction(
    (selector) => {
      const root = document.querySelector(selector)?.shadowRoot;
      return (
        !root?.textContent.includes('Looking for unfinished forms') && root?.getAnimations().length === 0
      );
    },
    {},
    SCORER,
  );
  return name;
}

/** Waits until the scorer shows certain words. */
const says = (page: Page, words: string) =>
  page
    .waitForFunction(
      (selector, wanted) => {
        const text = document.querySelector(selector)?.shadowRoot?.textContent ?? '';
        return text.replace(/\s+/g, ' ').includes(wanted);
      },
      { timeout: 60_000 },
      SCORER,
      words,
    )
    .catch(async () => assert.fail(`"${words}" is not said: ${await shownText(page, SCORER)}`));

const press = (page: Page, name: string) =>
  page
    .locator(`${IN}::-p-aria([name="${name}"][role="button"])`)
    .click()
    .catch(async () => assert.fail(`"${name}" cannot be pressed: ${await shownText(page, SCORER)}`));

/** What is not used most stands behind a closed line. The search finds it, as people do. */
async function find(page: Page, form: string): Promise<void> {
  await page.locator(`${IN}input[type=search]`).fill(form);
  await press(page, form);
}

async function type(page: Page, key: string, text: string): Promise<void> {
  const field = `${IN}[data-key="${key}"] :is(input, textarea)`;
  await page.locator(field).fill(text);
  await (await page.$(field))?.press('Tab');
}

const tick = (page: Page, key: string, value: string) =>
  page.locator(`${IN}[data-key="${key}"] input[value="${value}"]`).click();

async function fillNews2(page: Page): Promise<void> {
  for (const [item, text] of Object.entries(NEWS2)) await type(page, `news2/${item}`, text);
  await tick(page, 'news2/scale', '1');
  await tick(page, 'news2/oxygen', 'true');
  await tick(page, 'news2/acvpu', 'A');
  await type(page, 'news2/temp', '38.4');
  await tick(page, 'news2/temp', 'Cel');
}

/** Presses a button of the page, and returns the file that it saves. */
async function taken(page: Page, button: string, name: string): Promise<Json> {
  await page.locator(button).click();
  await page.waitForFunction(
    (file) => document.querySelector('#export')?.textContent?.includes(file),
    {},
    name,
  );
  const file = join(folder, name);
  // The browser creates the file first, and writes it later.
  for (let tries = 0; tries < 100 && textOf(file) === ''; tries += 1)
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  return JSON.parse(textOf(file)) as Json;
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

interface Json {
  readonly resourceType: string;
  readonly status?: string;
  readonly subject?: { readonly reference: string };
  readonly entry?: readonly { readonly resource: Json }[];
}

async function look(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

test('a person scores a NEWS2 for a resident, and it leaves as FHIR about that resident alone', async () => {
  const { page, found, urls } = await openPage();
  await choose(page, 3);
  const resident = await page.$eval('#resident', (select) => (select as HTMLSelectElement).value);
  await look(page, '1-chooser');
  await press(page, 'NEWS2');
  await says(page, 'Breaths in a minute');
  await type(page, 'news2/rr', '22');
  await says(page, 'so far');
  await look(page, '2-incomplete');
  await fillNews2(page);
  await says(page, 'of 20');
  await look(page, '3-complete');
  const questionnaire = await taken(page, '#questionnaire', 'news2-questionnaire.json');
  assert.equal(questionnaire.resourceType, 'Questionnaire');
  const draft = await taken(page, '#response', 'news2-response.json');
  assert.deepEqual([draft.status, draft.subject?.reference], ['in-progress', `Patient/${resident}`]);
  assert.equal(await page.$eval('#bundle', (button) => (button as HTMLButtonElement).disabled), true);
  await press(page, 'Finish and sign');
  await says(page, 'Nobody has seen it yet');
  await look(page, '4-finished');
  const bundle = await taken(page, '#bundle', 'news2-bundle.json');
  const kinds = bundle.entry?.map(({ resource }) => resource.resourceType) ?? [];
  assert.equal(kinds.filter((kind) => kind === 'Observation').length, 8);
  const people = new Set([...JSON.stringify(bundle).matchAll(/"Patient\/[^"]*"/g)].map(([each]) => each));
  assert.deepEqual([...people], [`"Patient/${resident}"`]);
  assert.deepEqual(found, []);
  assert.ok(urls.every((url) => !/999\d{7}/.test(url)));
  await page.close();
});

test('a nurse signs a CGA out of the record, and sees at every place of it whose it is', async () => {
  const { page, found } = await openPage();
  const name = await choose(page, 1);
  await press(page, 'Comprehensive geriatric assessment (CGA)');
  await says(page, 'to ask');
  await press(page, 'Next: About me');
  await press(page, 'Use all of this group: About me, 7 offered');
  for (const top of [400, 900, 1e6]) {
    await page.evaluate((y) => scrollTo(0, y), top);
    const inSight = await page.$eval(SCORER, (scorer) => {
      const heading = scorer.shadowRoot?.querySelector('.banner .heading');
      const { x = 0, y = 0, height = 0 } = heading?.getBoundingClientRect() ?? {};
      return scorer.shadowRoot?.elementFromPoint(x + 4, y + height / 2)?.textContent ?? '';
    });
    assert.ok(inSight.includes(name), `at ${top} px there is: ${inSight}`);
  }
  await press(page, 'Finish and sign');
  await page.locator(`${IN}#stops button`).click();
  await says(page, 'Nobody has seen it yet');
  assert.deepEqual(found, []);
  await page.close();
});

test('another resident means another form, and the first one’s answers come back with the first', async () => {
  const { page, found } = await openPage();
  const first = await choose(page, 1);
  await press(page, 'NEWS2');
  await type(page, 'news2/rr', '22');
  await says(page, 'Kept only while this page is open');
  await choose(page, 4);
  const text = await shownText(page, SCORER);
  assert.ok(!text.includes(first));
  assert.equal(await page.$(`${IN}[data-key="news2/rr"]`), null);
  assert.equal(await page.$eval('#response', (button) => (button as HTMLButtonElement).disabled), true);
  await press(page, 'NEWS2');
  await says(page, 'Breaths in a minute');
  const value = () => page.$eval(`${IN}[data-key="news2/rr"] input`, (input) => input.value);
  assert.equal(await value(), '');
  await choose(page, 1);
  await press(page, 'NEWS2');
  await says(page, 'so far');
  assert.equal(await value(), '22');
  assert.deepEqual(found, []);
  await page.close();
});

test('the record’s values are offered with their dates, and only a press takes one over', async () => {
  const { page } = await openPage();
  await choose(page, 1);
  await find(page, 'Body mass index');
  const offer = await page.waitForSelector(`${IN}[data-press=use]`);
  const kg = `${IN}[data-key="bmi/kg"] input`;
  const value = () => page.$eval(kg, (input) => input.value);
  assert.equal(await value(), '');
  await look(page, '5-offers');
  assert.match(await shownText(page, SCORER), /\d{2}-[A-Z][a-z]{2}-\d{4}/);
  await (offer as ElementHandle<HTMLButtonElement> | null)?.click();
  await page.waitForFunction(
    (selector) => {
      const scorer = document.querySelector(selector);
      return scorer?.shadowRoot?.querySelector<HTMLInputElement>('[data-key="bmi/kg"] input')?.value !== '';
    },
    {},
    SCORER,
  );
  await page.close();
});

const imported = {
  resourceType: 'Questionnaire',
  url: 'https://place.example/Questionnaire/meals',
  version: '1',
  title: 'Meals today',
  status: 'active',
  item: [
    { linkId: 'words', type: 'string', text: 'What was eaten' },
    {
      linkId: 'length',
      type: 'integer',
      text: 'Letters written',
      extension: [
        {
          url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
          valueExpression: {
            language: 'text/fhirpath',
            expression: "%resource.item.where(linkId='words').answer.value.length()",
          },
        },
      ],
    },
  ],
};

test('a person fills in a form from a file, and the page loads fhirpath.js only when needed', async () => {
  const { page, found, urls } = await openPage();
  await choose(page, 2);
  const isLoaded = () => urls.some((url) => /fhirpath/.test(url));
  await open(page, 'letter.json', 'Dear all');
  assert.match(await imports(page), /not JSON/);
  await open(page, 'patient.json', JSON.stringify({ resourceType: 'Patient' }));
  assert.match(await imports(page), /not a FHIR Questionnaire/);
  assert.equal(isLoaded(), false);
  await open(page, 'meals.json', JSON.stringify(imported));
  assert.match(await imports(page), /Opened: Meals today/);
  await says(page, 'What was eaten');
  await type(page, 'words', 'porridge');
  await page.waitForFunction(
    (selector) =>
      document
        .querySelector(selector)
        ?.shadowRoot?.querySelector('[data-key="length"], .total')
        ?.textContent?.includes('8') ?? false,
    { timeout: 60_000 },
    SCORER,
  );
  assert.equal(isLoaded(), true);
  await look(page, '6-imported');
  const response = await taken(page, '#response', 'https-place-example-Questionnaire-meals-response.json');
  assert.match(JSON.stringify(response), /porridge/);
  await page.locator('#own').click();
  await says(page, 'Find a form');
  assert.deepEqual(found, []);
  await page.close();
});

async function open(page: Page, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const input = (await page.$('#file')) as ElementHandle<HTMLInputElement> | null;
  await page.$eval('#import', (said) => (said.textContent = ''));
  await input?.uploadFile(path);
  await page.waitForFunction(() => document.querySelector('#import')?.textContent !== '');
}

const imports = (page: Page) => page.$eval('#import', (said) => said.textContent ?? '');

test('when the clock of the demo moves, an answer keeps its own time', async () => {
  const { page } = await openPage();
  await choose(page, 1);
  await find(page, 'Timed up and go');
  await says(page, 'Timed up and go');
  const before = await page.$eval('#clock', (clock) => clock.textContent);
  await page.locator('button[data-days="30"]').click();
  assert.notEqual(await page.$eval('#clock', (clock) => clock.textContent), before);
  await says(page, 'Timed up and go');
  await page.close();
});

test('at 320 px nobody has to scroll sideways', async () => {
  const { page } = await openPage();
  await page.setViewport({ width: 320, height: 800 });
  await choose(page, 3);
  await press(page, 'NEWS2');
  await says(page, 'Breaths in a minute');
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  await look(page, '7-narrow');
  await page.close();
});
