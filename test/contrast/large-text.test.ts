// Tests text at twice its size, in a window as narrow as a side panel: WCAG 2.2, 1.4.4 and 1.4.10.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { look } from '../shots/look.ts';
import { serve } from '../shots/serve.ts';
import { launch } from '../walk/browser.ts';

const SCREENS = [
  'component=resident-summary&state=typical',
  'component=resident-summary&state=typical&compact',
  'component=resident-summary&state=longest',
  'component=frailty-scorer&state=cga-plan',
  'component=frailty-scorer&state=news2-why',
  'component=care-plan&state=full',
  'component=care-plan&state=longest',
  'component=care-plan&state=conflict',
  'component=care-plan&state=decision-conflict',
  'component=what-changed&state=longest',
  'component=escalation-button&state=worried',
  'component=escalation-button&state=ticked',
  'component=escalation-button&state=answered',
  'component=escalation-button&state=observing',
  'component=escalation-button&state=typing-not-on-the-list',
  'component=escalations&state=waiting',
  'component=escalations&state=answering',
  'component=escalations&state=homes',
  'component=escalations&state=settings-usual',
  'component=local-home&state=adding',
  'component=moving&state=made',
  'component=linking&state=doubts',
];
/** `look` says this where the window is too low for the identity in so large a text. The identity then scrolls away. */
const TOO_LOW = 'the identity is not in sight at the top';
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(async () => {
  server.close();
  await browser.close();
});

for (const width of [320, 400])
  for (const screen of SCREENS)
    test(`${screen} at ${width} px with text at 200 % scrolls only down, and cuts nothing off`, async () => {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 900 });
      await page.goto(`${server.address}?${screen}`);
      await page.waitForSelector('html[data-ready]');
      await page.evaluate(() => document.body.style.setProperty('--ehch-font-size', '32px'));
      const wrong = (await page.evaluate(look)).filter((words) => words !== TOO_LOW);
      assert.deepEqual(wrong, []);
      // Text for screen readers alone must not make the page wider either.
      const over = await page.evaluate(() => {
        const root = document.querySelector('[data-drawn]')?.shadowRoot;
        return [...(root?.querySelectorAll('.base *') ?? [])]
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map(
            (one) => `${one.localName}.${one.getAttribute('class') ?? ''} of ${one.parentElement?.className}`,
          );
      });
      assert.deepEqual(over, []);
      await page.close();
    });
