// A home without a server, as its people meet it: they start from nothing, record an assessment, restart the browser, move to
// another PC, and link what they did once there is a server. The words on screen at each step are the promise.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { EhchProvider } from '../../packages/elements/src/index.ts';
import { startDemo, type Demo } from '../../examples/demo.ts';
import { launch, shownText } from './browser.ts';

const STATUS = 'ehch-device-status';
const HOME = 'ehch-local-home';
const MOVING = 'ehch-moving';
const LINKING = 'ehch-linking';
const SCORER = 'ehch-frailty-scorer';
const NEWS2 = { rr: '22', spo2: '93', sbp: '104', pulse: '112' };
const OWN = 'four quiet words here';
const FILE = 'another four quiet words';
const NEW = 'a third set of quiet words';
/** Milliseconds that anything may take. */
const PATIENCE = 60_000;

/** A resident of the sample home, as a letter of the practice names them. */
interface Person {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  readonly born: string;
  readonly nhs: string;
}

let demo: Demo;
let folder: string;
let person: Person;
const asked: string[] = [];
const browsers: Browser[] = [];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ehch-local-'));
  demo = await startDemo({ port: 0, fhirPort: 0, fhir: { log: (line) => asked.push(line) } });
  person = await someResident();
  asked.length = 0;
});
after(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await demo.close();
  await rm(folder, { recursive: true, force: true });
});

/** Browsers know every name under localhost, and Node asks the system, which may not. */
async function fhir(path: string): Promise<{ readonly entry?: readonly { readonly resource: unknown }[] }> {
  const base = demo.fhirBaseUrl.replace('fhir.localhost', '127.0.0.1');
  const answer = await fetch(`${base}/${path}`, { headers: { accept: 'application/fhir+json' } });
  return (await answer.json()) as Awaited<ReturnType<typeof fhir>>;
}

interface PatientJson {
  readonly id: string;
  readonly birthDate?: string;
  readonly active?: boolean;
  readonly identifier?: readonly { readonly system?: string; readonly value?: string }[];
  readonly name?: readonly { readonly family?: string; readonly given?: readonly string[] }[];
}

/** The first living resident with a whole date of birth and an NHS number. */
async function someResident(): Promise<Person> {
  const patients = ((await fhir('Patient?_count=50')).entry ?? []).map(
    ({ resource }) => resource as PatientJson,
  );
  for (const { id, birthDate = '', active, identifier = [], name = [] } of patients) {
    const nhs = identifier.find(({ system }) => system === 'https://fhir.nhs.uk/Id/nhs-number')?.value;
    const [{ family, given } = {}] = name;
    if (
      active &&
      birthDate.length === 10 &&
      nhs !== undefined &&
      family !== undefined &&
      given?.[0] !== undefined
    )
      return { id, family, given: given[0], born: birthDate, nhs };
  }
  return assert.fail('The sample home has nobody to link to.');
}

/** How many signed NEWS2 of this resident the server holds. */
async function arrived(): Promise<number> {
  const found = await fhir(`QuestionnaireResponse?subject=Patient/${person.id}&status=completed`);
  return (found.entry ?? []).filter(({ resource }) => JSON.stringify(resource).includes('NEWS2')).length;
}

/** The same folder again is the same PC, after its browser was closed. */
async function pc(name: string): Promise<Browser> {
  const browser = await launch(join(folder, name));
  browsers.push(browser);
  return browser;
}

