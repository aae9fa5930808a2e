import { finishForm } from '@ehch/clinical/assessment';
import { openForm } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import { expect } from '@open-wc/testing';
import { drawScorer, settled } from '../../test/draw-scorer.ts';
import { holdTimers } from '../../test/held-timers.ts';
import { openScorer, port, press, radio, textIn } from '../../test/scorer-with-port.ts';
import { PLACE } from '../resident-summary/resident-summary.fixtures.ts';
import type { FrailtyScorer } from './frailty-scorer.ts';
import { NOW, NURSE, draftOf, formNamed, states } from './frailty-scorer.fixtures.ts';

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
      'NEWS2: 3 of 20 · low-medium · complete · 3 in at least one part',
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
    expect(named.renderRoot.querySelectorAll('input').length).to.equal(0);
    const chooser = await drawScorer(document.body, states['last-days-chooser']);
    expect(chooser.renderRoot.querySelectorAll('[data-key=news2]').length).to.equal(0);
    expect(textIn(chooser)).to.contain('NEWS2 · not offered: a plan for the last days of life is recorded');
  });

  it('warns where the Clinical Frailty Scale is not valid, and never stops the entry', async () => {
    const scorer = await drawScorer(document.body, states['cfs-warning']);
    for (const words of [
      'not validated under 65',
      'learning disability',
      'acutely unwell when it was judged',
    ]) {
      expect(textIn(scorer, '[aria-labelledby=parts]')).to.contain(words);
    }
    expect(textIn(scorer, '.headline')).to.contain('6 of 9 · group of levels 4 to 6 · complete');
  });

  it('has one version on screen: the one that was answered, not the one that the form is made for', async () => {
    const draft = draftOf(formNamed('cfs'), { 'cfs/level': 6, 'cfs/version': '1.2' });
    const { scorer } = await openScorer('cfs', port().actions, { draft });
    expect(textIn(scorer, '.bar')).to.contain('CFS version 1.2');
    expect(textIn(scorer, '.bar')).not.to.contain('2.0');
  });

  it('of an assessment counts what is to be asked in one way everywhere', async () => {
    const scorer = await drawScorer(document.body, states['cga-partly']);
    const [, toAsk] = /known, (\d+) to ask/.exec(textIn(scorer, '.title')) ?? [];
    expect(toAsk).to.not.equal(undefined);
    expect(textIn(scorer, '.finish')).to.contain(
      `${toAsk} questions not answered. You can finish without them.`,
    );
    const read = await drawScorer(document.body, { ...states['cga-partly'], readOnly: true });
    expect(textIn(read, '.title')).not.to.contain('to ask');
  });

  it('says why it is what it is: inputs with dates and points, what is missing, rule, version and citation', async () => {
    const scorer = await drawScorer(document.body, states['news2-why']);
    const why = textIn(scorer, '.why');
    expect(why).to.contain('Breaths in a minute: 16 0 points · 21-Nov-2026');
    expect(why).to.contain('Temperature: not assessed: refused (asleep) no points');
    expect(why).to.contain('RCP 2017');
    expect(why).to.contain('ISBN 978-1-86016-682-2');
    expect(why).to.not.contain('missing');
    const part = { ...states['news2-incomplete'], press: ['[data-press=explain]'] };
    const lacking = textIn(await drawScorer(document.body, part), '.why');
    expect(lacking).to.contain('Pulse, beats a minute: missing');
    expect(lacking).to.contain('Breaths in a minute: 22');
    await press(scorer, { kind: 'explain', key: null });
    expect(scorer.renderRoot.querySelectorAll('.why').length).to.equal(0);
  });

  it('is spoken with the question of what was refused: whoever listens sees no place', async () => {
    const { scorer } = await openScorer('news2', port().actions);
    const pauses = holdTimers(1000);
    const field = scorer.renderRoot.querySelector<HTMLInputElement>('[data-key="news2/rr"] input');
    if (field === null) throw new Error('no field');
    field.value = '1,8';
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await settled(scorer);
    pauses.release();
    await settled(scorer);
    const said = scorer.renderRoot.querySelector('[role=status].spoken')?.textContent;
    expect(said).to.match(/^Breaths in a minute: write a point and no comma/);
  });

  it('is spoken once after a pause, and not when the form opens', async () => {
    const { scorer } = await openScorer('4at', port().actions);
    const live = () => scorer.renderRoot.querySelector('[role=status].spoken')?.textContent;
    const said: (string | undefined)[] = [];
    const observer = new MutationObserver(() => said.push(live()));
    observer.observe(scorer.renderRoot, { subtree: true, characterData: true, childList: true });
    const pauses = holdTimers(1000);
    for (const [key, value] of [
      ['4at/alertness', 'normal'],
      ['4at/amt4', '1'],
      ['4at/months', '7plus'],
    ] as const) {
      radio(scorer, key, value).click();
      await settled(scorer);
    }
    expect(live()).to.equal('');
    // What an earlier press would have said comes before it: its pause began earlier.
    pauses.release();
    await settled(scorer);
    observer.disconnect();
    expect([...new Set(said.filter((words) => words !== ''))]).to.deep.equal([
      '4AT: so far at least 1 of 12 · 1 part missing · already possible cognitive impairment',
    ]);
  });
});

