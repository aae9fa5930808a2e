import { expect } from '@open-wc/testing';
import { ROLES, seenBy, type RoleId } from '@ehch/clinical/roles';
import { draw, shownText, textOf } from '../../test/draw-summary.ts';
import { PLACE, states, toldView } from './resident-summary.fixtures.ts';

const seen = (id: RoleId, view = states.typical.view) => ({
  view: seenBy(ROLES[id], toldView({ view }), { place: PLACE }),
});
const drawnFor = (id: RoleId) => draw(document.body, seen(id));

/** Words of the typical record, by the section that has them. */
const WORDS = {
  limits: 'Not for CPR',
  open: 'More muddled than usual',
  news2: 'usual 2',
  weight: '48.2 kg',
  function: 'Barthel',
  medicines: 'furosemide',
  events: 'Found on the floor',
  people: 'Helen Ashworth',
};

describe('a summary as one role sees it', () => {
  for (const id of ['kitchen-or-domestic', 'unknown'] as const)
    it(`says to ${id} what is withheld, and reads as nothing new, none or not recorded nowhere`, async () => {
      const summary = await drawnFor(id);
      const text = shownText(summary.renderRoot);
      for (const [section, words] of Object.entries(WORDS)) expect(text, section).not.to.contain(words);
      expect(textOf(summary, '[data-section=limits]')).to.contain('withheld for your role');
      expect(textOf(summary, '[data-section=glance]')).to.match(/Not known: .*withheld for your role/);
      expect(text).not.to.match(/nothing new|nothing recorded|none recorded/i);
    });

  it('shows kitchen staff allergies and the advice on eating and drinking, and says that the rest is withheld', async () => {
    const summary = await draw(document.body, seen('kitchen-or-domestic', states.swallowing.view));
    expect(textOf(summary, '[data-section=allergies]')).to.contain('penicillin');
    const text = textOf(summary, '[data-section=function]');
    expect(text).to.contain('everything but eating and drinking withheld');
    expect(shownText(summary.renderRoot)).to.contain('Swallowing: drinks level 2, food level 5 (IDDSI)');
    expect(text).not.to.contain('Barthel');
  });

  it('shows a carer limits, open worries and medicines, and says that frailty and scores are withheld', async () => {
    const summary = await drawnFor('carer');
    const text = shownText(summary.renderRoot);
    for (const [section, words] of Object.entries(WORDS)) expect(text, section).to.contain(words);
    expect(textOf(summary, '[data-section=frailty]')).to.contain('withheld for your role');
    expect(textOf(summary, '[data-section=alerts]')).to.contain('alerts about safeguarding withheld');
  });
});
