import { expect } from '@open-wc/testing';
import { drawScorer, settled } from '../../test/draw-scorer.ts';
import { openScorer, port, press, textIn } from '../../test/scorer-with-port.ts';
import type { FrailtyScorer } from './frailty-scorer.ts';
import { states } from './frailty-scorer.fixtures.ts';

function field(scorer: FrailtyScorer): HTMLInputElement {
  const found = scorer.renderRoot.querySelector<HTMLInputElement>('input[type=search]');
  if (found === null) throw new Error('There is no search.');
  return found;
}

async function type(scorer: FrailtyScorer, words: string): Promise<void> {
  const search = field(scorer);
  search.value = words;
  search.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await settled(scorer);
}

async function enter(scorer: FrailtyScorer, part: KeyboardEventInit = {}): Promise<void> {
  field(scorer).dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, ...part }),
  );
  await settled(scorer);
}

const choices = (scorer: FrailtyScorer, within = '.chooser') =>
  [...scorer.renderRoot.querySelectorAll(`${within} .choice`)].map((one) => one.textContent.trim());

const firstGroup = '[aria-labelledby=group-0]';

describe('the chooser', () => {
  it('begins with the five forms that this role uses most, then has all of them', async () => {
    const scorer = await drawScorer(document.body, states.chooser);
    expect(textIn(scorer, firstGroup)).to.contain('Used most');
    expect(choices(scorer, firstGroup).length).to.equal(5);
    Object.assign(scorer, { author: { name: 'Sam Okoro', role: 'care assistant' } });
    await settled(scorer);
    expect(choices(scorer, firstGroup)[1]).to.equal('NEWS2');
    expect(choices(scorer).length).to.be.greaterThan(35);
  });

  it('finds a form by what people type, and Enter opens the one that is meant', async () => {
    const scorer = await drawScorer(document.body, states.chooser);
    await type(scorer, 'waterlow');
    expect(choices(scorer)).to.deep.equal(['Waterlow total']);
    expect(textIn(scorer, '.chooser [role=status]')).to.equal('1 form. Enter opens Waterlow total');
    await enter(scorer, { isComposing: true });
    expect(scorer.renderRoot.querySelector('.form')).to.equal(null);
    await enter(scorer);
    expect(textIn(scorer, '.form')).to.contain('Waterlow');
  });

  it('opens nothing by Enter while several may be meant, or none', async () => {
    const scorer = await drawScorer(document.body, states.chooser);
    for (const words of ['barthel', 'nothing like it', '']) {
      await type(scorer, words);
      await enter(scorer);
      expect(scorer.renderRoot.querySelector('.form'), words).to.equal(null);
    }
  });

  it('opens by Enter no form that is not offered now', async () => {
    const scorer = await drawScorer(document.body, states['last-days-chooser']);
    await type(scorer, 'news2');
    await enter(scorer);
    expect(textIn(scorer, '.chooser')).to.contain('not offered: a plan for the last days');
    expect(textIn(scorer, '.chooser')).not.to.contain('Enter opens');
  });

  it('opens a form at its heading with the focus there, and leads back to the search', async () => {
    const { scorer } = await openScorer('', port().actions);
    for (const form of ['news2', 'cga']) {
      await press(scorer, { kind: 'choose-form', form });
      const at = scorer.shadowRoot?.activeElement;
      expect(at?.getAttribute('role'), form).to.equal('heading');
      expect(scorer.renderRoot.querySelector('.form, .title')?.contains(at ?? null)).to.equal(true);
      await press(scorer, { kind: 'choose-form', form: null });
      expect(scorer.shadowRoot?.activeElement).to.equal(field(scorer));
    }
  });
});
