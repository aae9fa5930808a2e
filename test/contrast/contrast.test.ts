// A person can read a control under the pointer, with the focus or while pressed, in light and in dark colours.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { serve } from '../shots/serve.ts';
import { launch } from '../walk/browser.ts';
import { tooFaint } from './contrast.ts';

const SCREENS = [
  'component=resident-summary&state=typical',
  'component=resident-summary&state=records-disagree&compact',
  'component=resident-summary&state=deceased',
  'component=frailty-scorer&state=news2-why',
  'component=frailty-scorer&state=cga-plan',
  'component=frailty-scorer&state=nobody-named',
  'component=frailty-scorer&state=chooser-unfinished',
  'component=frailty-scorer&state=chooser-not-listed',
  'component=frailty-scorer&state=news2-after',
  'component=care-plan&state=full',
  'component=care-plan&state=conflict',
  'component=care-plan&state=not-handed-over',
  'component=care-plan&state=copy-for-contact',
  'component=device-status&state=all-at-once',
  'component=device-status&state=giving-up',
  'component=what-changed&state=typical',
  'component=escalation-button&state=ticked',
  'component=escalation-button&state=not-breathing-records-disagree',
  'component=escalation-button&state=worse-not-sent',
  'component=escalation-button&state=answered',
  'component=escalation-button&state=told-to-ring',
  'component=escalation-button&state=observing',
  'component=escalations&state=answering',
  'component=escalations&state=told-to-ring',
  'component=escalations&state=homes',
  'component=escalations&state=settings-usual',
  'component=local-home&state=faults',
  'component=moving&state=damaged',
  'component=linking&state=doubts',
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
    const root = document.querySelector('[data-drawn]')?.shadowRoot;
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
  const force = (forcedPseudoClasses: string[]) =>
    Promise.all(nodes.map((nodeId) => client.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses })));
  const found: string[] = [];
  for (const forcedPseudoClasses of STATES) {
    await force(forcedPseudoClasses);
    const faint = await page.evaluate(tooFaint, '[data-forced], [data-forced] *');
    found.push(...faint.map((words) => `${forcedPseudoClasses.join('+')}: ${words}`));
  }
  await page.evaluate(() => {
    const root = document.querySelector('[data-drawn]')?.shadowRoot;
    for (const control of root?.querySelectorAll('button[data-forced]') ?? [])
      control.setAttribute('disabled', '');
  });
  await force([]);
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

test('the check notices what is too faint, at rest and in each state', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.address}?component=escalation-button&state=answered`);
  await page.waitForSelector('html[data-ready]');
  await page.evaluate(() => {
    const faint = new CSSStyleSheet();
    faint.replaceSync(`
      p { color: #999 !important; }
      button:is(:hover, :focus-visible, :active, :disabled) { color: #999 !important; background: #fff !important; }
    `);
    document.querySelector('[data-drawn]')?.shadowRoot?.adoptedStyleSheets.push(faint);
  });
  assert.match((await page.evaluate(tooFaint, '.base *')).join(), /for text/);
  const found = await inStates(page);
  for (const state of [...STATES.map((each) => each.join('+')), 'disabled'])
    assert.ok(
      found.some((words) => words.startsWith(`${state}: button`)),
      state,
    );
  await page.close();
});

for (const scheme of ['light', 'dark'] as const)
  for (const screen of SCREENS)
    test(`a person can read ${screen} in ${scheme} colours, in every state of its controls`, async () => {
      const page = await browser.newPage();
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(`${server.address}?${screen}`);
      await page.waitForSelector('html[data-ready]');
      const card = await page.$eval(
        '[data-drawn]',
        ({ shadowRoot }) => getComputedStyle(shadowRoot!.querySelector('.base')!).color,
      );
      assert.equal(card, scheme === 'dark' ? 'rgb(240, 244, 245)' : 'rgb(33, 43, 50)');
      assert.deepEqual(await page.evaluate(tooFaint, '.base *'), []);
      assert.deepEqual(await inStates(page), []);
      await page.close();
    });
