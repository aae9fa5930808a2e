// The content script in its real isolated world, on both hosts of the demo. A worker stands in for the vault and
// notes what it receives.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import puppeteer, { TargetType, type Browser, type Page, type WebWorker } from 'puppeteer-core';
import { startDemo, type Demo } from '../../examples/demo.ts';
import { buildExtension } from '../../extension/build.ts';

Object.assign(globalThis, { __DEMO__: true });
const { hosts } = await import('../../extension/src/hosts/index.ts');

const NOTES = `
self.heard = [];
self.questions = [];
self.adapters = ${JSON.stringify(hosts)};
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  if (message.kind !== 'adapters') return;
  self.questions.push({ message, frame: sender.frameId, url: sender.url, origin: sender.origin });
  answer(self.adapters);
});
chrome.runtime.onConnect.addListener((port) => {
  const frame = port.sender.frameId;
  port.onMessage.addListener((message) => self.heard.push({ frame, message }));
  port.onDisconnect.addListener(() => self.heard.push({ frame, message: { kind: 'gone' } }));
});
chrome.scripting.getRegisteredContentScripts().then(async (registered) => {
  if (registered.length === 0)
    await chrome.scripting.registerContentScripts([
      { id: 'hosts', matches: ['http://gp.localhost/*', 'http://diary.localhost/*'], js: ['content.js'], allFrames: true, runAt: 'document_idle' },
    ]);
  self.ready = true;
});`;

interface Heard {
  readonly frame: number;
  readonly message: { readonly kind: string; readonly person?: { readonly nhsNumber: string } } | 'ping';
}

const folder = mkdtempSync(join(tmpdir(), 'ehch-content-'));
let demo: Demo;
let browser: Browser;
let page: Page;
let worker: WebWorker;
let troubles: string[];

