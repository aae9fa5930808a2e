import { expect } from '@open-wc/testing';
import type { Gap, ResidentView } from '@ehch/clinical';
import { drawCarePlan } from '../../test/draw-care-plan.ts';
import { drawEscalation } from '../../test/draw-escalation.ts';
import { drawEscalations } from '../../test/draw-escalations.ts';
import { draw, shownText } from '../../test/draw-summary.ts';
import { states as plans } from '../care-plan/care-plan.fixtures.ts';
import { states as worries } from '../escalation-button/escalation-button.fixtures.ts';
import { states as lists } from '../escalations/escalations.fixtures.ts';
import { states as settings } from '../escalations/settings.fixtures.ts';
import { everySection } from '../resident-summary/typical-resident.fixtures.ts';
import { states as summaries } from '../resident-summary/resident-summary.fixtures.ts';

const NOT_KEPT: Gap = { why: 'not-offered', what: 'lists' };
const NOTE = /Note: this server keeps no lists\. ?/g;

/**
 * The same view from a server of which each section lacks a kind of record. Alerts are of one kind: without it they were not
 * read at all.
 */
const lacking = (view: ResidentView, gap: Gap) =>
  everySection(view, (section, name) => (name === 'alerts' ? section : { ...section, gaps: [gap] }));

type Change = (view: ResidentView) => ResidentView;

/** A named state whose view is changed before it is drawn. */
function changed<S extends { readonly view?: ResidentView | null }>(state: S | undefined, change: Change) {
  if (state?.view === undefined || state.view === null) throw new Error('fixture');
  return { ...state, view: change(state.view) };
}

const summary = (name: keyof typeof summaries) => (change: Change) =>
  draw(document.body, changed(summaries[name], change));
const carePlan = (name: keyof typeof plans) => (change: Change) =>
  drawCarePlan(document.body, changed(plans[name], change));

/** Each component in a state that asks whether the record was read as a whole. */
const SHOWN: Readonly<Record<string, (change: Change) => Promise<{ readonly renderRoot: Node }>>> = {
  summary: summary('typical'),
  'care plan': carePlan('full'),
  'care plan of nothing recorded': carePlan('nothing-recorded'),
  'escalation in the last days': (change) =>
    drawEscalation(document.body, changed(worries['last-days'], change)),
  'list of threads': (change) => drawEscalations(document.body, changed(lists['open'], change)),
  'settings of a clinician': (change) =>
    drawEscalations(document.body, changed(settings['settings-variation'], change)),
};

describe('a kind of record that the server does not keep', () => {
  for (const [what, show] of Object.entries(SHOWN))
    it(`changes nothing that is shown but a note, and one that failed does: ${what}`, async () => {
      const before = shownText((await show((view) => view)).renderRoot);
      const said = shownText((await show((view) => lacking(view, NOT_KEPT))).renderRoot);
      expect(said.replace(NOTE, '')).to.equal(before.replace(NOTE, ''));
      const failed: Gap = { why: 'failed', what: 'lists' };
      expect(shownText((await show((view) => lacking(view, failed))).renderRoot)).not.to.equal(before);
    });

  it('leaves "nothing recorded" as it is, where each section says what is not kept in its own place', async () => {
    const { renderRoot } = await summary('empty')((view) => lacking(view, NOT_KEPT));
    const said = shownText(renderRoot);
    expect(said).to.match(/nothing recorded/);
    expect(said).to.match(/Nothing waits for an answer/);
    expect(said).not.to.match(/found in what was read|is not known\.|not complete/i);
  });
});
