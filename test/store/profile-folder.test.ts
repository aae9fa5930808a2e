// A thief has the disk of the home's PC. Everything that this browser wrote is searched for words of a resident, after the
// browser was killed while work waited. Then the person comes back, and nothing is lost.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import type { EhchProvider } from '../../packages/elements/src/index.ts';
import { startDemo, type Demo } from '../../examples/demo.ts';
import { launch, shownText } from '../walk/browser.ts';
import { KEPT, rootOf, rowsOf } from './device-rows.ts';
import { searchFolder, secret, word, type Wanted } from './search-folder.ts';

const STATUS = 'ehch-device-status';
const SCORER = 'ehch-frailty-scorer';
const IN = `${SCORER} >>> `;
const PASSPHRASE = 'quokka lantern willow seven';
const WRONG = 'quokka lantern willow eight';
/** Longer than the pauses between two tries of the engine, in milliseconds. */
const PATIENCE = 90_000;
const NAME = 'Zyxcanaryname';
const ALLERGY = 'zyxcanaryallergy';
const NOTE = 'zyxcanarynote';
const SIGNED = 'zyxcanarysigned';
const DRAFT = 'zyxcanarydraft';
const CONTROL = 'zyxcanarycontrol';

const FORM = {
  resourceType: 'Questionnaire',
  url: 'https://place.example/Questionnaire/meals',
  version: '1',
  title: 'Meals today',
  status: 'active',
  item: [{ linkId: 'words', type: 'string', text: 'What was eaten' }],
};

const files = mkdtempSync(join(tmpdir(), 'ehch-profile-form-'));
const profile = mkdtempSync(join(tmpdir(), 'ehch-profile-'));
let browser: Browser;
let demo: Demo;
let fhir: string;