before(async () => {
  const [built = ''] = await buildExtension(['chrome-demo'], () => join(folder, 'chrome-demo'));
  writeFileSync(join(built, 'vault.js'), NOTES);
  demo = await startDemo({ port: 0, fhirPort: 0 });
  const executablePath = process.env['CHROME_PATH'];
  browser = await puppeteer.launch({
    ...(executablePath ? { executablePath } : {}),
    pipe: true,
    enableExtensions: [built],
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  await findWorker();
});
after(async () => {
  await browser.close();
  await demo.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  const former = page;
  page = await browser.newPage();
  await former?.close();
  if (former) await until(isSilent, 'the page before has said its last word');
  troubles = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  await forget();
});

/** A closing page reports so last. On a busy machine that report comes late, and would reach the next test. */
async function isSilent(): Promise<boolean> {
  const heard = await heardSoFar();
  const frames = new Set(heard.map(({ frame }) => frame));
  return [...frames].every((frame) => wordOf(heard.findLast((one) => one.frame === frame)) === 'gone');
}

/** The running worker. Chromium still lists a stopped one for a moment. */
async function findWorker(): Promise<void> {
  await until(async () => {
    const target = browser.targets().find((each) => each.type() === TargetType.SERVICE_WORKER);
    const found = await target?.worker().catch(() => null);
    if (!found || !(await found.evaluate('self.ready').catch(() => false))) return false;
    worker = found;
    return true;
  }, 'a worker runs');
}

async function until(done: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await done()) return;
    await pause(50);
  }
  assert.fail(`It did not happen: ${what}`);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const forget = () => worker.evaluate('void (self.heard.length = 0)');
const at = (host: string, path: string) => `${demo.url.replace('localhost', `${host}.localhost`)}${path}`;

const heardSoFar = () => worker.evaluate('self.heard ?? []') as Promise<Heard[]>;

/** The messages that the worker received, in short: an NHS number, or the kind of message. */
async function words(): Promise<string[]> {
  return (await heardSoFar()).map(wordOf);
}

function wordOf(heard: Heard | undefined): string {
  if (heard === undefined) return '';
  const { message } = heard;
  if (message === 'ping') return 'ping';
  return message.kind === 'candidate' ? (message.person?.nhsNumber ?? '') : message.kind;
}

async function hears(...wanted: string[]): Promise<void> {
  let last: string[] = [];
  await until(async () => (last = await words()).length >= wanted.length, wanted.join(', '));
  assert.deepEqual(last, wanted);
}

const choose = (name: string) =>
  page.$$eval(
    '#patients button',
    (buttons, wanted) => buttons.find(({ textContent }) => textContent.startsWith(wanted))?.click(),
    name,
  );

async function openRecord(): Promise<void> {
  await page.goto(at('gp', '/gp-record/'));
  await page.waitForSelector('#patients button');
}

async function openDiary(name: string): Promise<void> {
  const menu = page.frames().find((frame) => frame.name() === 'menu');
  for (const link of (await menu?.$$('a')) ?? [])
    if (await link.evaluate(({ textContent }, wanted) => textContent.startsWith(wanted), name))
      return link.click();
  assert.fail(`There is no ${name}`);
}

test('a list reports nobody; a patient is reported; the next one follows after the first is taken back', async () => {
  await openRecord();
  await pause(500);
  assert.deepEqual(await words(), []);
  await choose('ASHWORTH');
  await hears('9990000018');
  await choose('BIRKETT');
  await hears('9990000018', 'clear', '9990000069');
  assert.deepEqual(troubles, []);
});

test('a quick run through patients reports only the one who stays', async () => {
  await openRecord();
  for (const name of ['ASHWORTH', 'BIRKETT', 'CASTLE, Harold', 'DESAI']) await choose(name);
  await hears('9990000204');
});

test('leaving a page takes its patient back', async () => {
  await openRecord();
  await choose('ASHWORTH');
  await hears('9990000018');
  await page.goto('about:blank');
  await hears('9990000018', 'clear', 'gone');
});

test('in the diary only the frame of the resident reports anybody', async () => {
  await page.goto(at('diary', '/care-diary/'));
  await pause(500);
  assert.deepEqual(await words(), []);
  await openDiary('ASHWORTH');
  await hears('9990000018');
  await openDiary('BIRKETT');
  await hears('9990000018', 'clear', 'gone', '9990000069');
  await openDiary('All residents');
  await hears('9990000018', 'clear', 'gone', '9990000069', 'clear', 'gone');
  // This host shows a resident only within its frames. The same page by itself reports nobody.
  await page.goto(at('diary', '/care-diary/resident/R2.htm'));
  await pause(800);
  assert.equal((await words()).length, 6);
  assert.deepEqual(troubles, []);
});

test('another tab in front takes nobody back, and a change in the tab behind does', async () => {
  await openRecord();
  await choose('ASHWORTH');
  await hears('9990000018');
  const front = await browser.newPage();
  await pause(500);
  assert.deepEqual(await words(), ['9990000018']);
  await choose('BIRKETT');
  await hears('9990000018', 'clear');
  await page.bringToFront();
  await hears('9990000018', 'clear', '9990000069');
  await front.close();
});

for (const [file, said] of [
  ['clobbering-form.html', ['9990000026']],
  ['clobbered-number.html', []],
  ['decoys-around.html', ['9990000026']],
  ['hidden-second-number.html', ['9990000026']],
  ['two-numbers.html', ['ambiguous']],
  ['hidden-number.html', []],
] as const) {
  test(`in its isolated world too, ${file} reads as ${said[0] ?? 'nobody'}`, async () => {
    const html = readFileSync(
      new URL(`../../extension/src/hosts/gp-record/${file}`, import.meta.url),
      'utf8',
    );
    await page.setRequestInterception(true);
    page.on(
      'request',
      (request) => void request.respond({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    await page.goto(at('gp', '/gp-record/'));
    if (said.length === 0) await pause(800);
    await hears(...said);
    assert.deepEqual(troubles, []);
  });
}

test('the script asks once in each frame, and its question names neither the page nor anybody on it', async () => {
  await worker.evaluate('void (self.questions.length = 0)');
  await page.goto(at('diary', '/care-diary/'));
  await openDiary('ASHWORTH');
  await hears('9990000018');
  const questions = (await worker.evaluate('self.questions')) as readonly {
    message: unknown;
    frame: number;
  }[];
  assert.ok(questions.length >= 3, `${questions.length} frames asked`);
  for (const { message } of questions) assert.deepEqual(message, { kind: 'adapters' });
});

for (const [what, adapters] of [
  ['no adapter', '[]'],
  ['an adapter of another site alone', 'self.adapters.filter(({ id }) => id === "care-diary")'],
  ['no list', '"gp-record"'],
] as const)
  test(`with ${what} from the vault, nothing of the page is reported`, async () => {
    await worker.evaluate(`self.kept = self.adapters; void (self.adapters = ${adapters})`);
    try {
      await openRecord();
      await choose('ASHWORTH');
      await pause(1000);
      assert.deepEqual(await words(), []);
    } finally {
      await worker.evaluate('void (self.adapters = self.kept)');
    }
    await page.reload();
    await page.waitForSelector('#patients button');
    await choose('ASHWORTH');
    await hears('9990000018');
  });

test('a script that is injected again ends the one before it: the person is reported once by one of them', async () => {
  await openRecord();
  await choose('ASHWORTH');
  await hears('9990000018');
  const inject = () =>
    worker.evaluate(`chrome.tabs.query({ url: 'http://gp.localhost/*' }).then(([tab]) =>
      chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['content.js'] })).then(() => null)`);
  await inject();
  await hears('9990000018', 'gone', '9990000018');
  await choose('BIRKETT');
  await hears('9990000018', 'gone', '9990000018', 'clear', '9990000069');
  await worker.evaluate('void (self.kept = self.adapters, self.adapters = [])');
  await inject();
  await hears('9990000018', 'gone', '9990000018', 'clear', '9990000069', 'gone');
  await choose('ASHWORTH');
  await pause(1000);
  assert.equal((await words()).length, 6);
  await worker.evaluate('void (self.adapters = self.kept)');
});

test('the page sees nothing of the content script: no node, no global, no message, no request', async () => {
  await page.evaluateOnNewDocument(() => {
    Object.assign(window, { messages: 0, names: Object.getOwnPropertyNames(window) });
    window.addEventListener('message', () => Object.assign(window, { messages: 1 }), true);
  });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await openRecord();
  await choose('ASHWORTH');
  await hears('9990000018');
  const seen = await page.evaluate(() => {
    const { messages, names } = window as Window & { messages?: number; names?: string[] };
    const known = new Set([...(names ?? []), 'messages', 'names']);
    const fetched = performance.getEntriesByType('resource').map(({ name }) => new URL(name).protocol);
    return {
      messages,
      globals: Object.getOwnPropertyNames(window).filter((name) => !known.has(name)),
      elements: [...document.querySelectorAll('*')]
        .filter(({ localName, shadowRoot }) => localName.includes('-') || shadowRoot)
        .map(({ localName }) => localName),
      protocols: [...new Set(fetched)],
    };
  });
  assert.deepEqual(seen, { messages: 0, globals: [], elements: [], protocols: ['http:'] });
  for (const url of requests) assert.match(new URL(url).hostname, /^(gp|fhir)\.localhost$/, url);
});

test('after the worker stopped, the next one is told who is still in the banner', async () => {
  await openRecord();
  await choose('ASHWORTH');
  await hears('9990000018');
  // Through puppeteer, which otherwise still lists the old worker.
  await worker.close();
  await findWorker();
  await hears('9990000018');
});

test('when the extension is removed, the script ends without an error in the page', async () => {
  await openRecord();
  await choose('ASHWORTH');
  await hears('9990000018');
  // A worker that ends itself gives no answer.
  await worker.evaluate('void chrome.runtime.reload()').catch(() => undefined);
  await pause(1500);
  for (const name of ['BIRKETT', 'ASHWORTH']) {
    await choose(name);
    await pause(600);
  }
  assert.deepEqual(troubles, []);
});
