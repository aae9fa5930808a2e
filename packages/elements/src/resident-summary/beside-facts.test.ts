import { expect } from '@open-wc/testing';
import type { SwallowingAdvice } from '@ehch/clinical';
import { draw, shownText, textOf } from '../../test/draw-summary.ts';
import { states } from './resident-summary.fixtures.ts';
import { SECTIONS, known, rec, viewOf } from './typical-resident.fixtures.ts';

describe('what stands beside a fact', () => {
  it('shows a note with the line breaks of its writer, and who wrote it', async () => {
    const summary = await draw(document.body, states['notes-and-more']);
    const note = summary.renderRoot.querySelector('[data-section=problems] .note .lines');
    expect(note?.textContent).to.equal('Worse since August.\nMemory clinic on 3 December.');
    expect(getComputedStyle(note ?? document.body).whiteSpaceCollapse).to.equal('preserve-breaks');
    expect(textOf(summary, '[data-section=problems]')).to.contain('14-Nov-2026 · Dr P. Adeyemi');
  });

  it('tells what the words leave out in one closed line with a count, which a press opens', async () => {
    const summary = await draw(document.body, states['notes-and-more']);
    const more = summary.renderRoot.querySelector<HTMLDetailsElement>('[data-section=problems] details.more');
    expect(more?.open).to.equal(false);
    expect(shownText(more ?? document.body)).to.contain('More in the record (2)');
    more?.querySelector('summary')?.click();
    expect(more?.open).to.equal(true);
    expect(more?.innerText).to.match(/body site: left hemisphere\s+stage: look in the record/);
  });

  it('sets what is dated in the future apart, below, and never lets it lead', async () => {
    const summary = await draw(document.body, states['future-dated'], { compact: true });
    expect(textOf(summary, '#weight')).to.contain('48.2 kg');
    expect(textOf(summary, '#weight')).not.to.contain('84.2 kg');
    expect(textOf(summary, '[data-section=weight]')).to.match(
      /Dated in the future 84\.2 kg.*Its date is in the future/,
    );
    expect(textOf(summary, '[data-section=glance]')).not.to.contain('84.2');
  });

  it('tells a CPR decision and its form of one day and author once, and apart where they differ', async () => {
    const one = textOf(await draw(document.body, states.typical), '[data-section=limits]');
    expect(one).to.contain('ReSPECT form: red folder, office');
    expect(one).not.to.contain('where the signed original is kept is not recorded');
    expect(one.match(/red folder/g)?.length).to.equal(1);
    const apart = textOf(await draw(document.body, states['form-of-another-day']), '[data-section=limits]');
    expect(apart).to.contain('Where the signed original is kept is not recorded; see the form below');
    expect(apart).to.contain('ReSPECT form · signed original: red folder, office');
  });

  it('says how somebody drinks and eats beside the allergies', async () => {
    const advised = await draw(document.body, states.swallowing);
    expect(textOf(advised, '[data-section=allergies]')).to.contain(
      'Swallowing: drinks level 2, food level 5 (IDDSI)',
    );
    const thickener = await draw(document.body, states.thickener);
    expect(textOf(thickener, '[data-section=allergies]')).to.contain(
      'Swallowing: thickener on the medicine list: Nutilis Clear; level not recorded',
    );
  });

  it('tells all of the advice on swallowing: what else the latest says, and the level that it leaves out', async () => {
    const of = (on: string, part: Partial<SwallowingAdvice>): SwallowingAdvice => ({
      ...rec(on),
      id: on,
      drinksLevel: null,
      foodLevel: null,
      text: null,
      ...part,
    });
    const swallowing = [
      of('2026-11-20', { drinksLevel: 2, details: ['another record of the same time: drinks level 4'] }),
      of('2026-11-01', { foodLevel: 5 }),
      of('2026-10-01', { drinksLevel: 0, text: 'Upright after meals' }),
    ];
    const story = { scores: [], statements: [], swallowing };
    const view = viewOf(SECTIONS, { function: known({ kind: 'recorded', value: story }) });
    const summary = await draw(document.body, { view });
    const line = textOf(summary, '.swallowing');
    expect(line).to.contain('drinks level 2 (IDDSI), another record of the same time: drinks level 4');
    expect(line).to.contain('food level 5 (IDDSI), 01-Nov-2026');
    expect(textOf(summary, '[data-section=function]')).to.contain(
      'Swallowing: drinks level 0 (IDDSI) · Upright after meals',
    );
  });

  it('does not say that no level is recorded where the section of the advice could not be read', async () => {
    const { view } = states.thickener;
    const failed = { state: 'failed', error: { code: 'timeout' }, at: '2026-11-21T14:20:00Z' } as const;
    const unread = { ...view, sections: { ...view.sections, function: failed } };
    const summary = await draw(document.body, { view: unread });
    expect(textOf(summary, '[data-section=allergies]')).to.contain('Nutilis Clear; level not known');
  });

  it('names a difficulty with swallowing apart from the list of medicines', async () => {
    const summary = await draw(document.body, states['difficulty-swallowing']);
    expect(textOf(summary, '[data-section=allergies]')).to.contain(
      'thickener on the medicine list: Nutilis Clear · problem: Swallowing difficulty; level not recorded',
    );
  });

  it('says the language and the interpreter once each in the row', async () => {
    const summary = await draw(document.body, states['another-language'], { compact: true });
    expect(textOf(summary, '#aboutMe')).to.contain('· Hungarian · interpreter needed');
  });

  it('calls nothing late of somebody who has died', async () => {
    for (const compact of [false, true]) {
      const summary = await draw(document.body, states['died-with-a-plan'], { compact });
      expect(shownText(summary.renderRoot)).not.to.match(/overdue/i);
    }
  });

  it('lets no machine word reach a person, in any state', async () => {
    for (const [name, state] of Object.entries(states)) {
      const text = shownText((await draw(document.body, state)).renderRoot);
      expect(text, name).not.to.match(
        /single3|imported-total|spo2-needs|outside-set|DAth|[a-z]+-\d\.\d|kg\/m2-1|· ·|undefined|\bnull\b|NaN|fact-\d/,
      );
    }
  });

  it('says what is overdue first, with the days, where it is due', async () => {
    const summary = await draw(document.body, states.overdue);
    expect(textOf(summary, '[data-section=plan]')).to.contain('Overdue 3 days: due 18-Nov-2026');
    expect(textOf(summary, '[data-section=glance]')).to.contain('Overdue 3 days: Weigh every week');
  });

  it('says one state of the whole record once', async () => {
    const withheld = await draw(document.body, states['withheld-everything']);
    const words = shownText(withheld.renderRoot);
    expect(words.match(/There may be something recorded/g)?.length).to.equal(1);
    expect(textOf(withheld, '[data-section=together-withheld]')).to.contain(
      'Withheld: sharing is not agreed Open, Alerts, Me,',
    );
    const empty = await draw(document.body, states.empty);
    expect(textOf(empty, '[data-section=together-not-recorded]')).to.contain('Nothing recorded Open, Alerts');
  });
});