async function pageOf(browser: Browser, query = ''): Promise<Page> {
  const page = await browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${demo.url}/local-home/${query}`);
  return page;
}

const says = (page: Page, selector: string, words: string) =>
  page
    .waitForFunction(
      (element, wanted) => {
        const text = document.querySelector(element)?.shadowRoot?.querySelector('.base')?.textContent ?? '';
        return text.replace(/\s+/g, ' ').includes(wanted);
      },
      { timeout: PATIENCE, polling: 100 },
      selector,
      words,
    )
    .catch(async () => assert.fail(`"${words}" is not said: ${await shownText(page, selector)}`));

const press = (page: Page, element: string, name: string) =>
  page.locator(`${element} >>> ::-p-aria([name="${name}"][role="button"])`).click();

async function fill(page: Page, element: string, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(fields))
    await page.locator(`${element} >>> input[name="${name}"]`).fill(text);
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.waitForSelector('#unlock:not([hidden])');
  await page.type('#passphrase', passphrase);
  if (await page.$('#new-passphrase:not([hidden])')) await page.type('#again', passphrase);
  // Who has a passphrase is not told that this PC is new.
  else assert.equal(await page.$eval('#new-passphrase', (label) => label.checkVisibility()), false);
  await page.click('#unlock button');
  await page.waitForSelector('#unlock[hidden]');
}

/** Whether the name of whoever was opened stands on the screen. On a narrow one the list and two forms stand above it. */
function isInSight(page: Page): Promise<boolean> {
  return page.$eval(SCORER, (element) => {
    const { top = -1 } = element.shadowRoot?.querySelector('[part=banner]')?.getBoundingClientRect() ?? {};
    return top > -1 && top < innerHeight;
  });
}

async function signNews2(page: Page): Promise<void> {
  const inScorer = (selector: string) => `${SCORER} >>> ${selector}`;
  const button = (name: string) =>
    page.locator(inScorer(`::-p-aria([name="${name}"][role="button"])`)).click();
  await button('NEWS2');
  await says(page, SCORER, 'Breaths in a minute');
  for (const [item, text] of Object.entries(NEWS2)) await type(page, `news2/${item}`, text);
  await page.locator(inScorer('[data-key="news2/scale"] input[value="1"]')).click();
  await page.locator(inScorer('[data-key="news2/oxygen"] input[value="true"]')).click();
  await page.locator(inScorer('[data-key="news2/acvpu"] input[value="A"]')).click();
  await type(page, 'news2/temp', '38.4');
  await page.locator(inScorer('[data-key="news2/temp"] input[value="Cel"]')).click();
  await button('Finish and sign');
}

async function type(page: Page, key: string, text: string): Promise<void> {
  const field = `${SCORER} >>> [data-key="${key}"] :is(input, textarea)`;
  await page.locator(field).fill(text);
  await (await page.$(field))?.press('Tab');
}

test('a home starts from nothing, records, restarts, moves, and links later: nothing is lost or doubled', async () => {
  const before = await arrived();
  asked.length = 0;
  let browser = await pc('first');

  await stage('it starts from nothing, puts a resident on the list and signs an assessment', async () => {
    const page = await pageOf(browser);
    await says(page, STATUS, 'Locked: only numbers are shown.');
    await page.type('#passphrase', 'a slip of it, typed');
    await page.type('#again', OWN);
    await page.click('#unlock button');
    await page.waitForSelector('::-p-text(Type the same new passphrase twice. Nothing was set.)');
    await page.reload();
    await says(page, STATUS, 'Locked: only numbers are shown.');
    await unlock(page, OWN);
    await says(page, HOME, '0 residents on the list. Nothing leaves this PC.');
    await press(page, HOME, 'Add a resident');
    const [year = '', month = '', day = ''] = person.born.split('-');
    const { family, given, nhs } = person;
    await fill(page, HOME, { family, given, day, month, year, nhs, room: '4' });
    await press(page, HOME, 'Put on the list');
    await says(page, HOME, 'Nothing leaves this PC. 1 resident on the list.');
    await press(page, HOME, 'Open');
    await says(page, SCORER, family.toUpperCase());
    assert.ok(await isInSight(page), 'the press on the list shows who was opened');
    await signNews2(page);
    await says(page, SCORER, 'Nothing leaves this PC.');
    await says(page, STATUS, 'Nothing leaves this PC. Kept on it: 2 pieces of work.');
    await says(page, 'ehch-resident-summary', 'NEWS2');
    await page.close();
  });

  await stage('after a restart of the browser everything is there', async () => {
    await browser.close();
    browser = await pc('first');
    const page = await pageOf(browser);
    await says(page, STATUS, 'Nothing leaves this PC. Kept on it: 2 pieces of work.');
    await says(page, HOME, 'The list cannot be read now. It may be locked.');
    await unlock(page, OWN);
    await says(page, HOME, '1 resident on the list.');
    await says(page, HOME, 'Room 4');
    await page.close();
  });

  await stage('it makes a sealed file, and says what is in it', async () => {
    const page = await pageOf(browser);
    await unlock(page, OWN);
    await fill(page, MOVING, { leaving: FILE, 'leaving-again': FILE });
    await press(page, MOVING, 'Make the file');
    await says(page, MOVING, 'The file holds 1 resident, 2 pieces of work, 0 unfinished drafts');
    const session = await page.createCDPSession();
    await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await press(page, MOVING, 'Save the file');
    await saved();
    await page.close();
    await browser.close();
  });

  await stage(
    'another PC takes the file in, with the same numbers, and refuses it a second time',
    async () => {
      browser = await pc('second');
      const page = await pageOf(browser);
      await chooseFile(page);
      await fill(page, MOVING, { coming: 'not the passphrase of it', secret: NEW, 'secret-again': NEW });
      await press(page, MOVING, 'Take the file in');
      await says(page, MOVING, 'This passphrase does not open the file. Nothing has changed. Try again.');
      await fill(page, MOVING, { coming: FILE });
      await press(page, MOVING, 'Take the file in');
      await says(page, MOVING, 'Taken in, as many as the other PC counted: 1 resident, 2 pieces of work');
      await page.waitForSelector('#unlock[hidden]');
      await says(page, HOME, '1 resident on the list.');
      await says(page, STATUS, 'Kept on it: 2 pieces of work.');
      await chooseFile(page);
      await fill(page, MOVING, { coming: FILE, secret: NEW, 'secret-again': NEW });
      await press(page, MOVING, 'Take the file in');
      await says(page, MOVING, 'Somebody has worked on this PC already. Nothing was taken in');
      await page.close();
    },
  );

  await stage('up to here nothing has left either PC', async () => {
    assert.deepEqual(asked, []);
    assert.equal(await arrived(), before);
  });

  for (const [name, secret] of [
    ['second', NEW],
    // The first PC kept everything, and its people may link it as well. It is the same work.
    ['first', OWN],
  ] as const)
    await stage(`once there is a server, the ${name} PC links it, and the server has it once`, async () => {
      if (name === 'first') {
        await browser.close();
        browser = await pc('first');
      }
      const page = await pageOf(browser, '?server=yes');
      await unlock(page, secret);
      await says(page, LINKING, 'It is sealed, and nothing of it was sent.');
      await fill(page, LINKING, { secret });
      await press(page, LINKING, 'Open it');
      await says(page, LINKING, '0 of 1 piece of work linked.');
      await page.locator(`${LINKING} >>> [data-press="open"]`).click();
      await press(page, LINKING, 'This is the same person');
      await says(page, LINKING, 'NEWS2, signed');
      await page.locator(`${LINKING} >>> input[type="checkbox"]`).click();
      await says(page, LINKING, 'Send 1 piece of work to the record of');
      await page.locator(`${LINKING} >>> [data-press="link"]`).click();
      await says(page, LINKING, '1 piece of work handed over to be sent. Nobody has seen it yet.');
      await says(page, LINKING, '1 of 1 piece of work linked.');
      await allSent(page);
      await says(page, STATUS, 'All that was signed is sent. Server answered.');
      assert.equal(await arrived(), before + 1);
      await page.close();
    });
});

/** A part of the walk. Its failure says where in the story it happened, and ends it: what follows builds on it. */
async function stage(what: string, body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (cause) {
    throw new Error(`It failed where ${what}: ${String(cause)}`, { cause });
  }
}

/** Waits until the device itself says that nothing is unsent: what is on screen may still be from before the press. */
function allSent(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const { device } = document.querySelector('ehch-provider') as EhchProvider;
        const look = setInterval(() => {
          const once = new AbortController();
          device?.watchStatus((status) => {
            once.abort();
            if (status?.unsent.total !== 0) return;
            clearInterval(look);
            resolve();
          }, once.signal);
        }, 200);
      }),
  );
}

/** Waits until the browser has written the file. */
async function saved(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await readdir(folder)).includes('care-home.ehch')) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  assert.fail(`No file was saved: ${(await readdir(folder)).join(', ')}`);
}

async function chooseFile(page: Page): Promise<void> {
  const input = await page.waitForSelector(`${MOVING} >>> input[type="file"]`);
  const field = await input?.toElement('input');
  await field?.uploadFile(join(folder, 'care-home.ehch'));
  await says(page, MOVING, 'Chosen: care-home.ehch');
}
