// Windows' contrast themes replace every background. What is chosen must still look otherwise than what is not.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { serve } from '../shots/serve.ts';
import { launch } from '../walk/browser.ts';

const CHOSEN = ['aria-pressed', 'aria-selected'];
/** States in which something is chosen. A button whose words say it, such as "Done changing", needs no look of its own. */
const SCREENS = [
  ['escalation-button', 'ticked'],
  ['escalation-button', 'choking'],
  ['escalation-button', 'observing'],
  ['frailty-scorer', 'cga-plan'],
] as const;

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(async () => {
  server.close();
  await browser.close();
});

async function open(component: string, state: string): Promise<Page> {
  const page = await browser.newPage();
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  await page.goto(`${server.address}?component=${component}&state=${encodeURIComponent(state)}`);
  await page.waitForSelector('html[data-ready]');
  return page;
}

/** The chosen controls that look as they would if they were not chosen, and how many were compared. */
const alike = (page: Page) =>
  page.evaluate((names) => {
    const root = document.querySelector('[data-drawn]')?.shadowRoot;
    const look = (control: Element) => {
      const { color, backgroundColor, outline, border, textDecoration, fontWeight } =
        getComputedStyle(control);
      const before = getComputedStyle(control, '::before').content;
      // A contrast theme paints the same ground, whether it is see-through or not.
      const ground = backgroundColor.replace(/^rgba\((.*), 0\)$/, 'rgb($1)');
      return [color, ground, outline, border, textDecoration, fontWeight, before, control.textContent].join();
    };
    let compared = 0;
    const found: string[] = [];
    for (const name of names)
      for (const control of root?.querySelectorAll(`[${name}=true]`) ?? []) {
        compared += 1;
        const chosen = look(control);
        control.setAttribute(name, 'false');
        if (look(control) === chosen) found.push(control.textContent.trim());
        control.setAttribute(name, 'true');
      }
    return { compared, found };
  }, CHOSEN);

for (const [component, state] of SCREENS)
  test(`in forced colours, what is chosen in ${component} (${state}) looks otherwise`, async () => {
    const page = await open(component, state);
    const { compared, found } = await alike(page);
    assert.ok(compared > 0, 'nothing is chosen');
    assert.deepEqual(found, []);
    await page.close();
  });

test('the check notices a chip that only its background tells apart', async () => {
  const page = await open('escalation-button', 'ticked');
  await page.evaluate(() => {
    const plain = new CSSStyleSheet();
    plain.replaceSync(
      '[aria-pressed=true] { forced-color-adjust: auto !important; color: #fff !important; background: #333 !important; }',
    );
    document.querySelector('[data-drawn]')?.shadowRoot?.adoptedStyleSheets.push(plain);
  });
  const { compared, found } = await alike(page);
  assert.ok(compared > 0 && found.length > 0);
  await page.close();
});
