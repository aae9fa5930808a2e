// Renders every named state in every form and setting, checks it for faults, and keeps the pictures in shots/.
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { NAMED_STATES } from '../../packages/elements/play/named-states.ts';
import { look } from './look.ts';
import { machineWords, wordsOnPage } from './machine-words.ts';
import { serve } from './serve.ts';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const OUT = join(ROOT, 'shots');
const CHROME = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';

interface Setting {
  readonly name: string;
  readonly width: number;
  readonly forced?: boolean;
  readonly print?: boolean;
  /** Text at twice its size. */
  readonly large?: boolean;
}

const SETTINGS: readonly Setting[] = [
  { name: '320', width: 320 },
  { name: '1280', width: 1280 },
  { name: 'forced-colours', width: 400, forced: true },
  { name: 'text-200', width: 640, large: true },
  { name: 'print', width: 794, print: true },
];

const only = process.argv.slice(2);
/** A picture: its name, and the address of its page. A component's name chooses all its states. */
const pictures = Object.entries(NAMED_STATES)
  .flatMap(([component, states]) =>
    Object.keys(states).flatMap((state) => {
      const picture = { component, state, id: `${component}-${state}`, address: `?component=${component}&state=${state}` };
      if (component !== 'resident-summary') return [picture];
      return [picture, { ...picture, id: `${picture.id}-compact`, address: `${picture.address}&compact` }];
    }),
  )
  .filter(({ component, state }) => only.length === 0 || only.includes(state) || only.includes(component));
const failures: string[] = [];
let drawn = 0;

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const server = await serve();
const browser = await puppeteer.launch({ executablePath: CHROME, args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'] });
try {
  for (const setting of SETTINGS) await drawAll(browser, setting);
} finally {
  await browser.close();
  server.close();
}
for (const failure of failures) console.error(failure);
console.log(`${drawn} pictures in shots/, ${failures.length} failures`);
process.exitCode = failures.length === 0 && drawn > 0 ? 0 : 1;

async function drawAll(chrome: Browser, setting: Setting): Promise<void> {
  const page = await chrome.newPage();
  await page.setViewport({ width: setting.width, height: 900 });
  if (setting.print === true) await page.emulateMediaType('print');
  if (setting.forced === true) {
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  }
  const noises: string[] = [];
  page.on('console', (message) => noises.push(message.text()));
  page.on('pageerror', (error) => noises.push(String(error)));
  // The browser asks before a page with answers closes. These answers belong to nobody, so the driver agrees.
  page.on('dialog', (dialog) => void dialog.accept());
  for (const { id: name, address } of pictures) {
    const id = `${name}-${setting.name}`;
    noises.length = 0;
    await page.goto(`${server.address}${address}`);
    await page.waitForSelector('html[data-ready]');
    if (setting.large === true) await enlarge(page);
    failures.push(...(await page.evaluate(look)).map((words) => `${id}: ${words}`));
    // The words are the same at each width.
    if (setting === SETTINGS[0])
      for (const said of await page.evaluate(wordsOnPage))
        failures.push(...machineWords(said).map((word) => `${id}: a word of the program, "${word}": ${said}`));
    failures.push(...noises.map((words) => `${id}: console: ${words}`));
    // An element that sticks to an edge of the window moves to the end of the page.
    const height = await page.evaluate(() => Math.max(900, document.documentElement.scrollHeight));
    await page.setViewport({ width: setting.width, height });
    await page.screenshot({ path: join(OUT, `${id}.png`), fullPage: true });
    await page.setViewport({ width: setting.width, height: 900 });
    drawn += 1;
  }
  await page.close();
}

async function enlarge(page: Page): Promise<void> {
  await page.evaluate(() => document.body.style.setProperty('--ehch-font-size', '32px'));
}
