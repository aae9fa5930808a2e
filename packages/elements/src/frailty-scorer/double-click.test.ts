import { expect } from '@open-wc/testing';
import { controlIn } from '../../test/controls.ts';
import { drawScorer, settled } from '../../test/draw-scorer.ts';
import { shownText } from '../../test/draw-summary.ts';
import { states } from './frailty-scorer.fixtures.ts';
import type { FrailtyScorer } from './frailty-scorer.ts';

/** The second click of a double click: it hits whatever has come under the mouse since the first. */
async function clickAgain(scorer: FrailtyScorer, on: Element | null): Promise<void> {
  if (on === null) throw new Error('Nothing came under the mouse.');
  on.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 2 }));
  await settled(scorer);
}

async function clickFirst(scorer: FrailtyScorer, on: Element | null): Promise<void> {
  if (on === null) throw new Error('There is nothing to press.');
  on.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }));
  await settled(scorer);
}

describe('a double click', () => {
  it('signs once, and does not take the signature back with its second click', async () => {
    const scorer = await drawScorer(document.body, { ...states['not-sent'], press: [] });
    const { renderRoot } = scorer;
    await clickFirst(scorer, renderRoot.querySelector('[data-press=finish]'));
    await clickAgain(scorer, renderRoot.querySelector('[data-press=withdraw]'));
    expect(shownText(renderRoot)).to.contain('Signed 21-Nov-2026');
    await clickFirst(scorer, renderRoot.querySelector('[data-press=withdraw]'));
    expect(shownText(renderRoot)).to.contain('NOT SIGNED');
  });

  it('on "finish" does not answer the question whether so few answers are to be signed', async () => {
    const state = { ...states['cga-partly'], actions: 'memory', press: [] } as const;
    const scorer = await drawScorer(document.body, state);
    const { renderRoot } = scorer;
    await clickFirst(scorer, controlIn(renderRoot, { kind: 'finish', despiteFew: false }));
    const asked = controlIn(renderRoot, { kind: 'finish', despiteFew: true });
    await clickAgain(scorer, asked);
    expect(shownText(renderRoot)).to.contain('Sign it all the same?');
  });
});
