// A person can read a control under the pointer, with the focus or while pressed, in light and in dark colours.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { serve } from '../shots/serve.ts';
import { launch } from '../walk/browser.ts';
import { tooFaint } from './contrast.ts';

const SCREENS = [
  'component=summary&state=typical',
  'component=summary&state=records-disagree&compact',
  'component=summary&state=deceased',
  'component=scorer&state=news2-why',
  'component=scorer&state=cga-plan',
  'component=scorer&state=nobody-named',
  'component=scorer&state=chooser-unfinished',
  'component=scorer&state=chooser-not-listed',
  'component=scorer&state=news2-after',
  'component=plan&state=full',
  'component=plan&state=conflict',
  'component=plan&state=not-handed-over',
  'component=plan&state=copy-for-contact',
  'component=device&state=all-at-once',
  'component=device&state=giving-up',
];
const STATES = [
  ['hover'],
  ['focus', 'focus-visible'],
  ['hover', 'focus', 'focus-visible'],
  ['hover', 'active'],
];
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(async () => {
  server.close();
  await browser.close();
});

/** Puts one control of each style into a state, as pointer or keyboard would, and checks whether a person can read it. */
async function inStates(page: Page): Promise<string[]> {
  const client = await page.createCDPSession();
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  await page.evaluate(() => {
    const root = document.querySelector(
      'ehch-resident-summary, ehch-frailty-scorer, ehch-device-status, ehch-care-plan',
    )?.shadowRoot;
    const looks = new Set<string>();
    for (const control of root?.querySelectorAll('button:enabled, a, summary, input, textarea') ?? []) {
      const within = control.parentElement?.getAttribute('class') ?? '';
      const selected = control.getAttribute('aria-selected') ?? '';
      const look = [within, control.localName, control.getAttribute('class'), selected].join(' ');
      if (looks.has(look) || control.getClientRects().length === 0) continue;
      looks.add(look);
      control.setAttribute('data-forced', '');
    }
  });
  const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
  const nodes = forced(root);
  const found: string[] = [];
  for (const forcedPseudoClasses of STATES) {
    for (const nodeId of nodes) await client.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses });
    const faint = await page.evaluate(tooFaint, '[data-forced], [data-forced] *');
    found.push(...faint.map((words) => `${forcedPseudoClasses.join('+')}: ${words}`));
  }
  await page.evaluate(() => {
    const root = document.querySelector(
      'ehch-resident-summary, ehch-frailty-scorer, ehch-device-status, ehch-care-plan',
    )?.shadowRoot;
    for (const control of root?.querySelectorAll('button[data-forced]') ?? [])
      control.setAttribute('disabled', '');
  });
  for (const nodeId of nodes) await client.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: [] });
  const faint = await page.evaluate(tooFaint, '[data-forced], [data-forced] *');
  found.push(...faint.map((words) => `disabled: ${words}`));
  return nodes.length === 0 ? ['no control is there'] : found;
}

interface Node {
  readonly nodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

function forced({ nodeId, attributes = [], children = [], shadowRoots = [] }: Node): readonly number[] {
  return [
    ...(attributes.includes('data-forced') ? [nodeId] : []),
    ...[...children, ...shadowRoots].flatMap(forced),
  ];
}

for (const scheme of ['light', 'dark'] as const)
  for (const screen of SCREENS)
    test(`a person can read ${screen} in ${scheme} colours, in every state of its controls`, async () => {
      const page = await browser.newPage();
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(`${server.address}?${screen}`);
      await page.waitForSelector('html[data-ready]');
      const card = await page.$eval(
        'ehch-resident-summary, ehch-frailty-scorer, ehch-device-status, ehch-care-plan',
        ({ shadowRoot }) => getComputedStyle(shadowRoot!.querySelector('.base')!).color,
      );
      assert.equal(card, scheme === 'dark' ? 'rgb(240, 244, 245)' : 'rgb(33, 43, 50)');
      assert.deepEqual(await page.evaluate(tooFaint, '.base *'), []);
      assert.deepEqual(await inStates(page), []);
      await page.close();
    });
