import { expect } from '@open-wc/testing';
import type { ResidentView } from '@ehch/clinical';
import { drawEscalation } from '../../test/draw-escalation.ts';
import * as kit from '../index.ts';
import type { LinkingElement } from '../linking/index.ts';
import { linkingOf } from '../linking/linking.fixtures.ts';
import { states } from '../escalation-button/escalation-button.fixtures.ts';
import { NOW, PLACE, SECTIONS, viewOf } from '../resident-summary/typical-resident.fixtures.ts';

const COMPONENTS = [
  'ehch-resident-summary',
  'ehch-frailty-scorer',
  'ehch-escalation-button',
  'ehch-escalations',
  'ehch-care-plan',
  'ehch-what-changed',
  'ehch-device-status',
  'ehch-local-home',
  'ehch-linking',
  'ehch-moving',
] as const;
type Component = HTMLElementTagNameMap[(typeof COMPONENTS)[number]];

let provider: HTMLElementTagNameMap['ehch-provider'];
beforeEach(() => {
  provider = document.createElement('ehch-provider');
  provider.clock = () => NOW;
  provider.place = PLACE;
  document.body.append(provider);
});
afterEach(() => provider.remove());

/** A view in which every text is a canary, and every word of the program's own is not. */
function canaryView(): ResidentView {
  const isOwn = new Set(['state', 'kind', 'freshness', 'code']);
  return JSON.parse(
    JSON.stringify(viewOf(SECTIONS), (key, value: unknown) =>
      typeof value === 'string' && !isOwn.has(key) && !/^\d{4}-/.test(value) ? `Canary ${value}` : value,
    ),
  ) as ResidentView;
}

async function draw(tag: (typeof COMPONENTS)[number]): Promise<Component> {
  const element = document.createElement<(typeof COMPONENTS)[number]>(tag);
  if ('view' in element) element.view = canaryView();
  if (element.localName === 'ehch-linking') (element as LinkingElement).linking = linkingOf({});
  provider.append(element);
  await element.updateComplete;
  return element;
}

function button(element: Component, words: string): HTMLButtonElement {
  const all = [...element.renderRoot.querySelectorAll<HTMLButtonElement>('.kit-foot button')];
  const found = all.find((one) => one.textContent.includes(words));
  if (!found) throw new Error(`No button says “${words}”.`);
  return found;
}

async function reportOf(element: Component): Promise<string> {
  button(element, 'Report a problem').click();
  await element.updateComplete;
  return element.renderRoot.querySelector<HTMLTextAreaElement>('.incident .report')?.value ?? '';
}

for (const tag of COMPONENTS) {
  it(`${tag} says that it is not for live use, and by which place file it speaks`, async () => {
    const element = await draw(tag);
    const text = element.renderRoot.querySelector('.kit-foot')?.textContent.replaceAll(/\s+/g, ' ') ?? '';
    expect(text).to.contain('Not for live use: its risks are accepted by nobody');
    expect(text).to.contain(`version ${PLACE.version}`);
    expect(text).to.contain(PLACE.owner);
    expect(text).to.contain('the place file is not signed off');
  });

  it(`${tag} reports an incident with its name and states, and nothing that names anybody`, async () => {
    const element = await draw(tag);
    const report = await reportOf(element);
    expect(report).to.contain(`Component: ${tag}`);
    expect(report).to.contain('Kit version: ');
    expect(report).to.contain(`version ${PLACE.version}`);
    expect(report).to.contain(`Time by this device: ${NOW}`);
    expect(report).to.match(/On screen: (?!nothing)/);
    expect(report).not.to.match(/canary|ashworth|999 ?000|not a code/i);
  });
}

it('keeps the state of the press while somebody writes, adds their words, and notices an NHS number', async () => {
  const element = await drawEscalation(document.body, states['not-handed-over'] ?? { view: null });
  const report = await reportOf(element);
  expect(report).to.contain('raise=not-known');
  expect(report).to.contain('receipt=not-sent');
  const words = element.renderRoot.querySelector<HTMLTextAreaElement>('.incident .words');
  if (!words) throw new Error('There is no field for words.');
  expect(element.shadowRoot?.activeElement === words).to.equal(true);
  words.value = 'It did not ring for 999 000 0018.';
  words.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await element.updateComplete;
  const text = element.renderRoot.querySelector<HTMLTextAreaElement>('.incident .report')?.value;
  expect(text).to.contain('It did not ring');
  expect(element.renderRoot.querySelector('.incident')?.textContent).to.contain(
    'This has an NHS number in it.',
  );
  button(element, 'Close').click();
  await element.updateComplete;
  expect(element.renderRoot.querySelectorAll('.incident').length).to.equal(0);
});

it('says that a newer place file was refused, which version stays in force, and on which line', async () => {
  provider.place = { ...PLACE, refusedNewer: { lines: ['Line 12: “phone” is missing. Add it.'] } };
  const element = await draw('ehch-escalation-button');
  const text = element.renderRoot.querySelector('.kit-foot')?.textContent.replaceAll(/\s+/g, ' ') ?? '';
  expect(text).to.contain(`A newer place file was refused. Version ${PLACE.version} of`);
  expect(text).to.contain('stays in force');
  expect(text).to.contain('Line 12: “phone” is missing.');
});

it('says of a place file that did not come that what was withdrawn since is not known, and not that it was refused', async () => {
  provider.place = {
    ...PLACE,
    refusedNewer: { lines: ['The place file could not be fetched.'], isUnfetched: true },
  };
  const element = await draw('ehch-escalation-button');
  const text = element.renderRoot.querySelector('.kit-foot')?.textContent.replaceAll(/\s+/g, ' ') ?? '';
  expect(text).to.contain('What was withdrawn since is not known.');
  expect(text).to.contain('stays in force. The place file could not be fetched.');
  expect(text).not.to.contain('refused');
});

it('says that no place file is in force where there is none', async () => {
  provider.place = null;
  const element = await draw('ehch-resident-summary');
  expect(element.renderRoot.querySelector('.kit-foot')?.textContent).to.contain('no place file is in force');
});

it('names who approved the place file, and when', async () => {
  provider.place = { ...PLACE, signedOff: { by: 'A. Safety', on: '2026-11-02' } };
  const element = await draw('ehch-resident-summary');
  const text = element.renderRoot.querySelector('.kit-foot')?.textContent.replaceAll(/\s+/g, ' ') ?? '';
  expect(text).to.contain('approved by A. Safety, 02-Nov-2026');
});

it('has been proved of every component that the kit exports', () => {
  const exported: readonly unknown[] = Object.values(kit);
  const classes = exported.filter(
    (one): one is typeof HTMLElement => typeof one === 'function' && one.prototype instanceof HTMLElement,
  );
  const tags = classes.map((one) => document.createElement(nameOf(one)).localName);
  expect(tags.filter((tag) => tag !== 'ehch-provider').toSorted()).to.deep.equal([...COMPONENTS].toSorted());
});

/** The tag under which a component was defined. */
function nameOf(one: typeof HTMLElement): string {
  return customElements.getName(one) ?? '';
}
