import { expect, waitUntil } from '@open-wc/testing';
import { drawProvider } from '../../test/draw-summary.ts';
import { settled } from '../../test/draw-scorer.ts';
import { port, press, radio, textIn } from '../../test/scorer-with-port.ts';
import { assessments } from './assessments/index.ts';
import { FrailtyScorer } from './frailty-scorer.ts';
import { NURSE, draftOf, formNamed, states } from './frailty-scorer.fixtures.ts';
import { IMPORTED } from './imported-form.fixtures.ts';
import { ownAssessments } from './own-assessments.ts';
import type { Assessments } from './own-assessments.ts';

interface Asked {
  readonly come: () => Promise<void>;
  readonly fail: () => Promise<void>;
}

/** A scorer on a page that has no assessments of ours yet. The test brings them. */
class BareScorer extends FrailtyScorer {
  readonly asked: Asked[] = [];

  protected override loadAssessments(): Promise<Assessments> {
    return new Promise((resolve, reject) => {
      this.asked.push({
        come: () => this.#after(() => resolve(assessments)),
        fail: () => this.#after(() => reject(new TypeError('Failed to fetch'))),
      });
    });
  }

  async #after(act: () => void): Promise<void> {
    act();
    await settled(this);
  }
}
customElements.define('bare-scorer', BareScorer);

const { view } = states['news2-empty'];
const other = { resident: 'resident-9', view: { ...view, resident: 'resident-9' } };

async function bare(part: Partial<BareScorer>) {
  const ports = port();
  const scorer = new BareScorer();
  Object.assign(scorer, { view, author: NURSE, ...part });
  drawProvider({ actions: ports.actions }).append(scorer);
  await settled(scorer);
  return { scorer, ...ports };
}

