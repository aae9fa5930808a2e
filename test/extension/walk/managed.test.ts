// What an administrator gives, in both browsers: an adapter with a port, and nothing that a user may add.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openChromium, record, shows, words } from './chromium.ts';
import { noFirefox, openFirefox } from './firefox.ts';
import { cannotManage, managedChromium } from './managed.ts';
import { startOtherSite, type OtherSite } from './other-site.ts';
import { ASHWORTH, pause, setStage, until } from './stage.ts';

function settingsFor(other: OtherSite): object {
  const match = [{ origin: new URL(other.at('managed')).origin, pathPrefix: '/' }];
  return {
    adapters: [
      JSON.stringify({ id: 'given', template: 'gp-record', match }),
      JSON.stringify({ id: 'broken', template: 'gp-record', match: [{ ...match[0], origin: 'https://*' }] }),
    ],
    allowUserSites: false,
  };
}

test(
  'a managed adapter reads its own port alone, no user adds a site, and what is refused is told',
  { skip: cannotManage },
  async () => {
    const built = mkdtempSync(join(tmpdir(), 'ehch-managed-'));
    const [stage, other, elsewhere] = await Promise.all([setStage(), startOtherSite(), startOtherSite()]);
    const match = [{ origin: new URL(other.at('managed')).origin, pathPrefix: '/' }];
    const program = managedChromium(built, {
      adapters: [
        JSON.stringify({ id: 'given', template: 'gp-record', match }),
        JSON.stringify({
          id: 'broken',
          template: 'gp-record',
          match: [{ ...match[0], origin: 'https://*' }],
        }),
      ],
      allowUserSites: false,
    });
    const walk = await openChromium('chrome-demo', stage, built, program);
    const says = (expected: RegExp) =>
      until(`the panel says ${expected}`, async () => expected.test(await words(walk.side)));
    try {
      const page = await walk.browser.newPage();
      await page.goto(other.at('managed'));
      await shows(walk.side, ASHWORTH);
      await walk.side.evaluate(() =>
        document.querySelectorAll('details').forEach((each) => (each.open = true)),
      );
      await says(
        /managed\.localhost:\d+, read as Fernhill Record \(demonstration\), given by your organisation\./,
      );
      await says(/Managed adapter 2 is not used: match, number 1, origin: the whole address of one site/);
      await page.goto(elsewhere.at('managed'));
      await says(/Not enabled on managed\.localhost/);
      await says(/your organisation adds sites itself/);
      await pause(1000);
      assert.equal(await record(walk.side), '');
      assert.deepEqual(
        await walk.side.$$eval('.words button', (buttons) =>
          buttons.map(({ innerText }) => innerText).filter((text) => text.startsWith('Enable')),
        ),
        [],
        'nothing is offered',
      );
    } finally {
      await walk.browser.close();
      await stage.close();
      for (const each of [other, elsewhere]) each.close();
      rmSync(built, { recursive: true, force: true });
    }
  },
);

test('the same in Firefox', { skip: noFirefox }, async () => {
  const built = mkdtempSync(join(tmpdir(), 'ehch-managed-firefox-'));
  const [stage, other, elsewhere] = await Promise.all([setStage(), startOtherSite(), startOtherSite()]);
  const walk = await openFirefox(stage, built, settingsFor(other));
  const says = (expected: RegExp) =>
    until(`the panel says ${expected}`, async () => expected.test(await walk.words()));
  try {
    const page = await walk.browser.newPage();
    await page.bringToFront();
    await page.goto(other.at('managed'));
    await walk.shows(ASHWORTH);
    await walk.run('document.querySelectorAll("details").forEach((each) => (each.open = true))');
    await says(
      /managed\.localhost:\d+, read as Fernhill Record \(demonstration\), given by your organisation\./,
    );
    await says(/Managed adapter 2 is not used: match, number 1, origin: the whole address of one site/);
    await page.goto(elsewhere.at('managed'));
    await says(/Not enabled on managed\.localhost/);
    await says(/your organisation adds sites itself/);
    assert.equal(await walk.record(), '');
  } finally {
    await walk.browser.close();
    await stage.close();
    for (const each of [other, elsewhere]) each.close();
    rmSync(built, { recursive: true, force: true });
  }
});
