// A worry on both sides, as people meet it: the home raises it, the practice sees it beside the patient and in its list, takes it,
// asks, answers; the home replies, reads the answer and confirms. The same with a server that loses answers. The words are the promise.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { startDemo, type Demo } from '../../examples/demo.ts';
import { launch, shownText } from './browser.ts';

const BUTTON = 'ehch-escalation-button';
const LIST = 'ehch-escalations';
/** Milliseconds until what one side pressed has to be on the other side's screen: one look at the server, and room for slow PCs. */
const PATIENCE = 90_000;

let demo: Demo;
let home: Browser;
let practice: Browser;

before(async () => {
  demo = await startDemo({ port: 0, fhirPort: 0, fhir: { allowFaults: true } });
  [home, practice] = await Promise.all([launch(), launch()]);
});
after(async () => {
  await Promise.all([home.close(), practice.close()]);
  await demo.close();
});

async function open(browser: Browser, path: string, ready: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 1400 });
  await page.goto(`${demo.url}${path}`);
  await page.waitForSelector(ready, { timeout: PATIENCE });
  return page;
}

const carers = () => open(home, '/local-home/worries.html', '#residents button');
const patients = () => open(practice, '/gp-record/', '#patients button[data-id]');
const inbox = () => open(practice, '/gp-record/escalations.html', LIST);

/** Waits until a component says this, and gives back all that it says. */
async function says(page: Page, selector: string, words: RegExp): Promise<string> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const text = await shownText(page, selector);
    if (words.test(text)) return text;
    if (Date.now() > until) assert.match(text, words);
    await lookAtServer(page);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** The network is back, says the browser, and the engine looks at the server at once. Without it that takes half a minute. */
async function lookAtServer(page: Page): Promise<void> {
  for (const worker of page.workers())
    await worker.evaluate(() => void self.dispatchEvent(new Event('online')));
}

