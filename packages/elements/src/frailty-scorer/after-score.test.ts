import { expect } from '@open-wc/testing';
import { drawScorer, settled } from '../../test/draw-scorer.ts';
import { openScorer, port, press, sign, textIn } from '../../test/scorer-with-port.ts';
import { states as summaryStates } from '../resident-summary/resident-summary.fixtures.ts';
import { draftOf, formNamed, states } from './frailty-scorer.fixtures.ts';

const { view, draft = null } = states['news2-complete'];

describe('after a signed score', () => {
  it('stand its total and band, what is usual, the last one with its date, her wishes and who to ring', async () => {
    const scorer = await drawScorer(document.body, states['news2-after']);
    const text = textIn(scorer, '.after-score');
    expect(text).to.match(
      /^After this score Saved on this device 14:20, not sent NEWS2: \d+ of 20 · \S+ · complete/,
    );
    expect(text).to.contain('3 in at least one part');
    expect(text).to.match(/Usual \d+|Usual not set/);
    expect(text).to.match(/Last one: .*\d\d-[A-Z][a-z]{2}-2026/);
    expect(text).to.contain('Agreed limits of treatment');
    expect(text).to.contain('Not for CPR This is about CPR only');
    expect(text).to.contain('Oxygen saturation scale 1');
    expect(text).to.match(/Ring now: .+\. If her life is in danger, ring 999/);
  });

  it('stands before what can be done with the paper, and takes the focus: on a telephone it is the first thing seen', async () => {
    const { scorer } = await openScorer('news2', port().actions, { draft });
    await press(scorer, '[data-press=finish]');
    const [first, second] = scorer.renderRoot.querySelectorAll('.after-score, .finish');
    expect(first?.className).to.contain('after-score');
    expect(second?.className).to.contain('finish');
    expect(scorer.shadowRoot?.activeElement === first).to.equal(true);
  });

  it('says what the parts that are known reach already, while others are missing', async () => {
    const { scorer } = await openScorer('news2', port().actions, {
      draft: draftOf(formNamed('news2'), {
        'news2/rr': 26,
        'news2/sbp': 88,
        'news2/pulse': 133,
        'news2/acvpu': 'V',
      }),
    });
    await sign(scorer);
    expect(textIn(scorer, '.after-score')).to.contain(
      'so far at least 12 of 20 · 3 parts missing · already high',
    );
    expect(textIn(scorer, '.after-score')).to.contain('Ring now:');
  });

  it('sends nobody to the telephone for a number that asks for nothing, and keeps no worry from it', async () => {
    const { scorer } = await openScorer('news2', port().actions, { draft });
    await sign(scorer);
    const text = textIn(scorer, '.after-score');
    expect(text).to.contain('NEWS2: 0 of 20');
    expect(text).to.contain('If you are worried about her, ring now:');
    expect(text).not.to.contain('Ring now');
  });

  it('leaves whom to ring in the last days to the line that the limits name', async () => {
    const { view: lastDays } = summaryStates['last-days'];
    const { scorer } = await openScorer('4at', port().actions, {
      view: lastDays,
      draft: draftOf(formNamed('4at'), { '4at/alertness': 'abnormal' }),
    });
    await sign(scorer);
    expect(textIn(scorer, '.after-score')).to.contain('Whom to ring in the last days:');
    expect(textIn(scorer, '.after-score')).not.to.contain('999');
  });

  it('is nothing before it is signed, and nothing for a whole assessment', async () => {
    const before = await drawScorer(document.body, states['news2-complete']);
    expect(before.renderRoot.querySelectorAll('.after-score').length).to.equal(0);
    const { scorer } = await openScorer('cga', port().actions, { draft: states['cga-plan'].draft ?? null });
    await press(scorer, '[data-press=finish]');
    expect(scorer.renderRoot.querySelectorAll('.after-score').length).to.equal(0);
  });

  it('never turns a missing or failed record into "none"', async () => {
    const { scorer } = await openScorer('news2', port().actions, {
      draft,
      view: null,
      resident: 'resident-1',
    });
    await press(scorer, '[data-press=finish]');
    expect(textIn(scorer, '.after-score')).to.contain('The last one is not known here.');
    expect(textIn(scorer, '.after-score')).to.contain('If you are worried about them, ring now:');
    expect(textIn(scorer, '.after-score')).to.contain('This does not mean full escalation.');
    const failed = { state: 'failed', error: { code: 'timeout' }, at: '2026-11-21T14:05:00Z' } as const;
    const broken = view && { ...view, sections: { ...view.sections, limits: failed } };
    const { scorer: other } = await openScorer('news2', port().actions, { draft, view: broken ?? null });
    await press(other, '[data-press=finish]');
    expect(textIn(other, '.after-score')).to.contain('could not be loaded');
  });

  it('asks for limits that could not be loaded again, and shows them when they come', async () => {
    const failed = { state: 'failed', error: { code: 'timeout' }, at: '2026-11-21T14:05:00Z' } as const;
    if (view === undefined) throw new Error('fixture');
    const broken = { ...view, sections: { ...view.sections, limits: failed } };
    const { scorer } = await openScorer('news2', port().actions, { draft, view: broken });
    await press(scorer, '[data-press=finish]');
    const asked: unknown[] = [];
    scorer.addEventListener('ehch-retry', ({ resident, section }) => asked.push([resident, section]));
    await press(scorer, { kind: 'read-again', section: 'limits' });
    expect(asked).to.deep.equal([[view.resident, 'limits']]);
    scorer.view = view;
    await settled(scorer);
    expect(textIn(scorer, '.after-score')).to.contain('Not for CPR This is about CPR only');
  });

  it('has a place at its end for what the page puts there', async () => {
    const { scorer } = await openScorer('news2', port().actions, { draft });
    const escalation = document.createElement('p');
    escalation.slot = 'escalation';
    scorer.append(escalation);
    await press(scorer, '[data-press=finish]');
    expect(escalation.assignedSlot?.parentElement?.className).to.contain('after-score');
  });
});

describe('the signature', () => {
  it('names everybody who answered, and not one person twice', async () => {
    const one = draftOf(formNamed('news2'), { 'news2/rr': 22, 'news2/spo2': 93 });
    const by = { name: 'Sam Okoro', role: 'care assistant' };
    const [first, second] = Object.entries(one.answers);
    if (!first || !second) throw new Error('The fixture changed.');
    const answers = Object.fromEntries([first, [second[0], { ...second[1], by }]]);
    const { scorer } = await openScorer('news2', port().actions, { draft: { ...one, answers } });
    expect(textIn(scorer, '.answered-by')).to.equal(
      'Answers by Grace Mensah, registered nurse (1) · Sam Okoro, care assistant (1).',
    );
    await press(scorer, '[data-press=finish]');
    await press(scorer, '[data-press=finish]');
    expect(textIn(scorer, '.finish')).to.contain('Sam Okoro');
    const alone = await drawScorer(document.body, states['news2-complete']);
    await settled(alone);
    expect(alone.renderRoot.querySelectorAll('.answered-by').length).to.equal(0);
  });
});
