// Enabling and revoking a site in a real Firefox.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { noFirefox, openFirefox } from './firefox.ts';
import { DORIS, NOBODY_KNOWN, startOtherSite, write, type OtherSite } from './other-site.ts';
import { ASHWORTH, pause, setStage, until, type Stage } from './stage.ts';

const skip = noFirefox;
const built = mkdtempSync(join(tmpdir(), 'ehch-firefox-sites-'));
let stage: Stage;
let other: OtherSite;
let walk: Awaited<ReturnType<typeof openFirefox>>;
let page: Page;

before(
  async () => {
    if (skip) return;
    [stage, other] = await Promise.all([setStage(), startOtherSite()]);
    walk = await openFirefox(stage, built);
    // Firefox asks only after a press by a hand, which no test has. The permission itself is the browser's own.
    await walk.run('void (browser.permissions.request = (asked) => browser.permissions.contains(asked))');
    page = await walk.browser.newPage();
    await page.bringToFront();
  },
  { timeout: 120_000 },
);
after(async () => {
  await walk?.browser.close();
  await stage?.close();
  other?.close();
  rmSync(built, { recursive: true, force: true });
});

const says = (expected: RegExp) =>
  until(`the panel says ${expected}`, async () => expected.test(await walk.words()));

/** Presses a button of the panel by its words. */
async function press(name: string): Promise<void> {
  await until(`there is a button ${name}`, async () =>
    walk.run(
      `[...document.querySelectorAll('button')].some((each) => each.textContent.includes(${JSON.stringify(name)}))`,
    ),
  );
  await walk.run(
    `[...document.querySelectorAll('button')].find((each) => each.textContent.includes(${JSON.stringify(name)})).click()`,
  );
}

test(
  'a site is enabled by one press: the tab that is open already is read, without a reload',
  { skip },
  async () => {
    await page.goto(other.at('practice'));
    await page.evaluate(() => Object.assign(globalThis, { sinceLoading: true }));
    await says(/Not enabled on practice\.localhost/);
    await press('Enable as Fernhill Record');
    await walk.shows(ASHWORTH);
    assert.equal(await page.evaluate(() => 'sinceLoading' in globalThis), true);
  },
);

test(
  'a revoked site: the panel is blank at once, and the script in its page is silent',
  { skip },
  async () => {
    await press('Revoke practice.localhost');
    await says(/Not enabled/);
    assert.equal(await walk.record(), '');
    for (const person of [NOBODY_KNOWN, DORIS]) {
      await page.evaluate(write, person);
      await pause(1500);
    }
    assert.equal(await walk.record(), '');
    assert.doesNotMatch(await walk.words(), /ASHWORTH/);
  },
);

test('a frame that a page writes by itself is read', { skip }, async () => {
  await page.goto(other.at('frames', '/written-frame'));
  await says(/Not enabled on frames\.localhost/);
  await press('Enable as Hearthside Diary');
  await walk.shows(ASHWORTH);
  await page.reload();
  await says(/No patient/);
  await walk.shows(ASHWORTH);
});

test(
  'a permission that is taken away in the browser: the panel is blank at once, and stays so',
  { skip },
  async () => {
    await walk.shows(ASHWORTH);
    await walk.run("browser.permissions.remove({ origins: ['http://*.localhost/*'] })");
    await says(/Enabled sites: 0/);
    assert.equal(await walk.record(), '');
    assert.doesNotMatch(await walk.words(), /ASHWORTH/);
    await pause(1500);
    assert.equal(await walk.record(), '');
  },
);