describe('oxygen saturation scale 2 of NEWS2', () => {
  const scale2 = (scorer: FrailtyScorer) =>
    scorer.renderRoot.querySelector('[data-key="news2/scale"] input[value="2"]') !== null;
  const offered = { ...PLACE, instruments: { news2: { settings: { scale2: 'offered' } } } };

  it('is not for everybody to choose: it says how it is set, and scale 1 is said to be assumed', async () => {
    const { scorer } = await openScorer('news2', port().actions, {
      draft: draftOf(formNamed('news2'), { 'news2/spo2': 90 }),
    });
    expect(scale2(scorer)).to.equal(false);
    expect(textIn(scorer, '[data-key="news2/scale"]')).to.contain('ask who set the target');
    expect(textIn(scorer, '[aria-labelledby=parts]')).to.contain(
      'oxygen saturation on scale 1, as no scale was given',
    );
  });

  it('is offered where the place says so, and where it was recorded for this person the last time', async () => {
    const at = await drawScorer(document.body, { ...states['news2-empty'], place: offered });
    expect(scale2(at)).to.equal(true);
    const last = finishForm(
      openForm(formNamed('news2'), draftOf(formNamed('news2'), { 'news2/scale': '2' })),
      {
        at: NOW,
        by: NURSE,
      },
    );
    const { scorer } = await openScorer('news2', port().actions, { previous: last });
    expect(scale2(scorer)).to.equal(true);
    expect(scorer.renderRoot.querySelectorAll(':checked').length).to.equal(0);
  });

  it('waits for a person where a target is recorded: both numbers, no band, and who set it when', async () => {
    const target = {
      id: 'target',
      on: '2026-10-12',
      by: { name: 'Dr A. Rahman', role: 'GP' },
      source: { label: 'GP record' },
      cautions: [],
      low: 88,
      high: 92,
      scale: 2,
      text: '88–92 %',
    } as const;
    const { view } = states['news2-empty'];
    if (view === null || view === undefined) throw new Error('the state has a view');
    const value = { scores: [], usual: null, observations: [], target };
    const news2 = {
      state: 'known',
      content: { kind: 'recorded', value },
      asOf: NOW,
      freshness: 'current',
      refresh: { state: 'idle' },
      gaps: [],
    } as const;
    const { scorer } = await openScorer('news2', port().actions, {
      view: { ...view, sections: { ...view.sections, news2 } },
      draft: draftOf(formNamed('news2'), {
        'news2/rr': 18,
        'news2/spo2': 88,
        'news2/oxygen': true,
        'news2/sbp': 105,
        'news2/pulse': 95,
        'news2/acvpu': 'A',
        'news2/temp': 38.4,
      }),
    });
    expect(scale2(scorer)).to.equal(true);
    expect(textIn(scorer, '[data-key="news2/scale"]')).to.contain(
      'Recorded: 88–92 %, which is scale 2, 12-Oct-2026, Dr A. Rahman, GP. No band stands until you say',
    );
    expect(textIn(scorer, '.headline')).to.contain('so far at least 5 of 20');
    expect(textIn(scorer, '[aria-labelledby=parts]')).to.contain('8 on scale 1, 5 on scale 2');
    radio(scorer, 'news2/scale', '2').click();
    await scorer.updateComplete;
    expect(textIn(scorer, '.headline')).to.contain('5 of 20 · medium · complete');
    expect(textIn(scorer, '[data-key="news2/scale"]')).to.contain('which is scale 2, 12-Oct-2026');
    expect(textIn(scorer, '[data-key="news2/scale"]')).not.to.contain('No band stands');
    expect(textIn(scorer, '[aria-labelledby=parts]')).to.contain('Oxygen saturation scale 2.');
  });

  it('that was chosen elsewhere is shown and counts', async () => {
    const { scorer } = await openScorer('news2', port().actions, {
      draft: draftOf(formNamed('news2'), { 'news2/spo2': 97, 'news2/oxygen': true, 'news2/scale': '2' }),
    });
    expect(radio(scorer, 'news2/scale', '2').checked).to.equal(true);
    expect(textIn(scorer, '.headline')).to.contain('at least 5 of 20');
  });
});

describe('answers of an earlier hour', () => {
  it('are said to be that when a form goes on from them', async () => {
    const draft = { ...draftOf(formNamed('news2'), { 'news2/rr': 16 }), changedAt: '2026-11-20T14:20:00Z' };
    const { scorer } = await openScorer('news2', port().actions, { draft });
    expect(textIn(scorer)).to.contain('Goes on from answers given up to 20-Nov-2026 14:20.');
    const { scorer: now } = await openScorer('news2', port().actions, {
      draft: { ...draft, changedAt: NOW },
    });
    expect(textIn(now)).not.to.contain('Goes on from');
  });

  it('are scored with the age of then', async () => {
    const { scorer } = await openScorer('cfs', port().actions, {
      draft: { ...draftOf(formNamed('cfs'), { 'cfs/level': 5 }), assessedAt: '2006-07-13T10:00:00Z' },
    });
    expect(textIn(scorer, '[aria-labelledby=parts]')).to.contain('not validated under 65');
  });
});
