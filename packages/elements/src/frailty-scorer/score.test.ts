import { instruments } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import { drawScorer, settled } from '../../test/draw-scorer.ts';
import { openScorer, port, press, radio, textIn } from '../../test/scorer-with-port.ts';
import { states } from './frailty-scorer.fixtures.ts';

describe('a score', () => {
  it('has nothing chosen and no number before anybody answered, in any instrument', async () => {
    const { scorer } = await openScorer('news2', port().actions);
    for (const { id } of instruments) {
      scorer.assessment = id;
      await settled(scorer);
      expect(scorer.renderRoot.querySelectorAll(':checked').length, id).to.equal(0);
      const typed = [
        ...scorer.renderRoot.querySelectorAll<HTMLInputElement>('.form :is(input:not([type]), textarea)'),
      ];
      expect(typed.filter(({ value }) => value !== '').length, id).to.equal(0);
      expect(textIn(scorer, '.headline'), id).to.match(/: not answered yet$/);
    }
  });

  it('says a single 3, the band that an incomplete set has reached, and that a worry is enough', async () => {
    expect(textIn(await drawScorer(document.body, states['news2-single-3']), '.headline')).to.equal(
      'NEWS2: 3 of 20 · low-medium · complete · one part alone scores 3',
    );
    const incomplete = await drawScorer(document.body, states['news2-incomplete']);
    expect(textIn(incomplete, '.headline')).to.contain(
      'so far at least 6 of 20 · 4 parts missing · already medium',
    );
    expect(textIn(incomplete)).to.contain('A worry is enough: no score lowers it.');
  });

  it('is not asked of the dying, in the chooser or by name, and says why', async () => {
    const named = await drawScorer(document.body, states['last-days']);
    expect(textIn(named)).to.contain('NEWS2 is not offered: a plan for the last days of life is recorded');
    expect(named.renderRoot.querySelector('input')).to.equal(null);
    const chooser = await drawScorer(document.body, states['last-days-chooser']);
    expect(chooser.renderRoot.querySelector('[data-key=news2]')).to.equal(null);
    expect(textIn(chooser)).to.contain('NEWS2 · not offered: a plan for the last days of life is recorded');
  });

  it('warns where the Clinical Frailty Scale is not valid, and never stops the entry', async () => {
    const scorer = await drawScorer(document.body, states['cfs-warning']);
    for (const words of ['not validated under 65', 'learning disability', 'acutely unwell now']) {
      expect(textIn(scorer, '[aria-labelledby=parts]')).to.contain(words);
    }
    expect(textIn(scorer, '.headline')).to.contain('6 of 9 · moderate · complete');
  });

  it('says why it is what it is: inputs with dates and points, what is missing, rule, version and citation', async () => {
    const scorer = await drawScorer(document.body, states['news2-why']);
    const why = textIn(scorer, '.why');
    expect(why).to.contain('Breaths in a minute: 16 0 points · 21-Nov-2026');
    expect(why).to.contain('Temperature: not assessed: refused (asleep) no points');
    expect(why).to.contain('RCP 2017');
    expect(why).to.contain('ISBN 978-1-86016-682-2');
    await press(scorer, '.why [data-press=why]');
    expect(scorer.renderRoot.querySelector('.why')).to.equal(null);
  });

  it('is spoken once after a pause, and not when the form opens', async () => {
    const { scorer } = await openScorer('4at', port().actions);
    const live = () => scorer.renderRoot.querySelector('[role=status].spoken')?.textContent;
    const said: (string | undefined)[] = [];
    const observer = new MutationObserver(() => said.push(live()));
    observer.observe(scorer.renderRoot, { subtree: true, characterData: true, childList: true });
    for (const [key, value] of [
      ['4at/alertness', 'normal'],
      ['4at/amt4', '1'],
      ['4at/months', '7plus'],
    ] as const) {
      radio(scorer, key, value).click();
      await settled(scorer);
    }
    expect(live()).to.equal('');
    await new Promise((resolve) => {
      setTimeout(resolve, 1300);
    });
    await settled(scorer);
    observer.disconnect();
    expect([...new Set(said.filter((words) => words !== ''))]).to.deep.equal([
      '4AT: so far at least 1 of 12 · 1 part missing · already possible cognitive impairment',
    ]);
  });
});