describe('the kit’s own assessments', () => {
  it('are said to be coming, with the resident’s name and nothing to answer, and are then there', async () => {
    const { scorer } = await bare({ assessment: '4at' });
    expect(textIn(scorer)).to.match(/ASHWORTH.*Loading the assessments\.$/);
    expect(
      scorer.renderRoot.querySelectorAll(':is(input, textarea, button):not(.kit-foot *)').length,
    ).to.equal(0);
    await scorer.asked[0]?.come();
    radio(scorer, '4at/amt4', '1').click();
    await settled(scorer);
    expect(textIn(scorer, '.headline')).to.contain('4AT: so far at least 1');
  });

  it('are asked for once, for a choice as for a form, also while they are on their way', async () => {
    const { scorer } = await bare({});
    for (const assessment of ['news2', null, 'cga']) {
      scorer.assessment = assessment;
      await settled(scorer);
    }
    expect(scorer.asked.length).to.equal(1);
    await scorer.asked[0]?.come();
    expect(textIn(scorer)).to.contain('Comprehensive geriatric assessment');
    expect(scorer.asked.length).to.equal(1);
  });

  it('open the form of whoever is in front when they come, and of nobody before', async () => {
    const { scorer, saved } = await bare({ assessment: '4at' });
    Object.assign(scorer, other);
    await settled(scorer);
    await scorer.asked[0]?.come();
    radio(scorer, '4at/amt4', '1').click();
    await settled(scorer);
    expect(saved.map(({ resident }) => resident)).to.deep.equal(['resident-9']);
  });

  it('open nothing where the data turn out to be about somebody else meanwhile', async () => {
    const { scorer } = await bare({ assessment: '4at' });
    scorer.resident = 'resident-9';
    await settled(scorer);
    await scorer.asked[0]?.come();
    expect(textIn(scorer)).to.contain('about another resident. Nothing of them is shown.');
    expect(scorer.renderRoot.querySelectorAll('.form').length).to.equal(0);
  });

  it('that cannot be fetched are said to be missing, and are asked for again by a press alone', async () => {
    const { scorer } = await bare({ assessment: '4at' });
    await scorer.asked[0]?.fail();
    expect(textIn(scorer, '[role=alert]')).to.equal(
      'The assessments could not be loaded. If another try does not help, reload this page: some browsers do not ask twice.',
    );
    scorer.assessment = 'news2';
    await settled(scorer);
    expect(scorer.asked.length).to.equal(1);
    await press(scorer, '[data-press=fetch-assessments]');
    expect(textIn(scorer)).to.contain('Loading the assessments');
    await scorer.asked[1]?.come();
    expect(textIn(scorer, '.headline')).to.contain('NEWS2: not answered yet');
  });

  it('are not waited for by a form of somebody else, which is answered, totalled, kept and finished', async () => {
    const { scorer, saved, intents } = await bare({ form: IMPORTED, layout: 'page' });
    radio(scorer, 'sleep', 'poor').click();
    radio(scorer, 'appetite', 'less').click();
    const field = scorer.renderRoot.querySelector('textarea');
    if (field === null) throw new Error('no field');
    field.value = 'slept in the chair';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(scorer);
    await press(scorer, '[data-key=sum] [data-press=explain]');
    expect(textIn(scorer, '.why')).to.contain('2 · complete');
    await press(scorer, '[data-press=finish]');
    expect(saved.length).to.be.greaterThan(0);
    const what = intents[0]?.what;
    expect(what?.kind === 'finish-assessment' ? what.assessment.totals : null).to.deep.equal({ sum: 2 });
    expect(scorer.asked).to.deep.equal([]);
  });

  it('are waited for by a form of somebody else that holds an instrument or a rule of ours', async () => {
    for (const form of [formNamed('4at'), formNamed('cga')]) {
      const { scorer } = await bare({ form });
      expect(scorer.asked.length).to.equal(1);
      expect(scorer.renderRoot.querySelectorAll('.form').length).to.equal(0);
      await scorer.asked[0]?.come();
      expect(scorer.renderRoot.querySelectorAll('.form').length).to.be.at.least(1);
    }
  });

  it('come for what people said otherwise; where they do not, the form is not finished over it', async () => {
    const [said, other] = ['poor', 'good'].map(
      (sleep) => draftOf(IMPORTED, { sleep }).answers['sleep'] ?? null,
    );
    const draft = {
      ...draftOf(IMPORTED, { words: { type: 'text', value: 'slept in the chair' } }),
      disputed: { answers: { sleep: [said ?? null, other ?? null] }, decisions: {}, assessedAt: null },
    };
    const { scorer, intents } = await bare({ form: IMPORTED, draft });
    expect(scorer.asked.length).to.equal(1);
    await scorer.asked[0]?.fail();
    await press(scorer, '[data-press=finish]');
    expect(textIn(scorer, '#stops')).to.contain('Sleep in the last week was answered in different ways');
    expect(intents).to.deep.equal([]);
  });

  it('come for a copy at the press; where they do not, nothing is copied and that is said', async () => {
    const { scorer } = await bare({ form: IMPORTED });
    await press(scorer, '[data-press=copy]');
    await scorer.asked[0]?.fail();
    expect(textIn(scorer, '.finish')).to.contain('Nothing was copied or printed');
    await press(scorer, '[data-press=copy]');
    await scorer.asked[1]?.come();
    // The browser's own clipboard answers in its own time.
    const answered = /Copied\.|The clipboard could not be reached/;
    await waitUntil(() => answered.test(textIn(scorer, '.finish')), 'it is said', { timeout: 10_000 });
    expect(textIn(scorer, '.finish')).not.to.contain('Nothing was copied');
  });

  it('that come for a copy when somebody else is in front copy nothing and show nothing', async () => {
    const copied: string[] = [];
    const clipboard = { writeText: (text: string) => Promise.resolve(copied.push(text)) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    const { scorer } = await bare({ form: IMPORTED });
    await press(scorer, '[data-press=copy]');
    Object.assign(scorer, other);
    await settled(scorer);
    await scorer.asked[0]?.come();
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(copied).to.deep.equal([]);
    expect(textIn(scorer, '.finish')).not.to.match(/Copied|clipboard|Nothing was copied/);
  });

  it('are at hand at once where the page has imported them', () => {
    expect(ownAssessments()).to.equal(assessments);
  });
});
