import { expect } from '@open-wc/testing';
import { controlIn } from '../../test/controls.ts';
import { drawScorer, settled } from '../../test/draw-scorer.ts';
import { shownText } from '../../test/draw-summary.ts';
import { bringInFront } from '../../test/in-front.ts';
import { pressKeys } from '../../test/keys.ts';
import type { EhchAssessmentFinishedEvent } from './events.ts';
import type { FrailtyScorer } from './frailty-scorer.ts';
import { states } from './frailty-scorer.fixtures.ts';

function focused(scorer: FrailtyScorer): HTMLElement | null {
  const { shadowRoot } = scorer;
  return shadowRoot?.activeElement instanceof HTMLElement ? shadowRoot.activeElement : null;
}

/** Goes on with the Tab key until the focus is at something; nothing else than keys is used. */
async function tabTo(scorer: FrailtyScorer, found: (element: HTMLElement) => boolean): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    await pressKeys('Tab');
    const at = focused(scorer);
    if (at !== null && found(at)) return;
  }
  throw new Error('The Tab key does not lead there.');
}

function inItem(key: string) {
  return (element: HTMLElement) =>
    element.closest<HTMLElement>('[data-key]')?.dataset['key'] === key && element.matches('input');
}

/** Types a number, or goes so many options down from the first. */
async function answer(scorer: FrailtyScorer, key: string, how: string | number): Promise<void> {
  await tabTo(scorer, inItem(key));
  if (typeof how === 'string') await pressKeys(...how.split(''));
  else await pressKeys('Space', ...Array.from({ length: how }, () => 'ArrowDown'));
  await settled(scorer);
}

async function finish(scorer: FrailtyScorer): Promise<EhchAssessmentFinishedEvent | undefined> {
  const events: EhchAssessmentFinishedEvent[] = [];
  scorer.addEventListener('ehch-assessment-finished', (event) => events.push(event));
  await tabTo(scorer, (element) => element.matches('[data-press=finish]'));
  await pressKeys('Enter');
  await settled(scorer);
  return events[0];
}

describe('the scorer by keyboard alone', () => {
  before(bringInFront);

  it('is filled in and signed: NEWS2', async function () {
    this.timeout(60_000);
    const scorer = await drawScorer(document.body, states['news2-empty']);
    await answer(scorer, 'news2/rr', '22');
    await answer(scorer, 'news2/spo2', '95');
    await answer(scorer, 'news2/scale', 0);
    await answer(scorer, 'news2/oxygen', 1);
    await answer(scorer, 'news2/sbp', '124');
    await answer(scorer, 'news2/pulse', '92');
    await answer(scorer, 'news2/acvpu', 1);
    await answer(scorer, 'news2/temp', '37.2');
    await tabTo(scorer, (element) => element.matches('[type=radio]'));
    await pressKeys('Space');
    await settled(scorer);
    expect(shownText(scorer.renderRoot.querySelector('.headline') ?? scorer)).to.equal(
      'NEWS2: 7 of 20 · high · complete · 3 in at least one part',
    );
    const event = await finish(scorer);
    expect(event?.assessment.scores[0]?.total).to.equal(7);
  });

  it('is filled in and signed: 4AT', async function () {
    this.timeout(60_000);
    const scorer = await drawScorer(document.body, { ...states['news2-empty'], assessment: '4at' });
    await answer(scorer, '4at/alertness', 2);
    await answer(scorer, '4at/amt4', 3);
    await answer(scorer, '4at/months', 0);
    await answer(scorer, '4at/acute', 0);
    const event = await finish(scorer);
    expect(event?.assessment.scores[0]?.total).to.equal(10);
    expect(event?.assessment.scores[0]?.band).to.equal('possible-delirium');
  });

  it('goes to the explanation of a score and back to where it was asked', async () => {
    const scorer = await drawScorer(document.body, states['news2-complete']);
    await tabTo(scorer, (element) => element.matches('[data-press=explain]'));
    await pressKeys('Enter');
    await settled(scorer);
    expect(focused(scorer)?.matches('.why')).to.equal(true);
    await tabTo(scorer, (element) => element.matches('.why button'));
    await pressKeys('Enter');
    await settled(scorer);
    expect(focused(scorer)?.matches('[data-press=explain]')).to.equal(true);
  });

  it('stays with a candidate problem that is accepted, opened again and dismissed', async () => {
    const scorer = await drawScorer(document.body, { ...states['cga-plan'], press: [] });
    await tabTo(scorer, (element) => element.textContent.includes('Suggested problems'));
    await pressKeys('Enter');
    await settled(scorer);
    await tabTo(
      scorer,
      (element) => element === controlIn(scorer.renderRoot, { kind: 'decide-problem', how: 'accept' }),
    );
    const rule = focused(scorer)?.closest<HTMLElement>('[data-rule]')?.dataset['rule'];
    await pressKeys('Enter');
    await settled(scorer);
    expect(focused(scorer)).to.equal(
      controlIn(scorer.renderRoot, { kind: 'decide-problem', how: 'undecide', rule }),
    );
    await pressKeys('Enter');
    await settled(scorer);
    await tabTo(
      scorer,
      (element) =>
        element.matches(`[data-rule="${rule}"] button[data-press=word-problem]`) &&
        element.textContent.includes('Not'),
    );
    await pressKeys('Enter');
    await settled(scorer);
    await pressKeys('k', 'n', 'o', 'w', 'n', 'Tab', 'Enter');
    await settled(scorer);
    expect(shownText(scorer.renderRoot.querySelector(`[data-rule="${rule}"]`) ?? scorer)).to.contain(
      'Not a problem: known',
    );
  });

  it('goes between sections with the arrows, Home and End, and one Tab leads past them', async () => {
    const scorer = await drawScorer(document.body, states.cga);
    await tabTo(scorer, (element) => element.matches('[role=tab]'));
    const chosen = () =>
      shownText(scorer.renderRoot.querySelector('[aria-selected=true]') ?? scorer).replace(/ \d.*/, '');
    expect(chosen()).to.equal('This assessment');
    await pressKeys('ArrowRight');
    await settled(scorer);
    expect(chosen()).to.equal('About me');
    expect(focused(scorer)?.textContent).to.contain('About me');
    await pressKeys('End');
    await settled(scorer);
    expect(chosen()).to.equal('Plan');
    await pressKeys('ArrowRight', 'Home', 'ArrowLeft');
    await settled(scorer);
    expect(chosen()).to.equal('Plan');
    await pressKeys('Tab');
    expect(focused(scorer)?.matches('[role=tab]')).to.equal(false);
  });
});
