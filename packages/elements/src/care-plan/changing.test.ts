import type { CareIntent, PlaceConfiguration, PlanLineIntent, ResidentView } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import { checkStates } from '../../test/check-states.ts';
import { drawCarePlan, planPortSaying, settled, takeStep } from '../../test/draw-care-plan.ts';
import { shownText } from '../../test/shown-text.ts';
import { PLACE } from '../resident-summary/resident-summary.fixtures.ts';
import { ASSESSED, CAPACITY, changedElsewhere, editStates, full } from './care-plan.fixtures.ts';
import type { CarePlanState, PlanStepTaken } from './care-plan.fixtures.ts';
import { CarePlanCard } from './index.ts';

type StateName = keyof typeof editStates;

/** What each state says, in words. */
const SAYS: Readonly<Record<StateName, readonly RegExp[]>> = {
  'to-change': [
    /Done changing/,
    /Change: A goal of mine/,
    /Propose a change: Decision about CPR/,
    /Add a situation/,
  ],
  writing: [/What I want to do again.*Today’s step.*Save Put away, do not save/],
  'no-presser': [/Your name.*Write your own name first\./],
  'goal-day-passed': [/“By” is a day that has passed\. Write today, or a day to come\./],
  'action-day-passed': [/“By” is a day that has passed\. Write today, or a day to come\./],
  'review-day-passed': [/“Next review” is a day that has passed\. Write today, or a day to come\./],
  saved: [
    /▲ Change: saved on this PC 14:20\. NOT SENT YET\. As you wrote it: .*Today’s step: Walk to the door/,
  ],
  sent: [/Change: sent 14:20\. Others can read it\./],
  'deleted-since': [/▲ Change: DELETED on the server since 14:20\. Nobody can read it there\./],
  'put-together': [
    /Change: sent 14:20\. Others can read it\. Somebody else had changed the same record 14:05 \(Activity\)\. Both stand/,
  ],
  'in-memory': [/▲ Change: NOT SENT, and lost if this browser closes\./],
  'on-its-way': [/▲ Change: NOT SAVED YET\. It is being handed over\./],
  'not-handed-over': [/▲ Change: NOT SAVED\. It could not be handed over\. .*Try again/],
  refused: [/▲ Change: NOT SAVED\. Refused: You may not write here\. .*Open it again/],
  conflict: [
    /▲ Changed elsewhere while you wrote\. Choose\. Nothing is chosen for you\./,
    /Today’s step Mine Walk to the door Theirs Sit out for lunch/,
    /Who with, as somebody else wrote it: Dev/,
    /Choose one side first: Today’s step\./,
  ],
  'conflict-chosen': [/Mine Walk to the door Theirs Sit out for lunch/, /Nothing is changed yet\./],
  'conflict-of-words': [/Mine Wait, and ask again\. Theirs Wait\. Write it down for me\./],
  'row-proposed': [
    /You may not decide this here, so this is a PROPOSAL\. .* Situation .*Still to be said: Agreed with, Agreed on\. Propose/,
  ],
  'ended-elsewhere': [
    /▲ Ended elsewhere while you wrote\. What you wrote is still here\./,
    /Keep it as a new line/,
  ],
  'decision-proposed': [/▲ Proposal: saved on this PC 14:20\. NOT SENT YET\./],
  'decision-not-sent': [
    /▲ NOT IN FORCE: the server does not have it\. Not for CPR .*Signed here, NOT SENT\./,
    /▲ Decision: saved on this PC 14:20\. NOT SENT YET\. It is NOT IN FORCE\./,
  ],
  'decision-offline': [/There is no connection, so this is a PROPOSAL\./],
  'decision-conflict': [
    /The whole decision Mine The decision: Where to live.*Theirs The decision: Where to live/,
  ],
  'which-stands': [
    /Which one stands\? For CPR .*Replace both with one new decision.*This one no longer holds.*Not for CPR .*This one no longer holds/,
  ],
  'which-stands-proposed': [/Which one stands\? .*Propose which one stands(?!.*This one no longer holds)/],
  'proposal-to-decide': [
    /Proposed\. NOT in force.*Decision about CPR.*Signed by.*(Replace the whole|Record the) decision/,
  ],
  'turning-down': [/Why is this turned down\?.*Turn it down Leave it as it is/],
  ending: [/Why is this no longer so\?/, /It stays readable in the record, with your reason\./],
  'first-line': [/What I want to do again.*Today’s step/],
  'left-typed': [/Something typed on another plan is not saved\./],
  'left-not-saved': [
    /▲ A change to another plan is NOT SAVED, or not known to be\. Saved 14:20: not taken over\. Try again/,
  ],
};

