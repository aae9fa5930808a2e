import { speakDate } from '@ehch/clinical/display';
import { expect } from '@open-wc/testing';
import type * as Axe from 'axe-core';
import 'axe-core';
import type { ReactiveElement } from 'lit';
import { a11yTree, everyNode, spokenText, squeeze } from './a11y-tree.ts';

declare global {
  interface Window {
    readonly axe: typeof Axe;
  }
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a page may write of a component in its HTML, beside numbers and switches. */
const WORDS = new Set(['resident', 'assessment', 'layout', 'since', 'fileName', 'homeId', 'side']);
/** CSS pixels, WCAG 2.2 2.5.8. */
const TARGET = 24;

/** How the shared suite draws a state: it gives the element, inside a box of the width that is asked for. */
export interface Drawn {
  readonly name: string;
  /** In CSS pixels; 320, the narrowest that WCAG 1.4.10 asks for, unless given. */
  readonly width?: number;
  draw(box: HTMLElement): Promise<HTMLElement>;
}

/** What every component promises in each of its named states. */
export function checkStates(states: readonly Drawn[]): void {
  for (const state of states) {
    const { width = 320 } = state;
    describe(state.name, () => {
      let box: HTMLElement;
      let element: HTMLElement;
      const said: unknown[] = [];
      const quiet = { log: console.log, warn: console.warn, error: console.error };

      before(async () => {
        for (const kind of ['log', 'warn', 'error'] as const) console[kind] = (...words) => said.push(words);
        box = document.createElement('main');
        box.style.width = `${width}px`;
        document.body.append(box);
        element = await state.draw(box);
      });

      after(() => {
        Object.assign(console, quiet);
        box.remove();
      });

      it('meets WCAG 2.2 AA as far as axe can tell, and says nothing on the console', async () => {
        const { violations } = await window.axe.run(box, { runOnly: { type: 'tag', values: RULES } });
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        ).to.deep.equal([]);
        expect(said).to.deep.equal([]);
      });

      it(`fits ${width} px, with targets of at least 24 by 24`, () => {
        expect(element.scrollWidth).to.be.at.most(width);
        const inside = [...shadow(element).querySelectorAll<HTMLElement>('.base *')].filter(isSeen);
        expect(inside.length).to.be.greaterThan(0);
        const edge = box.getBoundingClientRect().right;
        const outside = inside.filter((one) => one.getBoundingClientRect().right > edge + 0.5);
        expect(outside.map(describeElement)).to.deep.equal([]);
        const small = inside
          .filter((one) => one.matches('a, button'))
          .filter(
            (one) =>
              one.getBoundingClientRect().width < TARGET || one.getBoundingClientRect().height < TARGET,
          );
        expect(small.map(describeElement)).to.deep.equal([]);
      });

      it('tells a screen reader all that it shows, section by section', async () => {
        const before = new Set(shownTexts(shadow(element)));
        const tree = await a11yTree();
        const spoken = spokenText(tree);
        // What a live region says meanwhile stands in the next snapshot.
        const stood = shownTexts(shadow(element)).filter((text) => before.has(text));
        expect(stood.length).to.be.greaterThan(0);
        const missing = stood.filter((text) => !spoken.includes(squeeze(text)));
        expect(missing).to.deep.equal([]);
        for (const time of shadow(element).querySelectorAll('time')) {
          // A date in a closed row is neither shown nor spoken.
          if (time.getClientRects().length === 0 || !time.checkVisibility()) continue;
          expect(spoken).to.contain(squeeze(speakDate(time.dateTime)));
        }
        // The snapshot leaves out a heading around a button and keeps the button.
        const headings = everyNode(tree).filter(({ role }) => role === 'heading' || role === 'button');
        for (const heading of headingsIn(shadow(element))) {
          const text = squeeze(shownTexts(heading).join(''));
          expect(
            headings.some(({ name }) => squeeze(name ?? '').includes(text)),
            text,
          ).to.equal(true);
        }
        for (const section of shadow(element).querySelectorAll('section')) {
          const label = shadow(element).querySelector(`[id="${section.getAttribute('aria-labelledby')}"]`);
          expect(label?.textContent.trim(), 'name of a section').to.not.equal('');
        }
      });

      it('puts no heading above its own, for whoever goes through the host’s page by headings', () => {
        const { headingLevel: own = 2 } = element as { headingLevel?: number };
        const above = headingsIn(shadow(element)).filter((one) => Number(one.ariaLevel) < own);
        expect(above.map(({ textContent }) => textContent.trim())).to.deep.equal([]);
      });

      it('takes from the host’s HTML switches, numbers and these words alone: a record in it would be text', () => {
        const { elementProperties = new Map() } = element.constructor as Partial<typeof ReactiveElement>;
        const words = [...elementProperties]
          .filter(([, { attribute, type }]) => attribute !== false && type !== Boolean && type !== Number)
          .map(([name]) => String(name));
        expect(words.filter((name) => !WORDS.has(name))).to.deep.equal([]);
      });
    });
  }
}

function shadow(element: HTMLElement): ShadowRoot {
  if (element.shadowRoot === null) throw new Error('The component has drawn nothing.');
  return element.shadowRoot;
}

/** Those of the component, and of the components inside it. */
function headingsIn(root: ShadowRoot): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
    ...(one.role === 'heading' ? [one] : []),
    ...(one.shadowRoot === null ? [] : headingsIn(one.shadowRoot)),
  ]);
}

function isSeen(element: HTMLElement): boolean {
  return element.closest('.spoken, [hidden]') === null && element.getClientRects().length > 0;
}

function describeElement(element: HTMLElement): string {
  return `${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`;
}

/** What is on screen, less what has a spoken form beside it. */
function shownTexts(root: Node): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (text === '' || parent === null) continue;
    // What stands inside a component without a slot is not drawn.
    if (parent.shadowRoot !== null || parent.getClientRects().length === 0) continue;
    // What is in a closed row has a place and is neither shown nor spoken.
    if (!parent.checkVisibility()) continue;
    if (parent.closest('style, [hidden], [aria-hidden="true"]') !== null) continue;
    texts.push(text);
  }
  return texts;
}