/** Presses the control with this name, as a person finds it. `row`: words of the row in which it stands. */
async function press(page: Page, selector: string, name: RegExp, row = ''): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const isPressed = await page.$eval(
      selector,
      (element, [source, flags, words]) => {
        const root = element.shadowRoot;
        const scope = [...(root?.querySelectorAll('.row') ?? [])].find(
          (one) => words !== '' && one.textContent?.replace(/\s+/g, ' ').includes(words ?? ''),
        );
        const wanted = new RegExp(source ?? '', flags);
        const all = [...((words === '' ? root : scope)?.querySelectorAll('button, label') ?? [])];
        const found = all.find((one) => wanted.test((one.textContent ?? '').replace(/\s+/g, ' ').trim()));
        (found?.querySelector('input') ?? (found as HTMLElement | undefined))?.click();
        return found !== undefined;
      },
      [name.source, name.flags, row],
    );
    if (isPressed) return;
    if (Date.now() > until) throw new Error(`Nothing is called ${name}: ${await shownText(page, selector)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function type(page: Page, selector: string, label: RegExp, text: string): Promise<void> {
  await page.$eval(
    selector,
    (element, [source, words]) => {
      const labels = [...(element.shadowRoot?.querySelectorAll('label') ?? [])];
      const field = labels
        .find((one) => new RegExp(source ?? '').test(one.textContent ?? ''))
        ?.querySelector<HTMLInputElement>('input, textarea');
      if (!field) throw new Error(`No field ${source}`);
      field.value = words ?? '';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    },
    [label.source, text],
  );
}

/** Chooses the same person on a page, and gives back their id. */
async function choose(page: Page, list: string, at: number | string): Promise<string> {
  const selector = typeof at === 'string' ? `${list} button[data-id="${at}"]` : `${list} button[data-id]`;
  const id = await page.$$eval(
    selector,
    (buttons, index) => {
      const button = buttons[index] as HTMLButtonElement | undefined;
      button?.click();
      return button?.dataset['id'] ?? '';
    },
    typeof at === 'string' ? 0 : at,
  );
  assert.notEqual(id, '');
  return id;
}

/** Raises a worry. `asks`: who wants to know, where it is not the person who presses. */
async function raise(page: Page, name: string, words: string, asks?: RegExp): Promise<string> {
  const id = await choose(page, '#residents', await idOf(page, name));
  await press(page, BUTTON, /^Not (her|him|them)self$|^Not themselves$/);
  await type(page, BUTTON, /In your words/, words);
  if (asks !== undefined) await press(page, BUTTON, asks);
  await press(page, BUTTON, /^Send to the practice$/);
  // Of a namesake it has to be said first who it is: such a resident is not chosen here.
  await says(page, BUTTON, /SENT|Sent|KNOWN/);
  return id;
}

/** Wherever somebody reads below the receipt, nothing stands on these. */
async function staysInSight(page: Page, ...selectors: readonly string[]): Promise<void> {
  const covered = await page.$eval(
    BUTTON,
    (button, all) => {
      const root = button.shadowRoot;
      const below = [...(root?.querySelectorAll('.receipt ~ :not(.stuck)') ?? [])];
      const found = below.flatMap((part) => {
        scrollTo(0, scrollY + part.getBoundingClientRect().top);
        const heights = all.map(
          (selector) => root?.querySelector(selector)?.getBoundingClientRect().height ?? 0,
        );
        // The component itself has left the screen, but for its last line: what follows it is another's.
        const left = root?.querySelector('.base')?.getBoundingClientRect().bottom ?? 0;
        if (left < heights.reduce((sum, height) => sum + height, 40)) return [];
        return all.filter((selector) => {
          const wanted = root?.querySelector(selector);
          const { left = 0, top = -1, height = 0 } = wanted?.getBoundingClientRect() ?? {};
          return wanted?.contains(root?.elementFromPoint(left + 20, top + height / 2) ?? null) !== true;
        });
      });
      return below.length < 3 ? ['there is nothing below'] : found;
    },
    selectors,
  );
  assert.deepEqual(covered, []);
}

/** The id of a resident on the home's list, by the name that a carer looks for. */
function idOf(page: Page, name: string): Promise<string> {
  return page.$$eval(
    '#residents button',
    (buttons, wanted) =>
      buttons.find(({ textContent }) => textContent?.startsWith(wanted))?.dataset['id'] ?? '',
    name,
  );
}

/** A moment that lies ahead on the demo's clock, as the field has it. */
const TONIGHT = '2026-11-21T21:30';

test('a worry is raised, taken, asked about, answered and confirmed, and both sides see each step in words', async () => {
  const carer = await carers();
  const gp = await patients();
  const id = await raise(carer, 'ASHWORTH, Doris May', 'Did not want her breakfast.', /, daughter$/i);
  await says(carer, BUTTON, /Sent .*Nobody has seen it yet\./);
  await choose(gp, '#patients', id);
  const waiting = await says(gp, LIST, /“Did not want her breakfast\.”/);
  assert.match(waiting, /Nobody has seen it\./);
  assert.match(waiting, /Agreed:/);
  assert.match(waiting, /asked by: .*, daughter/i);
  await press(gp, LIST, /Worry$/);
  await press(gp, LIST, /^Take it$/);
  await says(gp, LIST, /Someone is on it since .*: Dr Imogen Vale\./);
  await says(carer, BUTTON, /Dr Imogen Vale is on it since/);
  await press(gp, LIST, /^Ask the home$/);
  await type(gp, LIST, /Your question/, 'Is she drinking?');
  await press(gp, LIST, /^Send the question$/);
  await says(carer, BUTTON, /Dr Imogen Vale asks: Is she drinking\?/);
  await press(carer, LIST, /Worry$/);
  await press(carer, LIST, /^Reply$/);
  await type(carer, LIST, /Your reply/, 'A few sips.');
  await press(carer, LIST, /^Send the reply$/);
  await says(gp, LIST, /replied: A few sips\./);
  await press(gp, LIST, /^Answer$/);
  await press(gp, LIST, /^Somebody will visit$/);
  await type(gp, LIST, /Promised by/, TONIGHT);
  await type(gp, LIST, /Words that the home/, 'I will come this evening.');
  await press(gp, LIST, /^Send the answer$/);
  const answered = await says(carer, LIST, /Somebody will visit, by .*21:30/);
  assert.match(answered, /✓ Answered by Dr Imogen Vale/);
  assert.match(answered, /“I will come this evening\.”/);
  assert.match(answered, /asked, and still has to be told the answer\./);
  await press(carer, LIST, /^I have told /);
  await says(gp, LIST, /told the relative: /);
  assert.doesNotMatch(await says(carer, LIST, /told the relative: /), /still has to be told/);
  await press(carer, LIST, /^It happened$/);
  await says(carer, LIST, /Closed: Sam Okafor confirmed/);
  await says(gp, LIST, /Closed: Sam Okafor confirmed/);
  await Promise.all([carer.close(), gp.close()]);
});

test('wherever a carer scrolls, the name is in sight, and the way to send, and afterwards how it stands', async () => {
  const carer = await carers();
  await carer.setViewport({ width: 1280, height: 800 });
  await choose(carer, '#residents', await idOf(carer, 'PRYS-JONES, Eleri Mair'));
  await press(carer, BUTTON, /^Not (her|him|them)self$|^Not themselves$/);
  await staysInSight(carer, '.banner .heading', '.stuck .send');
  await press(carer, BUTTON, /^Send to the practice$/);
  await says(carer, BUTTON, /SENT|Sent|KNOWN/);
  await staysInSight(carer, '.banner .heading', 'p.stuck');
  await press(carer, BUTTON, /Wrong resident: withdraw/);
  await carer.close();
});

test('a worry about the wrong resident is withdrawn, and the practice’s list says so where it stood', async () => {
  const carer = await carers();
  const list = await inbox();
  await raise(carer, 'PRYS-JONES, Eleri Mair', 'Cold hands.');
  await says(list, LIST, /“Cold hands\.”/);
  await press(carer, BUTTON, /Wrong resident: withdraw/);
  const said = await says(list, LIST, /WITHDRAWN by Sam Okafor .*ANOTHER RESIDENT\. Do not act on it here/);
  assert.match(said, /NHS No\./);
  await Promise.all([carer.close(), list.close()]);
});

test('somebody who is not on the list reaches the practice, as typed', async () => {
  const carer = await carers();
  const list = await inbox();
  await carer.$eval('#stranger', (button) => (button as HTMLButtonElement).click());
  await press(carer, BUTTON, /^Not (her|him|them)self$|^Not themselves$/);
  await type(carer, BUTTON, /In your words/, 'Arrived without papers.');
  await press(carer, BUTTON, /^Send to the practice$/);
  const said = await says(list, LIST, /Arrived without papers/);
  assert.match(said, /Joan Bell/);
  assert.match(said, /as typed, checked against nothing/);
  await Promise.all([carer.close(), list.close()]);
});

for (const fault of ['after-commit', 'lost-answer'])
  test(`with ${fault} on the way a worry and its answer arrive once each`, async () => {
    const carer = await carers();
    const list = await inbox();
    const words = `Unsettled, ${fault}.`;
    demo.setFaults([
      { fault, method: 'PUT', times: 1 },
      { fault, method: 'POST', times: 1 },
    ]);
    await raise(carer, fault === 'lost-answer' ? 'BIRKETT, Ronald' : 'KOVÁCS, István', words);
    await says(list, LIST, new RegExp(`“${words}”`));
    await press(list, LIST, /Worry$/, words);
    demo.setFaults([
      { fault, method: 'PUT', times: 1 },
      { fault, method: 'POST', times: 1 },
    ]);
    await press(list, LIST, /^Take it$/, words);
    const said = await says(carer, BUTTON, /Dr Imogen Vale is on it since/);
    assert.doesNotMatch(said, /NOT KNOWN/);
    demo.setFaults([]);
    // A list that cannot ask its engine for a moment says so, and shows nothing. Then it stands again.
    const all = await says(list, LIST, new RegExp(`“${words}”`));
    assert.equal(all.split(`“${words}”`).length - 1, 1, `it does not stand once: ${all}`);
    await Promise.all([carer.close(), list.close()]);
  });
