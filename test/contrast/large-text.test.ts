// Tests text at twice its size, in a window as narrow as a side panel: WCAG 2.2, 1.4.4 and 1.4.10.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { look } from '../shots/look.ts';
import { openScreen } from '../shots/open-screen.ts';

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

for (const width of [320, 400])
  for (const screen of SCREENS)
    test(`${screen} at ${width} px with text at 200 % scrolls only down, and cuts nothing off`, async () => {
      const page = await openScreen(screen, (opened) => opened.setViewport({ width, height: 900 }));
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
