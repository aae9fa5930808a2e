// Two people change one plan while the server is away: nothing is lost, both texts are on screen, and the decision is recorded. The
// words on screen are the promise.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { startDemo, type Demo } from '../../examples/demo.ts';
import { launch, shownText } from './browser.ts';

const PLAN = 'ehch-care-plan';
const STATUS = 'ehch-device-status';
/** Milliseconds: longer than the pauses between two tries of the engine. */
const PATIENCE = 90_000;

let demo: Demo;
let browsers: readonly Browser[] = [];

before(async () => {
  // The time of this PC: receipts tell it, and a receipt of another day has its date before the time.
  demo = await startDemo({ port: 0, fhirPort: 0, clock: () => Date.now(), fhir: { allowFaults: true } });
  browsers = await Promise.all([launch(), launch()]);
});
after(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await demo.close();
});

/** One person at a device of their own, with the first resident of the list in front. */
async function person(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 1400 });
  await page.goto(`${demo.url}/gp-record/`);
  await page.waitForSelector('#patients button[data-id]', { timeout: PATIENCE });
  await page.$eval('#patients button[data-id]', (button) => (button as HTMLElement).click());
  await says(page, PLAN, /If I become unwell/);
  return page;
}

/** Waits until a component says this, and gives back all that it says. */
async function says(page: Page, selector: string, words: RegExp): Promise<string> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const text = await shownText(page, selector);
    if (words.test(text)) return text;
    if (Date.now() > until) assert.fail(`${words.source} is not said: ${text.slice(-2500)}`);
    // A browser says that its network is back, and the engine looks at the server at once.
    for (const worker of page.workers())
      await worker.evaluate(() => void self.dispatchEvent(new Event('online')));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Presses the control with this name, as a person finds it. */
async function press(page: Page, selector: string, name: RegExp): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const isPressed = await page.$eval(
      selector,
      (element, [source, flags]) => {
        const all = [...(element.shadowRoot?.querySelectorAll('button, label') ?? [])];
        const wanted = new RegExp(source ?? '', flags);
        const found = all.find((one) => wanted.test((one.textContent ?? '').replace(/\s+/g, ' ').trim()));
        (found?.querySelector('input') ?? (found as HTMLElement | undefined))?.click();
        return found !== undefined;
      },
      [name.source, name.flags],
    );
    if (isPressed) return;
    if (Date.now() > until) throw new Error(`Nothing is called ${name}: ${await shownText(page, selector)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const write = (page: Page, field: string, text: string) =>
  page.locator(`${PLAN} >>> .form [name="${field}"]`).fill(text);

/** Changes today's step of the goal, and saves it. */
async function changeStep(page: Page, step: string): Promise<void> {
  await press(page, PLAN, /^Change ?: A goal of mine: I want to walk to the summer house/);
  await write(page, 'step', step);
  await press(page, PLAN, /^Save$/);
}

test('two people change one plan offline: nothing is lost, both texts are visible, and the decision is recorded', async () => {
  const [first, second] = await Promise.all(browsers.map(person));
  assert.ok(first && second);
  await press(first, PLAN, /^Change this plan$/);
  await press(first, PLAN, /^Add a goal of mine$/);
  await write(first, 'want', 'I want to walk to the summer house');
  await write(first, 'step', 'Stand at the rail');
  await write(first, 'saidBy', 'herself');
  await press(first, PLAN, /^Save$/);
  await says(first, PLAN, /Change: sent \d\d:\d\d/);
  await press(second, PLAN, /^Change this plan$/);
  await reopen(second);
  await says(second, PLAN, /I want to walk to the summer house .*Today: Stand at the rail/);
  await says(first, PLAN, /Today: Stand at the rail/);

  demo.setFaults([{ fault: 'lost-request' }]);
  await changeStep(first, 'Walk to the door');
  await changeStep(second, 'Sit out for lunch');
  await says(first, PLAN, /(NOT SENT|NOT KNOWN).*Walk to the door/);
  await says(second, PLAN, /(NOT SENT|NOT KNOWN).*Sit out for lunch/);

  demo.setFaults([]);
  const waits = await whoWaits([first, second]);
  await press(waits, STATUS, /^Change of the care plan: A goal of mine/);
  // Both texts stand side by side, and nothing is decided by itself.
  const text = await says(waits, STATUS, /Send what was written here/);
  assert.match(text, /Walk to the door/);
  assert.match(text, /Sit out for lunch/);
  const mine = waits === first ? 'Walk to the door' : 'Sit out for lunch';
  await press(waits, STATUS, /^Send what was written here$/);
  await says(waits, STATUS, /All that was signed is sent\./);
  for (const page of [first, second]) {
    await reopen(page);
    await says(page, PLAN, new RegExp(`Today: ${mine}`));
  }
});

/** Shows another resident and comes back, so that the record is read again. */
async function reopen(page: Page): Promise<void> {
  for (const at of [1, 0])
    await page.$$eval(
      '#patients button[data-id]',
      (buttons, index) => (buttons[index] as HTMLElement).click(),
      at,
    );
}

/** Whoever came second: the screen says that something waits for a person. */
async function whoWaits(pages: readonly Page[]): Promise<Page> {
  return Promise.any(
    pages.map(async (page) => {
      await says(page, STATUS, /Change of the care plan: A goal of mine ?: somebody else changed the same/);
      return page;
    }),
  );
}
