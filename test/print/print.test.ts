// Reads the printed sheets one by one. People separate sheets, so each sheet has to say whose it is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { serve } from '../shots/serve.ts';
import { launch, troubles } from '../walk/browser.ts';
import { printedPages } from './pages.ts';

const NAME = 'ASHWORTH, Margaret Anne (Mrs)';
const BORN = '14-Jul-1941';
const NUMBER = '999 000 0018';
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(async () => {
  server.close();
  await browser.close();
});

async function open(address: string): Promise<{ page: Page; found: string[] }> {
  const page = await browser.newPage();
  const found = troubles(page);
  await page.goto(`${server.address}?${address}`);
  await page.waitForSelector('html[data-ready]');
  return { page, found };
}

/** Every sheet must say whose it is, which of how many, when it was printed and by whom. */
function isWhole(sheets: readonly string[], by: string): void {
  for (const [n, sheet] of sheets.entries()) {
    for (const words of [
      NAME,
      `Born ${BORN}`,
      `NHS No. ${NUMBER}`,
      `Page ${n + 1} of ${sheets.length}`,
      `Printed 21-Nov-2026 14:20${by}`,
    ])
      assert.ok(sheet.includes(words), `sheet ${n + 1} of ${sheets.length} has no "${words}": ${sheet}`);
  }
}

test('a summary of several sheets says on each whose it is, which sheet, when and by whom', async () => {
  const { page, found } = await open('component=summary&state=typical');
  const sheets = await printedPages(page);
  assert.ok(sheets.length > 1, `${sheets.length} sheets`);
  isWhole(sheets, ', by whom not said');
  assert.deepEqual(found, []);
});

test('the identity is on paper even where the host shows it on the screen', async () => {
  const { page } = await open('component=summary&state=typical');
  await page.$eval('ehch-resident-summary', (summary) => {
    summary.hideBanner = true;
  });
  isWhole(await printedPages(page), ', by whom not said');
});

test('a summary names who prints it where the page says so', async () => {
  const { page } = await open('component=summary&state=typical');
  await page.$eval('ehch-resident-summary', (summary) => {
    summary.author = { name: 'Grace Mensah', role: 'registered nurse' };
  });
  isWhole(await printedPages(page), ' by Grace Mensah, registered nurse');
});

test('a form of one sheet says whose it is, that it is the only one, when and by whom', async () => {
  const { page } = await open('component=scorer&state=4at');
  const sheets = await printedPages(page);
  assert.equal(sheets.length, 1);
  isWhole(sheets, ' by Grace Mensah, registered nurse');
});

test('a form of seven sheets or more says all of this on each', async () => {
  const { page } = await open('component=scorer&state=cga-page');
  const sheets = await printedPages(page);
  assert.ok(sheets.length >= 7, `${sheets.length} sheets`);
  isWhole(sheets, ' by Grace Mensah, registered nurse');
});

test('a form with one section in front and closed groups prints whole, and the screen stays as before', async () => {
  const { page } = await open('component=scorer&state=cga-partly');
  const before = await page.$eval('ehch-frailty-scorer', ({ renderRoot }) => renderRoot.textContent);
  const paper = (await printedPages(page)).join(' ');
  // One question of each section, although only "Physical" is in front, and one of a closed group there.
  for (const words of [
    'Why now',
    'What matters to me',
    'Swallowing',
    'Transfers',
    'Dementia diagnosed',
    'Call bell',
  ])
    assert.ok(paper.includes(words), `"${words}" is not on paper`);
  assert.ok(paper.includes('Suggested and not decided:'), 'what was not decided is not on paper');
  assert.ok(paper.includes('NOT SIGNED.'), 'it does not say that nobody signed it');
  const after = await page.$eval('ehch-frailty-scorer', ({ renderRoot }) => renderRoot.textContent);
  assert.equal(after, before);
});

test('a print by the button says all of this on each sheet too', async () => {
  const { page } = await open('component=scorer&state=cga-page');
  await page.$eval('ehch-frailty-scorer', (scorer) => {
    scorer.renderRoot.querySelector<HTMLElement>('[data-press=print]')?.click();
  });
  // The button prints a document of its own. The test opens that document as a page.
  const frame = await page.waitForSelector('ehch-frailty-scorer >>> iframe');
  const { body, sheets: styles } = await frame!.evaluate(({ contentDocument }) => ({
    body: contentDocument?.body.innerHTML ?? '',
    sheets: [...(contentDocument?.adoptedStyleSheets ?? [])].map(({ cssRules }) =>
      [...cssRules].map(({ cssText }) => cssText).join('\n'),
    ),
  }));
  const alone = await browser.newPage();
  await alone.setContent(body);
  await alone.evaluate((all) => {
    document.adoptedStyleSheets = all.map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
  }, styles);
  const sheets = await printedPages(alone);
  assert.ok(sheets.length > 1, `${sheets.length} sheets`);
  isWhole(sheets, ' by Grace Mensah, registered nurse');
});

test('after printing, the host page has no trace of the page numbers', async () => {
  const { page } = await open('component=summary&state=typical');
  await printedPages(page);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
});

for (const count of [1, 90])
  test(`an answer of ${count} lines is on paper whole, each line once, even before the person leaves the field`, async () => {
    const { page } = await open('component=scorer&state=cga-page');
    const lines = Array.from({ length: count }, (_, n) => `Line-${n + 1}-of-her-story.`);
    await page.$eval(
      'ehch-frailty-scorer',
      (scorer, text) => {
        const field = scorer.renderRoot.querySelector<HTMLTextAreaElement>('.form textarea');
        if (field === null) throw new Error('There is no text question.');
        field.focus();
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      },
      lines.join('\n'),
    );
    const paper = (await printedPages(page)).join(' ');
    for (const line of lines) assert.equal(paper.split(line).length - 1, 1, `${line} is not there once`);
  });
