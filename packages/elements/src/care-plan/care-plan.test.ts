import type { ResidentView } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import { checkStates } from '../../test/check-states.ts';
import { drawCarePlan, settled, takeStep } from '../../test/draw-care-plan.ts';
import { retryIn } from '../../test/retry-in.ts';
import { shownText } from '../../test/shown-text.ts';
import type { ConversationStage } from '@ehch/clinical/care-plan';
import { conversationAt, full, readStates } from './care-plan.fixtures.ts';
import type { CarePlanState } from './care-plan.fixtures.ts';
import { CarePlanCard } from './index.ts';

type StateName = keyof typeof readStates;

async function text(name: StateName): Promise<string> {
  return shownText((await drawCarePlan(document.body, readStates[name])).renderRoot);
}

/** What each state says, in words. */
const SAYS: Readonly<Record<StateName, readonly RegExp[]>> = {
  full: [
    /Not for CPR This is about CPR only; all other treatment is decided on its own\./,
    /Signed original: Red folder, office · signed by Dr P\. Adeyemi, 02-Jun-2026 · original seen by Grace Mensah/,
    /ReSPECT form: In force, ▲ past its review day Where the signed original is kept is not recorded/,
    /made in hospital · Overdue 68 days: review by 14-Sep-2026/,
    /Agreed with herself and Ruth Marlow, 20-Nov-2026/,
    /Chest infection Antibiotics by mouth, sit her up Stay here The practice, same day/,
    /Conversation about the future: Agreed · with herself and her wife · 20-Nov-2026/,
    /Before: Not now · “Her brother had died that week”/,
    /Ruth Marlow, wife, registered, decides jointly with another document seen by Grace Mensah/,
    /Plan due Tue 01-Dec-2026: .* Why\?/,
    /How I communicate Wait\. I answer after a while\. said by herself/,
    /What calms me The window on the garden side, and the wireless\. said by her wife/,
    /How I show pain I go quiet and hold my left hand\. said by her wife/,
    /What matters to me My garden\. Being asked, not told\. said by herself/,
    /My pronouns She, her/,
    /Today: Stand at the rail, twice With: Amy, after breakfast said by herself/,
    /Ask the physiotherapist about a lighter frame · Grace Mensah · Overdue 2 days: due 19-Nov-2026 · To do/,
    /In the home · morphine, midazolam, glycopyrronium · Locked cupboard, first floor · expires Mar-2027/,
    /May be given by: Registered nurses; the district nurses at night · checked 16-Nov-2026/,
    /Where to live: Has capacity for this decision · assessed by Dr P\. Adeyemi, 02-Jun-2026/,
    /Managing money: Not assessed/,
    /Deprivation of liberty safeguards: Authorised .* ▲ ended 15-Nov-2026/,
    /Neil Marlow · nephew ▲ Must NOT be told: Where she keeps her money May be told: How she is/,
    /Shared for: Direct care/,
    /Helped to make it: herself, She chose the words/,
    /Next review 20-Feb-2027/,
    /Last changed 20-Nov-2026 14:31 by Grace Mensah/,
  ],
  'nothing-recorded': [
    /No agreed limits are recorded here\. This does not mean full escalation\./,
    /No decision about CPR is recorded here\. That is not a decision for or against CPR\./,
    /What to do if the resident becomes unwell is not recorded\./,
    /No goal of the resident’s own is recorded\./,
    /Nobody to contact is recorded\./,
  ],
  'not-read': [
    /If I become unwell could not be loaded: no answer in time/,
    /What is recorded is not known\. Look for the signed form\./,
    /What to do in each situation: could not be loaded/,
    /Goals, actions, capacity, medicines for the last days and reviews are not known here\./,
  ],
  loading: [/If I become unwell loading/, /The rest of the plan loading/],
  withheld: [
    /The rest of the plan withheld: sharing is not agreed/,
    /People, and who may be told what withheld for your role/,
  ],
  'limits-failed': [/What is recorded is not known\. Look for the signed form\./, /Chest infection/],
  'limits-disagree': [
    /Records disagree about CPR\. Go by the signed original, and if you cannot see it ring/,
    /Record 1: .*For CPR .*Record 2: .*Not for CPR/,
  ],
  'plan-disagrees': [
    /What to do in each situation: records disagree\. All are shown below\./,
    /Plan, record 1: .*Chest infection.*Plan, record 2:/,
  ],
  'not-now': [
    /Conversation about the future: Not now · “She is grieving\. Ask again in spring\.” · with herself/,
  ],
  declined: [/Conversation about the future: Declined · “She does not want to talk of it”/],
  objection: [/▲ Objects to sharing: Not with the hospital/, /Shared for: Objection recorded/],
  proposal: [
    /Proposed\. NOT in force until somebody who may decide has taken it over\. Decision about CPR: CPR: Attempt CPR/,
    /Made in: Hospital Grace Mensah, registered nurse/,
    /Not for CPR This is about CPR only/,
  ],
  overdue: [/▲ Overdue\. Plan was due Wed 11-Nov-2026/],
  'of-another-system': [
    /This source does not tell the lines of a plan\. There may be more\./,
    /What to do in each situation: this source does not tell it\. Ask\./,
    /Weigh weekly · Rowan Court · due 30-Nov-2026/,
  ],
  stale: [/Plan as of 18-Nov-2026 08:40 \(3 days old\)/, /If I become unwell as of 18-Nov-2026 08:40/],
  'refresh-failed': [/Plan could not be updated: no connection/],
  'not-complete': [/Not complete: answered forms could not be loaded\./],
  expired: [
    /not registered: no authority yet/,
    /In the home · morphine, midazolam · where is not recorded · ▲ expired Sep-2026/,
    /May be given by: not recorded · never recorded as checked/,
    /▲ ended 31-Oct-2026/,
    /Weigh weekly · no owner recorded · Overdue 12 days: due 09-Nov-2026/,
    /Overdue 51 days: next review 01-Oct-2026/,
    /On what basis the plan is shared is not recorded\./,
  ],
  'last-days': [/Last days of life: Keep her comfortable here\./, /Whom to ring in the last days:/],
  died: [/This plan ended with the death of the resident\. It is kept to be read\./],
  'same-name': [/Another ASHFORTH, Margaret \(Miss\) lives here/],
  'contacts-on-their-way': [
    /People, and who may be told what not complete Not complete: (?!.*Nobody to contact)/,
    /Named in the plan Ruth Marlow (?!.*not among the contacts)/,
  ],
  'told-to-nobody-listed': [
    /Named in the plan, and not among the contacts Derek Hale ▲ Must NOT be told: Anything at all/,
    /Ruth Marlow .*What may be told is not recorded\. Ask before you tell\./,
  ],
  'number-ended': [/Helen Ashworth · daughter · next of kin, first contact · 07700 900118/],
  'no-sections': [/answer not understood/],
  'lines-without-place': [
    /Also in the plan One choice: Choice: Stay upstairs/,
    /No longer so \(1\) A goal of mine: What I want to do again: I want to sing/,
  ],
  longest: [/A fall agreed with: not recorded/],
  decision: [
    /Whether to move to the ground floor Stay upstairs What this means for me The view, and the lift twice a day/,
    /Who can be asked: Grace Mensah, and the physiotherapist on Thursdays/,
    /Nothing is chosen here\./,
  ],
  'all-stale-and-updating': [/Plan updating/],
  nobody: [/No resident chosen\./],
  mismatch: [/the data are about another resident\. Nothing of them is shown\./],
};