const SENT = { state: 'sent', at: '2026-11-21T14:20:00Z' } as const;
const other: ResidentView = { ...full, resident: 'resident-2' };
const { steps: writing } = editStates.writing;
const { steps: inConflict } = editStates.conflict;

function lineIn(intent: CareIntent | undefined): PlanLineIntent {
  if (intent?.what.kind !== 'plan-line') throw new Error('No line was saved.');
  return intent.what;
}

async function take(card: Awaited<ReturnType<typeof drawCarePlan>>, steps: readonly PlanStepTaken[]) {
  for (const step of steps) await takeStep(card, step);
}

/** Has one desk for everybody. */
class WithoutOwnDesks extends CarePlanCard {
  protected override ownerOf(): string {
    return full.resident;
  }
}
const ONE_DESK = 'test-without-own-desks';
customElements.define(ONE_DESK, WithoutOwnDesks);

describe('ehch-care-plan while it is changed', () => {
  checkStates(
    Object.entries<CarePlanState>(editStates).map(([name, state]) => ({
      name,
      draw: (box: HTMLElement) => drawCarePlan(box, state),
    })),
  );

  for (const [name, words] of Object.entries(SAYS))
    it(`says the plain truth: ${name}`, async () => {
      const told = (await drawCarePlan(document.body, editStates[name as StateName])).renderRoot.textContent;
      const shown = (told ?? '').replace(/\s+/g, ' ');
      for (const one of words) expect(shown).to.match(one);
    });

  it('saves one line as one intent with the fields that it replaces, whatever is pressed again', async () => {
    const port = planPortSaying(SENT);
    const card = await drawCarePlan(document.body, { ...editStates.writing, port: SENT }, port);
    const save = card.renderRoot.querySelector<HTMLElement>('[data-press=save]');
    save?.click();
    save?.click();
    await settled(card);
    expect(port.taken).to.have.length(1);
    const { act, before, after, by } = lineIn(port.taken[0]);
    expect([act, before?.['step'], after?.['step'], by.name]).to.deep.equal([
      'change',
      'Stand at the rail, twice',
      'Walk to the door',
      'Grace Mensah',
    ]);
  });

  it('chooses nothing beforehand, saves nothing undecided, and saves what was chosen', async () => {
    const port = planPortSaying(SENT);
    const card = await drawCarePlan(document.body, { ...editStates.conflict, port: SENT }, port);
    expect(card.renderRoot.querySelectorAll('input:checked').length).to.equal(0);
    await take(card, [{ press: 'save' }]);
    expect(port.taken).to.deep.equal([]);
    await take(card, [{ press: 'choose', label: 'Mine' }, { press: 'save' }]);
    const { before, after } = lineIn(port.taken[0]);
    expect([before?.['step'], after?.['step'], after?.['with']]).to.deep.equal([
      'Sit out for lunch',
      'Walk to the door',
      'Dev',
    ]);
  });

  it('asks again where a newer version arrives after the choice', async () => {
    const port = planPortSaying(SENT);
    const card = await drawCarePlan(document.body, { ...editStates.conflict, port: SENT }, port);
    const goal = lineOf(card);
    await take(card, [
      { press: 'choose', label: 'Mine' },
      { arrives: changedElsewhere(goal, { step: 'Rest today' }) },
      { press: 'save' },
    ]);
    expect(port.taken).to.deep.equal([]);
    expect(shownText(card.renderRoot)).to.match(/Mine Walk to the door Theirs Rest today/);
  });

  it('takes a decision whole: one choice, and no field of the other side', async () => {
    const port = planPortSaying(SENT);
    const card = await drawCarePlan(document.body, { ...editStates['decision-conflict'], port: SENT }, port);
    expect(card.renderRoot.querySelectorAll('.conflict fieldset')).to.have.length(1);
    await take(card, [{ press: 'choose', label: 'Mine' }, { press: 'save' }]);
    const { act, after } = lineIn(port.taken[0]);
    expect([act, after?.['finding'], after?.['assessedOn']]).to.deep.equal(['replace', 'has', '2026-11-20']);
  });

  for (const name of ['decision-proposed', 'decision-offline'] as const)
    it(`only proposes a decision: ${name}`, async () => {
      const port = planPortSaying(SENT);
      const card = await drawCarePlan(document.body, { ...editStates[name], port: SENT }, port);
      if (port.taken.length === 0) await take(card, [...ASSESSED, { press: 'save' }]);
      expect(port.taken.map((intent) => lineIn(intent).act)).to.deep.equal(['propose']);
    });

  it('takes a proposal over as the decision in one saving, and turns one down with a reason alone', async () => {
    const port = planPortSaying(SENT);
    const state = editStates['proposal-to-decide'];
    const card = await drawCarePlan(document.body, { ...state, port: SENT }, port);
    await take(card, [{ press: 'save' }]);
    const taken = lineIn(port.taken[0]);
    expect([taken.of, taken.after?.['decision'], typeof taken.proposal]).to.deep.equal([
      'cpr',
      'attempt',
      'string',
    ]);
    const turning = editStates['turning-down'];
    const other = await drawCarePlan(
      document.body,
      { ...turning, port: SENT, steps: [...turning.steps, { press: 'end-line' }] },
      port,
    );
    expect(port.taken).to.have.length(1);
    expect(other.renderRoot.querySelector('.form')?.textContent).to.contain('Why is this turned down?');
  });

  it('offers nobody a proposal who may not decide, and nobody offline', async () => {
    const { view } = editStates['proposal-to-decide'];
    for (const state of [
      { view, port: SENT },
      { view, port: SENT, mayDecide: true, isOffline: true },
    ] as const)
      expect(
        (await drawCarePlan(document.body, state)).renderRoot.querySelectorAll('[data-press=take-proposal]')
          .length,
      ).to.equal(0);
  });

  it('lets nobody decide whom the place does not name, whatever the page says, nor a name that was typed', async () => {
    const { view, steps } = editStates['decision-offline'];
    const of = async (place: PlaceConfiguration, author?: null) => {
      const state = {
        view,
        steps,
        port: SENT,
        mayDecide: true,
        place,
        ...(author === null && { author }),
      } as const;
      const card = await drawCarePlan(document.body, state);
      return card.renderRoot.querySelector('.form .save')?.textContent.trim();
    };
    const deciders = [{ kind: 'person', who: 'Grace Mensah', until: '2026-11-21' }] as const;
    expect(await of({ ...PLACE, deciders })).to.equal('Replace the whole decision');
    expect(await of({ ...PLACE, deciders: [{ ...deciders[0], until: '2026-11-20' }] })).to.equal('Propose');
    expect(await of(PLACE)).to.equal('Propose');
    expect(await of({ ...PLACE, deciders }, null)).to.equal('Propose');
  });

  it('hands a decision over with the line of the place by which it is taken', async () => {
    const port = planPortSaying(SENT);
    const { view } = editStates['decision-offline'];
    const lines = [{ press: 'change-plan' }, { press: 'open-line', with: { line: CAPACITY } }] as const;
    const steps = [...lines, ...ASSESSED, { press: 'save' }] as const;
    await drawCarePlan(document.body, { view, port: SENT, mayDecide: true, steps }, port);
    const { act, decider } = lineIn(port.taken[0]);
    expect([act, decider?.who]).to.deep.equal(['replace', 'registered nurse']);
  });

  it('offers each scenario that the plan does not have, with its situation written, and none that it has', async () => {
    const offered = (card: HTMLElement & { readonly renderRoot: DocumentFragment | HTMLElement }) =>
      [...card.renderRoot.querySelectorAll('[data-row=new-unwell] > button')].map((one) =>
        one.textContent.trim(),
      );
    const steps = [{ press: 'change-plan' }] as const;
    const has = await drawCarePlan(document.body, { view: full, port: SENT, steps });
    expect(offered(has)).to.deep.equal(['Add a situation']);
    const card = await drawCarePlan(document.body, { ...editStates['first-line'], port: SENT, steps });
    const all = ['Chest infection', 'A fall', 'Not eating', 'Sudden collapse'].map((one) => `Add: ${one}`);
    expect(offered(card)).to.deep.equal([...all, 'Add a situation']);
    await take(card, [{ press: 'add-line', with: { of: 'unwell' } }]);
    const field = card.renderRoot.querySelector<HTMLTextAreaElement>('.form [name=situation]');
    expect(field?.value).to.equal('Chest infection');
    expect(card.renderRoot.querySelectorAll('.form')).to.have.length(1);
  });

  it('offers a carer no ending of a decision', async () => {
    const card = await drawCarePlan(document.body, editStates['decision-offline']);
    expect(card.renderRoot.querySelectorAll('.form [data-press=ask-end]').length).to.equal(0);
  });

  it('ends a line with a reason alone, and keeps the reason with it', async () => {
    const port = planPortSaying(SENT);
    const card = await drawCarePlan(document.body, { ...editStates.ending, port: SENT }, port);
    await take(card, [{ press: 'end-line' }]);
    expect(port.taken).to.deep.equal([]);
    const field = card.renderRoot.querySelector<HTMLInputElement>('.form input');
    if (field === null) throw new Error('There is no field for the reason.');
    field.value = 'Reached';
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await settled(card);
    await take(card, [{ press: 'end-line' }]);
    expect([lineIn(port.taken[0]).act, lineIn(port.taken[0]).reason]).to.deep.equal(['end', 'Reached']);
  });

  it('loses nothing that was typed when the resident changes, and shows it under no other name', async () => {
    const port = planPortSaying(SENT);
    const card = await drawCarePlan(document.body, { ...editStates.writing, port: SENT }, port);
    await take(card, [{ arrives: other }]);
    expect(card.renderRoot.querySelectorAll('.form').length).to.equal(0);
    expect(card.renderRoot.textContent).not.to.contain('Walk to the door');
    await take(card, [{ arrives: full }]);
    expect(card.renderRoot.querySelector<HTMLTextAreaElement>('.form [name=step]')?.value).to.equal(
      'Walk to the door',
    );
    expect(port.taken).to.deep.equal([]);
    const bare = await drawCarePlan(document.body, { ...editStates.writing, port: SENT }, port, ONE_DESK);
    await take(bare, [{ arrives: other }]);
    expect(bare.renderRoot.querySelectorAll('.form').length, 'without its guard').to.equal(1);
  });

  it('hands what was not taken over again under the same id, also from beside another resident', async () => {
    const port = planPortSaying('fails');
    const card = await drawCarePlan(document.body, { ...editStates['left-not-saved'], port: 'fails' }, port);
    expect(card.renderRoot.querySelector('.receipt.not-sent')?.textContent).not.to.contain('Walk');
    port.says = SENT;
    await take(card, [{ press: 'hand-again' }]);
    expect(port.taken.map(({ resident }) => resident)).to.deep.equal(['resident-1']);
  });

  it('opens a refused saving again with every word', async () => {
    const card = await drawCarePlan(document.body, editStates.refused);
    await take(card, [{ press: 'reopen' }]);
    expect(card.renderRoot.querySelector<HTMLTextAreaElement>('.form [name=step]')?.value).to.equal(
      'Walk to the door',
    );
  });

  it('saves nothing without a name, asks for it, and signs with what was typed', async () => {
    const port = planPortSaying(SENT);
    const card = await drawCarePlan(document.body, { ...editStates['no-presser'], port: SENT }, port);
    await take(card, [{ press: 'save' }]);
    expect(port.taken).to.deep.equal([]);
    await take(card, [{ type: 'presser', text: 'Mina Roy' }, { press: 'save' }]);
    expect(lineIn(port.taken[0]).by.name).to.equal('Mina Roy');
  });

  it('keeps what is typed when a section fails meanwhile, and takes no line for gone', async () => {
    const failed = { state: 'failed', error: { code: 'timeout' }, at: '2026-11-21T14:05:00Z' } as const;
    const card = await drawCarePlan(document.body, editStates.writing);
    const lost = { ...full, sections: { ...full.sections, plan: failed } };
    await take(card, [{ arrives: lost }, { arrives: full }]);
    expect(card.renderRoot.querySelector<HTMLTextAreaElement>('.form [name=step]')?.value).to.equal(
      'Walk to the door',
    );
    expect(card.renderRoot.textContent).not.to.contain('Ended elsewhere');
  });

  it('offers nothing to change where there is no port, and nothing after a death', async () => {
    const card = await drawCarePlan(document.body, { view: full });
    expect(card.renderRoot.querySelectorAll('[data-press=change-plan]').length).to.equal(0);
  });

  it('moves the focus into a form as it opens, and to its receipt as it is saved', async () => {
    const card = await drawCarePlan(document.body, editStates.writing);
    expect(card.shadowRoot?.activeElement?.getAttribute('name')).to.equal('want');
    await take(card, [{ press: 'save' }]);
    expect(card.shadowRoot?.activeElement?.querySelectorAll('.receipt').length).to.equal(1);
  });

  it('is asked before the page closes while something is typed, and not else', async () => {
    const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const card = await drawCarePlan(document.body, { ...editStates['to-change'] });
    expect(asks()).to.equal(false);
    await take(card, writing.slice(1));
    expect(asks()).to.equal(true);
    await take(card, [{ press: 'close' }]);
    expect(asks()).to.equal(false);
  });

  it('tells both texts of a conflict to a screen reader, each with its side', async () => {
    const card = await drawCarePlan(document.body, { ...editStates.conflict });
    expect(inConflict.length).to.be.greaterThan(writing.length);
    const radios = [...card.renderRoot.querySelectorAll<HTMLInputElement>('.conflict input[type=radio]')];
    expect(radios.map((one) => one.closest('label')?.textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Mine Walk to the door',
      'Theirs Sit out for lunch',
    ]);
  });
});

/** The line whose form is open. */
function lineOf(card: { readonly renderRoot: ParentNode }): string {
  return card.renderRoot.querySelector<HTMLElement>('.edit:has(.form)')?.dataset['row'] ?? '';
}
