// Pictures of states in the built panel: two widths, light, dark and forced colours, and letters
// of twice the size.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { isRecordShown } from '../../extension/src/shell/panel-state.ts';
import { openPanel, renderer, serveBuild, tell } from './fake-vault.ts';
import type { NamedStates } from './plain-path-states.ts';

const LOOKS = [
  { name: '320', width: 320, scheme: 'light', size: '100%' },
  { name: '400', width: 400, scheme: 'light', size: '100%' },
  { name: '400-dark', width: 400, scheme: 'dark', size: '100%' },
  { name: '400-forced', width: 400, scheme: 'dark', size: '100%', forced: true },
  { name: '320-large', width: 320, scheme: 'light', size: '200%' },
] as const;

/** Takes each picture, and gives a line for each state that is wider than its panel. */
export async function shootLooks(
  states: NamedStates,
  browser: Browser,
  folder: string,
  into: string,
): Promise<string[]> {
  const { url, server } = await serveBuild(folder);
  const problems: string[] = [];
  mkdirSync(into, { recursive: true });
  for (const { name: look, width, scheme, size, ...more } of LOOKS) {
    const page = await openPanel(browser, url, width);
    const features = [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'forced-colors', value: 'forced' in more ? 'active' : 'none' },
    ];
    // Puppeteer itself knows no forced colours.
    await (await page.createCDPSession()).send('Emulation.setEmulatedMedia', { features });
    await page.evaluate((each) => (document.documentElement.style.fontSize = each), size);
    for (const [name, { state }] of Object.entries(states)) {
      await tell(page, state);
      if (isRecordShown(state) && state.view !== null) await renderer(page);
      const isTooWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      if (isTooWide) problems.push(`${name} at ${look}: the panel is wider than it is`);
      const file = `${name.replace(/\W+/g, '-')}--${look}.png`;
      await page.screenshot({ path: join(into, file), fullPage: true });
    }
    await page.close();
  }
  server.close();
  return problems;
}
