// Windows' contrast themes replace every background. What is chosen must still look otherwise than what is not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { openScreen } from '../shots/open-screen.ts';

const CHOSEN = ['aria-pressed', 'aria-selected'];
/** States in which something is chosen. A button whose words say it, such as "Done changing", needs no look of its own. */
const SCREENS = [
  'component=escalation-button&state=ticked',
  'component=escalation-button&state=choking',
  'component=escalation-button&state=observing',
  'component=frailty-scorer&state=cga-plan',
];

const open = (screen: string) =>
  openScreen(screen, async (page) => {
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
  });

/**
 * The chosen controls that look as they would if they were not chosen, and how many were compared. `ownColours`: those that put
 * a colour of ours beside one of the theme, where nobody knows whether the two can be read.
 */
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
    const probe = document.createElement('i');
    probe.style.cssText = 'forced-color-adjust: none; color: HighlightText; background: Highlight';
    document.body.append(probe);
    const pair = (one: Element) =>
      [getComputedStyle(one).color, getComputedStyle(one).backgroundColor].join();
    let compared = 0;
    const found: string[] = [];
    const ownColours: string[] = [];
    for (const name of names)
      for (const control of root?.querySelectorAll(`[${name}=true]`) ?? []) {
        compared += 1;
        const chosen = look(control);
        if (getComputedStyle(control).forcedColorAdjust === 'none' && pair(control) !== pair(probe))
          ownColours.push(control.textContent.trim());
        control.setAttribute(name, 'false');
        if (look(control) === chosen) found.push(control.textContent.trim());
        control.setAttribute(name, 'true');
      }
    return { compared, found, ownColours };
  }, CHOSEN);

for (const screen of SCREENS)
  test(`in forced colours, what is chosen in ${screen} looks otherwise`, async () => {
    const page = await open(screen);
    const { compared, found, ownColours } = await alike(page);
    assert.ok(compared > 0, 'nothing is chosen');
    assert.deepEqual(found, []);
    assert.deepEqual(ownColours, []);
    await page.close();
  });

test('the check notices a chip that only its background tells apart', async () => {
  const page = await open('component=escalation-button&state=ticked');
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
