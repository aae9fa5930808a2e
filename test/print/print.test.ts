// Reads the printed sheets one by one. People separate sheets, so each sheet has to say whose it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { openScreen } from '../shots/open-screen.ts';
import { troubles } from '../walk/browser.ts';
import { overprinted, printedPages } from './pages.ts';

const NAME = 'ASHWORTH, Margaret Anne (Mrs)';
const BORN = '14-Jul-1941';
const NUMBER = '999 000 0018';

async function open(screen: string): Promise<{ page: Page; found: string[] }> {
  let found: string[] = [];
  const page = await openScreen(screen, async (opened) => {
    found = troubles(opened);
  });
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
  const { page, found } = await open('component=resident-summary&state=typical');
  const sheets = await printedPages(page);
  assert.ok(sheets.length > 1, `${sheets.length} sheets`);
  isWhole(sheets, ', by whom not said');
  assert.deepEqual(found, []);
});

test('the identity is on paper even where the host shows it on the screen', async () => {
  const { page } = await open('component=resident-summary&state=typical');
  await page.$eval('ehch-resident-summary', (summary) => {
    summary.hideBanner = true;
  });
  isWhole(await printedPages(page), ', by whom not said');
});

test('a summary names who prints it where the page says so', async () => {
  const { page } = await open('component=resident-summary&state=typical');
  await page.$eval('ehch-resident-summary', (summary) => {
    summary.author = { name: 'Grace Mensah', role: 'registered nurse' };
  });
  isWhole(await printedPages(page), ' by Grace Mensah, registered nurse');
});

test('a form of one sheet says whose it is, that it is the only one, when and by whom', async () => {
  const { page } = await open('component=frailty-scorer&state=4at');
  const sheets = await printedPages(page);
  assert.equal(sheets.length, 1);
  isWhole(sheets, ' by Grace Mensah, registered nurse');
});

test('a form of seven sheets or more says all of this on each', async () => {
  const { page } = await open('component=frailty-scorer&state=cga-page');
  const sheets = await printedPages(page);
  assert.ok(sheets.length >= 7, `${sheets.length} sheets`);
  isWhole(sheets, ' by Grace Mensah, registered nurse');
});

test('a form with one section in front and closed groups prints whole, and the screen stays as before', async () => {
  const { page } = await open('component=frailty-scorer&state=cga-partly');
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

/** What a button prints is a document of its own. The test opens that document as a page. */
async function printedAlone(page: Page, selector: string): Promise<readonly string[]> {
  const frame = await page.waitForSelector(`${selector} >>> iframe`);
  const { body, sheets: styles } = await frame!.evaluate(({ contentDocument }) => {
    return {
      body: contentDocument?.body.innerHTML ?? '',
      sheets: [...(contentDocument?.adoptedStyleSheets ?? [])].map(({ cssRules }) =>
        [...cssRules].map(({ cssText }) => cssText).join('\n'),
      ),
    };
  });
  const alone = await page.browser().newPage();
  await alone.setContent(body);
  await alone.evaluate((all) => {
    document.adoptedStyleSheets = all.map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
  }, styles);
  return printedPages(alone);
}

test('a print by the button says all of this on each sheet too', async () => {
  const { page } = await open('component=frailty-scorer&state=cga-page');
  await page.$eval('ehch-frailty-scorer', (scorer) => {
    scorer.renderRoot.querySelector<HTMLElement>('[data-press=print]')?.click();
  });
  const sheets = await printedAlone(page, 'ehch-frailty-scorer');
  assert.ok(sheets.length > 1, `${sheets.length} sheets`);
  isWhole(sheets, ' by Grace Mensah, registered nurse');
});

test('a care plan says on each sheet whose it is, which sheet, when and by whom', async () => {
  const { page, found } = await open('component=care-plan&state=full');
  const sheets = await printedPages(page);
  assert.ok(sheets.length > 1, `${sheets.length} sheets`);
  isWhole(sheets, ' by Grace Mensah, registered nurse');
  const paper = sheets.join(' ');
  // What a press opens on the screen is open on paper: the arithmetic of the clock, and who changed what.
  for (const words of ['Day 1 is', 'Dr P. Adeyemi · changed', 'Must NOT be told: Where she keeps her money'])
    assert.ok(paper.includes(words), `"${words}" is not on paper`);
  assert.deepEqual(found, []);
});

test('a care plan that somebody is changing prints as it is recorded, and says that it is being changed', async () => {
  const { page } = await open('component=care-plan&state=writing');
  const paper = (await printedPages(page)).join(' ');
  assert.ok(paper.includes('Stand at the rail, twice'), 'the record is not on paper');
  assert.ok(paper.includes('Being changed when this was printed, and not saved.'), paper);
});

test('the copy for the resident is several large sheets with the name and the number of each, and no NHS number', async () => {
  const { page } = await open('component=care-plan&state=copy-for-resident');
  await page.$eval('ehch-care-plan', (card) => {
    card.renderRoot.querySelector<HTMLElement>('[data-press=print-copy]')?.click();
  });
  const sheets = await printedAlone(page, 'ehch-care-plan');
  assert.ok(sheets.length > 1, `${sheets.length} sheets`);
  for (const [n, sheet] of sheets.entries()) {
    for (const words of [
      'Plan of Peggy Ashworth',
      `Page ${n + 1} of ${sheets.length}`,
      'Made on 21 November 2026 by Grace Mensah',
    ])
      assert.ok(sheet.includes(words), `sheet ${n + 1} of ${sheets.length} has no "${words}": ${sheet}`);
    assert.doesNotMatch(sheet, /999 000|1941|must NOT|020 7946/i);
  }
});

test('the page of a decision prints alone, with the identity on each sheet', async () => {
  const { page } = await open('component=care-plan&state=decision');
  const sheets = await printedPages(page);
  isWhole(sheets, ' by Grace Mensah, registered nurse');
  assert.ok(sheets.join(' ').includes('Move down'));
  assert.doesNotMatch(sheets.join(' '), /Must NOT be told|Back to the plan/);
});

test('after printing, the host page has no trace of the page numbers', async () => {
  const { page } = await open('component=resident-summary&state=typical');
  await printedPages(page);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
});

for (const count of [1, 90])
  test(`an answer of ${count} lines is on paper whole, each line once, even before the person leaves the field`, async () => {
    const { page } = await open('component=frailty-scorer&state=cga-page');
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

for (const screen of [
  'component=resident-summary&state=typical',
  'component=resident-summary&state=longest',
  'component=frailty-scorer&state=cga-page',
  'component=care-plan&state=longest',
  'component=care-plan&state=conflict',
  'component=escalation-button&state=ticked',
  'component=escalation-button&state=answered',
  'component=escalations&state=homes',
])
  test(`${screen} prints no text over another`, async () => {
    const { page } = await open(screen);
    assert.deepEqual(await overprinted(page), []);
  });

test('text over another is found where there is some', async () => {
  const { page } = await open('component=resident-summary&state=typical');
  await page.evaluate(() => {
    const [one, other] = ['First words.', 'Other words.'].map((words) => {
      const line = document.createElement('p');
      line.textContent = words;
      return line;
    });
    other!.style.marginTop = '-2.2em';
    document.body.replaceChildren(one!, other!);
  });
  assert.equal((await overprinted(page)).length, 1);
});
