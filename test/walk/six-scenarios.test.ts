// Six written scenarios, done by a script that knows a control by its accessible name alone and takes the first in the order of the
// screen. It counts what a person does, measures the screen after each step, and keeps a picture of it.
import assert from 'node:assert/strict';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import type { Browser } from 'puppeteer-core';
import { startDemo, type Demo } from '../../examples/demo.ts';
import { launch } from './browser.ts';
import { BUTTON, LIST, Person } from './people.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';

const NIGHT = '2026-12-26T02:00:00Z';
const PASSPHRASE = 'four quiet words here';
const SHOTS = resolve(import.meta.dirname, '../../shots/scenarios');
const NARROW = { width: 320, height: 568 };
const WIDE = { width: 1280, height: 900 };
/** Half of a screen of 1280 px, with the text at twice its size. */
const LARGE = { width: 640, height: 900 };
/** Interactions that open a locked PC: the passphrase and the button. */
const UNLOCKING = 2;
/** WCAG 2.2, 2.5.8: the least width and height of a target, in CSS pixels. */
const TARGET = 24;

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

const started = Date.now();
let demo: Demo;
let browser: Browser;
let carer: Person;

before(async () => {
  await rm(SHOTS, { recursive: true, force: true });
  await mkdir(SHOTS, { recursive: true });
  const clock = () => Date.parse(NIGHT) + Date.now() - started;
  [demo, browser] = await Promise.all([startDemo({ port: 0, fhirPort: 0, now: NIGHT, clock }), launch()]);
  const page = await browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.setViewport(NARROW);
  await page.goto(`${demo.url}/local-home/worries.html?keys=passphrase`);
  carer = await Person.at(page);
  await carer.fill('Your passphrase on this PC', PASSPHRASE);
  await carer.fill(/^New on this PC/, PASSPHRASE);
  await carer.press('Open');
  await carer.find('JESSOP, Mabel');
});
after(async () => {
  await browser.close();
  await demo.close();
});

/** What is wrong with the screen as it stands. */
function faultsOfScreen(): Promise<readonly string[]> {
  return carer.page.evaluate((least) => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`It scrolls sideways: ${scrollWidth} of ${clientWidth}`);
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (!element.matches('a, button, input, textarea, summary')) continue;
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
        if (width > 0 && (width < least || height < least))
          faults.push(`${element.textContent || element.getAttribute('name')}: ${width} by ${height}`);
      }
    };
    visit(document);
    return faults;
  }, TARGET);
}

/** What axe finds against WCAG 2.2 AA, on the whole page with every shadow root. A reload takes axe away. */
async function againstWcag(): Promise<readonly string[]> {
  if (!(await carer.page.evaluate(() => 'axe' in window))) await carer.page.evaluate(axe.source);
  return carer.page.evaluate(async (values) => {
    const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, WCAG);
}

/** Whether her wishes and the danger signs are on the screen, whole, without anybody having scrolled. */
function wishesAndDanger(): Promise<readonly [number, number]> {
  return carer.page.$eval(BUTTON, (element) => {
    const box = (selector: string) => element.shadowRoot?.querySelector(selector)?.getBoundingClientRect();
    return [box('[part=wishes]')?.top ?? -1, box('.danger')?.bottom ?? Infinity] as const;
  });
}

/** Whether the name of whoever was chosen stands on the screen. The list that it was chosen from is longer than that. */
function isInSight(): Promise<boolean> {
  return carer.page.$eval(BUTTON, (element) => {
    const { top = -1 } = element.shadowRoot?.querySelector('[part=banner]')?.getBoundingClientRect() ?? {};
    return top > -1 && top < innerHeight;
  });
}

async function look(name: string): Promise<void> {
  const path = (size: string) => join(SHOTS, `${name}-${size}.png`) as `${string}.png`;
  assert.deepEqual(await faultsOfScreen(), [], name);
  assert.deepEqual(await againstWcag(), [], name);
  await carer.page.screenshot({ path: path('320') });
  await carer.page.setViewport(WIDE);
  assert.deepEqual(await faultsOfScreen(), [], `${name}, wide`);
  await carer.page.screenshot({ path: path('wide') });
  await carer.page.setViewport(LARGE);
  await textAt('200%');
  assert.deepEqual(await faultsOfScreen(), [], `${name}, text at twice its size`);
  await carer.page.screenshot({ path: path('text-200') });
  await textAt('');
  await carer.page.setViewport(NARROW);
}

function textAt(size: string): Promise<void> {
  return carer.page.evaluate((of) => {
    // The page's own text, and that of the components.
    document.documentElement.style.fontSize = of;
    document.body.style.setProperty('--ehch-font-size', of === '' ? '' : '32px');
  }, size);
}

async function play({ title, resident, steps }: Scenario): Promise<void> {
  await carer.page.reload();
  carer.interactions = 0;
  await carer.fill('Your passphrase on this PC', PASSPHRASE);
  await carer.press('Open');
  assert.equal(carer.interactions, UNLOCKING);
  await carer.find('JESSOP, Mabel');
  for (const [at, step] of [{ press: resident.listed }, ...steps].entries()) {
    await carer.does(step);
    if (at === 0) {
      await carer.stands(BUTTON);
      assert.ok(await isInSight(), `${title}: the press on the list shows nothing`);
    }
    if (at === 1) {
      await carer.says(BUTTON, /Agreed: .*Danger now\?/);
      const [top, bottom] = await wishesAndDanger();
      assert.ok(top >= 0 && bottom < NARROW.height + 1, `${title}: wishes from ${top}, danger to ${bottom}`);
    }
    await look(`${title.replaceAll(/\W+/g, '-')}-${at + 1}`);
  }
}

/** Opens the matter on the practice's screen, where what was sent has to stand in words. */
async function readAtPractice(resident: string | RegExp, words: readonly RegExp[]): Promise<void> {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport(WIDE);
  await page.goto(`${demo.url}/gp-record/escalations.html`);
  const doctor = await Person.at(page);
  await doctor.press(new RegExp(`^${String(resident)}.* · Worry$`));
  for (const one of words) await doctor.says(LIST, one);
  await page.browserContext().close();
}

test('whoever has no room that was read yet is found by name, after those with one', async () => {
  const listed = (await carer.controls()).map(({ name }) => name).filter((name) => name.includes(' · '));
  const roomless = listed.filter((name) => !name.includes(' · Room '));
  assert.deepEqual(roomless, listed.slice(-roomless.length), 'those with a room stand first');
  assert.deepEqual(
    roomless,
    roomless.toSorted((a, b) => a.localeCompare(b, 'en-GB')),
  );
  assert.ok(roomless.length > 1);
});

for (const scenario of SCENARIOS)
  test(`a first shift: ${scenario.title}`, async (context) => {
    await play(scenario);
    await carer.partSays(BUTTON, 'receipt', scenario.says);
    const presses = carer.interactions - UNLOCKING;
    context.diagnostic(`${scenario.title}: ${presses} interactions, ${carer.interactions} with unlocking`);
    assert.ok(presses <= scenario.most, `${presses} interactions`);
    assert.ok(carer.interactions <= 12, `${carer.interactions} interactions with unlocking`);
    const { resident, practiceSays } = scenario;
    if (practiceSays !== undefined) await readAtPractice(resident.listed, practiceSays);
  });