/** Leaves open what was opened about somebody else. */
class WithoutForgetting extends CarePlanCard {
  protected override forgetOpened(): void {
    // Nothing is forgotten.
  }
}
customElements.define('test-without-forgetting-plan', WithoutForgetting);

describe('ehch-care-plan', () => {
  checkStates(
    Object.entries<CarePlanState>(readStates).map(([name, state]) => ({
      name,
      draw: (box: HTMLElement) => drawCarePlan(box, state),
    })),
  );

  for (const [name, words] of Object.entries(SAYS))
    it(`says the plain truth: ${name}`, async () => {
      const told = await text(name as StateName);
      for (const one of words) expect(told).to.match(one);
    });

  it('never shows partner, pronouns or faith above the limits, whichever of them could be read', async () => {
    for (const [name, state] of Object.entries<CarePlanState>(readStates)) {
      const card = await drawCarePlan(document.body, state);
      const all = [...card.renderRoot.querySelectorAll('.section')];
      const limits = all.findIndex((one) => one.matches('[data-section=limits]'));
      const self = all.findIndex((one) => /My (partner|pronouns|faith)/.test(one.textContent));
      if (self >= 0) expect(self, name).to.be.greaterThan(limits);
      if (limits >= 0) expect(limits, name).to.equal(0);
    }
  });

  for (const [stage, words] of Object.entries({
    'not-started': 'Not started',
    offered: 'Offered',
    'not-now': 'Not now',
    thinking: 'Thinking about it',
    agreed: 'Agreed',
    'best-interests': 'Best-interests decision',
    declined: 'Declined',
    'review-due': 'Review due',
  } as const))
    it(`draws the conversation where it stands: ${words}, and that a review is due once its day has passed`, async () => {
      const drawn = async (reviewBy: string | null, view = conversationAt) => {
        const card = await drawCarePlan(document.body, { view: view(stage as ConversationStage, reviewBy) });
        return shownText(card.renderRoot);
      };
      expect(await drawn(null)).to.contain(
        `Conversation about the future: ${words} · “Ask in spring” · with herself`,
      );
      expect(await drawn('2027-02-20')).to.match(
        new RegExp(`future: ${words} .* come back to it by 20-Feb-2027`),
      );
      const was = stage === 'review-due' ? words : `Review due · was: ${words}`;
      expect(await drawn('2026-11-19')).to.match(
        new RegExp(`future: ${was} .* Overdue 2 days: come back to it by`),
      );
    });

  it('urges no review of the conversation in the last days', async () => {
    const limits = readStates['last-days'].view.sections.limits;
    const view = conversationAt('agreed', '2026-11-19');
    const card = await drawCarePlan(document.body, {
      view: { ...view, sections: { ...view.sections, limits } },
    });
    expect(shownText(card.renderRoot)).to.match(/future: Agreed .* come back to it by 19-Nov-2026/);
  });

  it('shows limits and the first thing to do on a screen of 400 by 800', async () => {
    const box = document.createElement('main');
    box.style.width = '400px';
    document.body.append(box);
    const card = await drawCarePlan(box, { view: full });
    const first = card.renderRoot.querySelector('.unwell tbody tr')?.getBoundingClientRect();
    expect((first?.bottom ?? Infinity) - card.getBoundingClientRect().top).to.be.at.most(800);
    box.remove();
  });

  it('is urging nobody in the last days and after death: no clock, nothing overdue', async () => {
    for (const name of ['last-days', 'died'] as const)
      expect(await text(name), name).to.not.match(/Plan due|Overdue \d+ days: (due|next review|by)/);
  });

  it('puts the medicines for the last days first of the lines in the last days', async () => {
    expect(await text('last-days')).to.match(/Medicines for the last days.*What I want to do again/);
    expect(await text('full')).to.match(/What I want to do again.*Medicines for the last days/);
  });

  it('never says that nothing is recorded of what could not be read', async () => {
    for (const name of ['not-read', 'loading'] as const)
      expect(await text(name), name).to.not.match(/not recorded|[Nn]othing recorded|[Nn]obody has recorded/);
  });

  it('keeps a decision to come of one resident off the screen of another, and without its guard would not', async () => {
    const shownOfNext = async (tag?: string) => {
      const card = await drawCarePlan(document.body, readStates.decision, null, tag);
      const next: ResidentView = { ...full, resident: 'resident-2' };
      card.view = next;
      await settled(card);
      return shownText(card.renderRoot);
    };
    expect(await shownOfNext()).to.match(/If I become unwell/);
    expect(await shownOfNext('test-without-forgetting-plan')).not.to.match(/If I become unwell/);
  });

  it('goes to the page of a decision and back with the focus', async () => {
    const card = await drawCarePlan(document.body, readStates.decision);
    expect(card.shadowRoot?.activeElement?.id).to.equal('decision');
    await takeStep(card, { press: 'show-plan' });
    expect(card.shadowRoot?.activeElement?.id).to.equal('decide');
  });

  it('asks the provider to read a part again', async () => {
    const card = await drawCarePlan(document.body, readStates['limits-failed']);
    const asked: (string | null)[] = [];
    card.addEventListener('ehch-retry', (event) => asked.push(event.section));
    retryIn(card, 'limits').click();
    expect(asked).to.deep.equal(['limits']);
  });
});
