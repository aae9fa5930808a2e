// Takes pictures of both hosts with the side panel beside them, as a person sees them. Part of `npm run shots`.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { openPanel, serveBuild, tell } from './fake-vault.ts';
import { shootLooks } from './panel-shots.ts';
import { plainPathStates } from './plain-path-states.ts';
import { sideStates } from './side-states.ts';
import { siteLists } from './site-lists.ts';
import { teachingStates } from './teaching-states.ts';
import { choose, openChromium, shows, words } from './walk/chromium.ts';
import { ASHWORTH, FARROW, ORDINARY, pause, setStage, until, WRONG_BIRTH_DATE } from './walk/stage.ts';

const into = new URL('../../shots/extension/', import.meta.url).pathname;
const built = mkdtempSync(join(tmpdir(), 'ehch-shots-'));
const problems: string[] = [];
mkdirSync(into, { recursive: true });

const stage = await setStage();
const { browser, page, side, vault } = await openChromium('chrome-demo', stage, built);
await page.setViewport({ width: 920, height: 800 });

/** The host and the panel in one picture. The panel's content must fit its width, and have the expected words. */
async function shoot(name: string, host: Page, says: RegExp): Promise<void> {
  const text = await words(side);
  if (!says.test(text)) problems.push(`${name}: the panel does not say ${says}`);
  const tooWide = await side.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  const size = await side.evaluate(() => getComputedStyle(document.body).fontSize);
  if (size !== '16px') problems.push(`${name}: the panel's text is ${size}`);
  if (tooWide) problems.push(`${name}: the panel is wider than it is`);
  const picture = async (of: Page, file: string) => {
    await of.screenshot({ path: join(into, file) });
    return `data:image/png;base64,${readFileSync(join(into, file)).toString('base64')}`;
  };
  const left = await picture(host, `${name}-host.png`);
  const right = await picture(side, `${name}-panel.png`);
  const sheet = await browser.newPage();
  await sheet.setViewport({ width: 1300, height: 820 });
  await sheet.setContent(
    `<body style="margin:8px;display:flex;gap:8px;align-items:start;background:#777"><img src="${left}"><img src="${right}" style="max-height:800px"></body>`,
  );
  await sheet.screenshot({ path: join(into, `${name}.png`) });
  await sheet.close();
  await host.bringToFront();
  console.log(`${name}.png`);
}

/** Every state of the panel without a host, at the two widths that browsers give it, with a list of sites below. */
async function shootStates(): Promise<void> {
  const { url, server } = await serveBuild(join(built, 'chrome-demo'));
  const lists = Object.values(siteLists);
  for (const width of [320, 400])
    for (const [at, [name, { state }]] of Object.entries(sideStates).entries()) {
      const panel = await openPanel(browser, url, width);
      await tell(panel, state);
      const list = lists[at % lists.length];
      await panel.evaluate((message) => globalThis.fake.tell(message), list?.told as never);
      await panel.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
      const file = `panel-${name.replaceAll(/\W+/g, '-')}-${width}.png`;
      await panel.screenshot({ path: join(into, file), fullPage: true });
      if ((await panel.evaluate(() => document.documentElement.scrollWidth)) > width)
        problems.push(`${file}: the panel is wider than it is`);
      await panel.close();
    }
  server.close();
}

try {
  await shootStates();
  await page.bringToFront();
  await choose(page, ASHWORTH);
  await shows(side, ASHWORTH);
  await shoot('gp-resident', page, /ASHWORTH/);

  await choose(page, ORDINARY);
  await until('said', async () => /list of residents/i.test(await words(side)));
  await shoot('gp-not-on-roster', page, /list of residents/i);

  await choose(page, WRONG_BIRTH_DATE);
  await until('said', async () => /differs/i.test(await words(side)));
  await shoot('gp-mismatch', page, /Date of birth differs/i);

  stage.demo.setFaults([{ fault: 'delay:3000' }]);
  await choose(page, FARROW);
  await until('said', async () => (await words(side)).includes('FARROW'));
  await shoot('gp-loading', page, /Loading/i);
  stage.demo.setFaults([]);

  const diary = await browser.newPage();
  await diary.setViewport({ width: 920, height: 800 });
  await diary.goto(stage.diary);
  const open = async (name: string) => {
    const menu = diary.frames().find((frame) => frame.name() === 'menu');
    for (const link of (await menu?.$$('a')) ?? [])
      if ((await link.evaluate(({ textContent }) => textContent)).toUpperCase().includes(name))
        return link.click();
  };
  await until('the menu', async () => diary.frames().some((frame) => frame.name() === 'menu'));
  await open('ASHWORTH');
  await shows(side, ASHWORTH);
  await shoot('diary-resident', diary, /ASHWORTH/);
  await open('RAWSTHORN');
  await until('said', async () => /RAWSTHORN/.test(await words(side)));
  await shoot('diary-name-differs', diary, /RAWSTHORN/);

  await page.bringToFront();
  await choose(page, ASHWORTH);
  await shows(side, ASHWORTH);
  // The panel shows the words of the loss for half a second. The picture has to fall into that time.
  const lost = side.waitForFunction(() => /stopped/i.test(document.body.innerText), { polling: 'mutation' });
  await (await vault()).close();
  await lost;
  await side.screenshot({ path: join(into, 'worker-lost-panel.png') });
  await pause(100);

  for (const [name, states] of [
    ['plain-path', plainPathStates],
    ['teaching', teachingStates],
  ] as const)
    problems.push(...(await shootLooks(states, browser, join(built, 'chrome-demo'), join(into, name))));
} finally {
  await browser.close();
  await stage.close();
  rmSync(built, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