before(async () => {
  demo = await startDemo({ port: 0, fhirPort: 0, fhir: { allowFaults: true } });
  // Browsers know every name under localhost, and Node asks the system, which may not.
  fhir = demo.fhirBaseUrl.replace('fhir.localhost', '127.0.0.1');
  browser = await launch(profile);
});
after(async () => {
  await browser.close();
  await demo.close();
  for (const folder of [files, profile]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

interface Json {
  readonly id: string;
  readonly name: readonly { readonly family: string }[];
  readonly identifier: readonly { readonly system: string; readonly value: string }[];
  readonly entry?: readonly { readonly resource: Json }[];
}

async function ask(path: string, resource?: object, method = 'POST'): Promise<Json> {
  const headers = { accept: 'application/fhir+json', 'content-type': 'application/fhir+json' };
  const response = await fetch(
    `${fhir}/${path}`,
    resource ? { method, headers, body: JSON.stringify(resource) } : { headers },
  );
  assert.ok(
    response.ok,
    `${method} ${path.split('?')[0]}: ${response.status} ${await response.clone().text()}`,
  );
  return (await response.json()) as Json;
}

/** Gives a resident of the server a name and an allergy that stand nowhere else. Returns the NHS number. */
async function plantInRecord(resident: string): Promise<string> {
  const patient = await ask(`Patient/${resident}`);
  const name = patient.name.map((each) => ({ ...each, family: NAME, text: `${NAME}, Test` }));
  await ask(`Patient/${resident}`, { ...patient, name }, 'PUT');
  await ask('AllergyIntolerance', {
    resourceType: 'AllergyIntolerance',
    patient: { reference: `Patient/${resident}` },
    clinicalStatus: {
      coding: [
        { system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' },
      ],
    },
    code: { text: ALLERGY },
    note: [{ text: NOTE }],
  });
  return patient.identifier.find(({ system }) => system.endsWith('nhs-number'))?.value ?? '';
}

/** Waits until a component shows certain words. */
const says = (page: Page, selector: string, words: string) =>
  page
    .waitForFunction(
      (element, wanted) => {
        const text = document.querySelector(element)?.shadowRoot?.textContent ?? '';
        return text.replace(/\s+/g, ' ').includes(wanted);
      },
      { timeout: PATIENCE, polling: 200 },
      selector,
      words,
    )
    .catch(async () => assert.fail(`"${words}" is not said: ${await shownText(page, selector)}`));

async function openPage(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${demo.url}/assessment/?keys=passphrase`);
  await page.waitForSelector('#unlock:not([hidden])');
  return page;
}

async function enter(page: Page, passphrase: string): Promise<void> {
  await page.type('#passphrase', passphrase);
  if (await page.$('#new-passphrase:not([hidden])')) await page.type('#again', passphrase);
  await page.click('#unlock button');
}

async function unlock(page: Page): Promise<void> {
  await enter(page, PASSPHRASE);
  await page.waitForSelector('#resident:enabled', { timeout: PATIENCE });
}

async function residentsOf(page: Page): Promise<readonly (readonly [id: string, words: string])[]> {
  const options = await page.$$eval('#resident option', (all) =>
    all.map(({ value, text }) => [value, text] as const),
  );
  return options.filter(([id]) => id !== '');
}

async function choose(page: Page, resident: string): Promise<void> {
  const [, words = ''] = (await residentsOf(page)).find(([id]) => id === resident) ?? [];
  await page.select('#resident', resident);
  await says(page, SCORER, words.split(',')[0] ?? '');
}

/** Shows a resident as a host does that knows the id: the list of residents needs the server. */
async function show(page: Page, resident: string, name: string): Promise<void> {
  await page.$eval(SCORER, (scorer, id) => (scorer.resident = id), resident);
  await says(page, SCORER, name.toUpperCase());
}

/** Opens the form with one line for words, from a file without any of a resident. */
async function openForm(page: Page): Promise<void> {
  const path = join(files, 'meals.json');
  writeFileSync(path, JSON.stringify(FORM));
  const input = (await page.$('#file')) as ElementHandle<HTMLInputElement> | null;
  await input?.uploadFile(path);
  await says(page, SCORER, 'What was eaten');
}

const FIELD = `${IN}[data-key="words"] :is(input, textarea)`;

async function write(page: Page, words: string): Promise<void> {
  await page.locator(FIELD).fill(words);
  await (await page.$(FIELD))?.press('Tab');
}

/** What the page knows of a resident, once the allergies have come: its view as text. */
const viewOf = (page: Page, resident: string) =>
  page.evaluate(
    (id, allergy) =>
      new Promise<string>((resolve) => {
        const stop = new AbortController();
        const { source } = document.querySelector('ehch-provider') as EhchProvider;
        const seen = (view: unknown) => {
          const text = JSON.stringify(view);
          if (!text.includes(allergy)) return;
          stop.abort();
          resolve(text);
        };
        source?.watch(id, seen, stop.signal);
      }),
    resident,
    ALLERGY,
  );

/** How many forms of this test the server holds with the signed words. */
async function arrived(resident: string): Promise<number> {
  const { entry = [] } = await ask(`QuestionnaireResponse?subject=Patient/${resident}`);
  return entry.filter(({ resource }) => JSON.stringify(resource).includes(SIGNED)).length;
}

/** Plants a word on the disk by the ways that a careless page takes, and waits until it lies there. */
async function plantControl(page: Page): Promise<void> {
  await page.evaluate((text) => localStorage.setItem('note', text), CONTROL);
  const search = () => searchFolder(profile, [word('the control', CONTROL)]).found.length;
  // The browser writes it when it likes.
  for (const end = Date.now() + PATIENCE; search() === 0 && Date.now() < end;)
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
  assert.ok(search() > 0, 'the search finds a word that lies open');
}

async function kill(): Promise<void> {
  const child = browser.process();
  const gone = new Promise((resolve) => child?.once('exit', resolve));
  child?.kill('SIGKILL');
  await gone;
}

test('I6: of a killed browser the disk tells no word, and the right passphrase has everything again', async (t) => {
  let page = await openPage();
  await unlock(page);
  const [[signedFor] = [''], [draftFor, draftWords] = ['', '']] = (await residentsOf(page)).slice(2);
  const draftName = draftWords.split(',')[0] ?? '';
  const nhsNumber = await plantInRecord(signedFor);
  assert.match(nhsNumber, /^999\d{7}$/);
  await page.reload();
  await unlock(page);
  await choose(page, draftFor);
  await choose(page, signedFor);
  assert.ok((await viewOf(page, signedFor)).includes(NAME), 'the record was read');
  await says(page, STATUS, 'All that was signed is sent. Server answered.');

  demo.setFaults([{ fault: 'lost-request' }]);
  await openForm(page);
  await write(page, SIGNED);
  await page.locator(`${IN}::-p-aria([name="Finish and sign"][role="button"])`).click();
  await says(page, STATUS, 'Saved on this device. Being sent, or being checked: 1 piece of work.');
  await choose(page, draftFor);
  await write(page, DRAFT);
  await says(page, SCORER, 'Saved on this device');
  const root = await rootOf(page, PASSPHRASE);
  await plantControl(page);
  await kill();

  const wanted: readonly Wanted[] = [
    word('the name', NAME),
    word('the name in capitals', NAME.toUpperCase()),
    word('the allergy', ALLERGY),
    word('the note', NOTE),
    word('the NHS number', nhsNumber),
    word('the signed answer', SIGNED),
    word('the draft', DRAFT),
    word('the passphrase', PASSPHRASE),
    secret('the root key', root),
  ];
  const { files: many, bytes, found } = searchFolder(profile, wanted);
  t.diagnostic(`${many} files, ${bytes} bytes searched for ${wanted.length} words and keys`);
  assert.deepEqual(found, []);
  assert.ok(bytes > 1_000_000, 'the profile was searched');

  browser = await launch(profile);
  page = await openPage();
  await says(page, STATUS, 'Saved on this device. Being sent, or being checked: 1 piece of work.');
  const before = await rowsOf(page, KEPT);
  await enter(page, WRONG);
  await page.waitForFunction(() => document.querySelector('#unlocked')?.textContent !== '');
  assert.equal(
    await page.$eval('#unlocked', (said) => said.textContent),
    'This passphrase opens nothing here.',
  );
  assert.deepEqual(await residentsOf(page), []);
  assert.equal(await rowsOf(page, KEPT), before, 'a wrong passphrase changes nothing');

  // Still without the server: everything comes from the disk.
  await enter(page, PASSPHRASE);
  await page.waitForSelector('#unlock', { hidden: true });
  await says(page, STATUS, 'The server answers with an error.');
  await show(page, signedFor, NAME);
  const view = await viewOf(page, signedFor);
  for (const each of [NAME, ALLERGY]) assert.ok(view.includes(each), 'the record opens from the copies');
  await show(page, draftFor, draftName);
  await openForm(page);
  await page.waitForFunction(
    (selector, text) =>
      document
        .querySelector(selector)
        ?.shadowRoot?.querySelector<HTMLInputElement>('[data-key="words"] :is(input, textarea)')?.value ===
      text,
    { timeout: PATIENCE },
    SCORER,
    DRAFT,
  );

  demo.setFaults([]);
  await says(page, STATUS, 'All that was signed is sent. Server answered.');
  assert.equal(await arrived(signedFor), 1);
  await page.reload();
  await unlock(page);
  await says(page, STATUS, 'All that was signed is sent. Server answered.');
  assert.equal(await arrived(signedFor), 1);
});
