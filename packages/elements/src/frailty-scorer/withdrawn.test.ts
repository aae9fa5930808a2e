import type { WithdrawnContent } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import { drawEscalation } from '../../test/draw-escalation.ts';
import { drawScorer, settled } from '../../test/draw-scorer.ts';
import { draw, shownText } from '../../test/draw-summary.ts';
import { openScorer, port, textIn } from '../../test/scorer-with-port.ts';
import { ESCALATION_PLACE, states as escalations } from '../escalation-button/escalation-button.fixtures.ts';
import { PLACE, states as summaries } from '../resident-summary/resident-summary.fixtures.ts';
import { states } from './frailty-scorer.fixtures.ts';

const withdrawn = (kind: WithdrawnContent['kind'], id?: string) => ({
  kind,
  ...(id === undefined ? {} : { id }),
  by: 'A. Safety',
  on: '2026-11-20',
  why: 'A cut-off was wrong.',
  instead: 'Ring the duty clinician.',
});
const WORDS = 'Withdrawn by A. Safety, 20-Nov-2026: A cut-off was wrong. Instead: Ring the duty clinician.';
const NEWS2_GONE = { ...PLACE, withdrawn: [withdrawn('instrument', 'news2')] };

describe('an instrument that the place has withdrawn', () => {
  it('is not offered in the chooser or by name, and says who, when, why and what instead', async () => {
    const named = await drawScorer(document.body, { ...states['news2-empty'], place: NEWS2_GONE });
    expect(textIn(named)).to.contain(`NEWS2 is not offered. ${WORDS}`);
    expect(named.renderRoot.querySelectorAll('.form input').length).to.equal(0);
    const chooser = await drawScorer(document.body, { ...states.chooser, place: NEWS2_GONE });
    expect(textIn(chooser)).to.contain(`not offered. ${WORDS}`);
  });

  it('goes from the screen of somebody who is answering it, and nothing is signed', async () => {
    const { scorer } = await openScorer('news2', port().actions);
    const provider = scorer.closest('ehch-provider');
    if (!provider) throw new Error('There is no provider.');
    provider.place = NEWS2_GONE;
    await settled(scorer);
    expect(textIn(scorer)).to.contain(WORDS);
    expect(scorer.renderRoot.querySelectorAll('[data-press=finish]').length).to.equal(0);
  });

  it('gives no score inside an assessment, which says so', async () => {
    const cga = await drawScorer(document.body, {
      ...states.cga,
      place: { ...PLACE, withdrawn: [withdrawn('instrument', '4at')] },
    });
    expect(textIn(cga)).to.contain(`4at gives no score here. ${WORDS}`);
  });

  it('stays visible where it was recorded, with the caution above it, open and as a row', async () => {
    for (const compact of [false, true]) {
      const summary = await draw(document.body, { ...summaries.typical, place: NEWS2_GONE }, { compact });
      const text = shownText(summary.renderRoot);
      expect(text).to.contain(`NEWS2: ${WORDS}`);
      expect(text).to.match(/NEWS2.*\b\d\b/);
    }
  });
});

describe('a ladder that the place has withdrawn', () => {
  it('advises nothing, says who withdrew it, and still says whom to ring', async () => {
    const place = { ...ESCALATION_PLACE, withdrawn: [withdrawn('ladder')] };
    const element = await drawEscalation(document.body, {
      ...escalations['worried'],
      view: escalations['worried']?.view ?? null,
      place,
    });
    const ring = shownText(element.renderRoot.querySelector('[part=ring]') as Element);
    expect(ring).to.contain(`What to do when: ${WORDS}`);
    expect(ring).not.to.contain('Somebody has to look today');
    expect(ring).to.match(/999|111/);
  });
});
