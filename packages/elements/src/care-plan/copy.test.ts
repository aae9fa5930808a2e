import { expect } from '@open-wc/testing';
import { checkStates } from '../../test/check-states.ts';
import { drawCarePlan, takeStep } from '../../test/draw-care-plan.ts';
import { shownText } from '../../test/shown-text.ts';
import { changedElsewhere, copyStates, full } from './care-plan.fixtures.ts';
import type { CarePlanState, PlanStepTaken } from './care-plan.fixtures.ts';
import { CarePlanCard } from './index.ts';

type StateName = keyof typeof copyStates;

const SAYS: Readonly<Record<StateName, readonly RegExp[]>> = {
  'copy-for-resident': [/For whom is the copy\?/],
  'copy-for-nobody-yet': [/Say for whom the copy is\./],
  'copy-for-contact': [
    /May be told: How she is ▲ Must NOT be told: Where she keeps her money What goes on the copy for Neil Marlow\?/,
    /Tick what goes on the copy\./,
  ],
  'copy-against-objection': [
    /▲ Objects to sharing: Not with the hospital What goes on the copy for Ruth Marlow\?/,
    /Look at what must not be told or shared, and tick that you have\./,
  ],
  'copy-read-in-part': [
    /Not all of the plan could be read: the resident may object to sharing\. No copy is made\./,
  ],
  'copy-not-recorded': [/Nobody has recorded what may be told\. Ask the resident first, and record it\./],
  'copy-not-read': [/What may be told could not be read, so no copy is made\./],
};

/** Prints whatever was got ready. */
class WithoutCopyGuard extends CarePlanCard {
  protected override mayPrint(): boolean {
    return true;
  }
}
customElements.define('test-without-copy-guard', WithoutCopyGuard);

/** The document that the button prints; `null`: it printed none. */
async function printed(
  state: CarePlanState,
  steps: readonly PlanStepTaken[] = [],
  tag?: string,
): Promise<string | null> {
  const card = await drawCarePlan(document.body, state, null, tag);
  for (const step of [...steps, { press: 'print-copy' } as const]) await takeStep(card, step);
  const frame = card.renderRoot.querySelector('iframe')?.contentDocument?.body;
  return frame === undefined ? null : shownText(frame);
}

/** The line that says what this person may be told. */
function toldTo(person: string): string {
  const { plan } = full.sections;
  const lines = plan.state === 'known' && plan.content.kind === 'recorded' ? plan.content.value.lines : [];
  const found = lines?.find((one) => one.kind === 'told' && one.fields.person === person);
  if (found === undefined) throw new Error(person);
  return found.id;
}

describe('ehch-care-plan, a copy in plain English', () => {
  checkStates(
    Object.entries<CarePlanState>(copyStates).map(([name, state]) => ({
      name,
      draw: (box: HTMLElement) => drawCarePlan(box, state),
    })),
  );

  for (const [name, words] of Object.entries(SAYS))
    it(`says the plain truth: ${name}`, async () => {
      const told = shownText((await drawCarePlan(document.body, copyStates[name as StateName])).renderRoot);
      for (const one of words) expect(told).to.match(one);
    });

  it('prints the plan for the resident in plain words, without a number and without what is not for a sheet', async () => {
    const sheet = await printed(copyStates['copy-for-resident']);
    for (const words of [
      /Plan of Peggy Ashworth/,
      /Made on 21 November 2026 by Grace Mensah/,
      /What I want: Stay in the home unless a fracture\./,
      /Do not attempt CPR\. This is about CPR only: all other treatment is decided on its own\./,
      /The signed paper is here: Red folder, office\./,
      /Chest infection: Stay here\. Antibiotics by mouth, sit her up\. Call The practice, same day\./,
      /What matters to me ?My garden/,
      /My pronouns: She, her/,
      /I want to walk to the summer house again\. ?Today’s step: Stand at the rail, twice/,
      /You can ask Grace Mensah/,
      /By 20 February 2027/,
      /Ask the home for the newest one\./,
    ])
      expect(sheet).to.match(words);
    expect(sheet).not.to.match(
      /999 ?000|1941|020 7946|must NOT|money|capacity for this|morphine|cupboard|-Nov-/i,
    );
  });

  it('prints nothing for a contact before parts are ticked and what must not be told was looked at', async () => {
    const state = copyStates['copy-for-contact'];
    const ticked: readonly PlanStepTaken[] = [{ press: 'tick-copy', label: 'What I want to do' }];
    expect(await printed(state)).to.equal(null);
    expect(await printed(state, ticked)).to.equal(null);
    const sheet = await printed(state, [
      ...ticked,
      { press: 'look-at-copy', label: 'I have read these parts' },
    ]);
    expect(sheet).to.match(
      /For Neil Marlow\. This is a part of the plan.*I want to walk to the summer house again.*About this copy/,
    );
    expect(sheet).not.to.match(/Chest infection|CPR|garden|money/);
  });

  it('prints nothing for a contact before the words of an objection to sharing were looked at', async () => {
    const state = copyStates['copy-against-objection'];
    expect(await printed(state)).to.equal(null);
    expect(await printed(state, [], 'test-without-copy-guard')).to.match(/For Ruth Marlow/);
    const sheet = await printed(state, [{ press: 'look-at-copy', label: 'I have read these parts' }]);
    expect(sheet).to.match(/For Ruth Marlow\./);
  });

  it('prints nothing for a contact where an objection to sharing may be missing', async () => {
    const look = { press: 'look-at-copy', label: 'I have read these parts' } as const;
    expect(await printed(copyStates['copy-read-in-part'], [look])).to.equal(null);
    expect(await printed(copyStates['copy-read-in-part'], [], 'test-without-copy-guard')).to.match(
      /For Neil/,
    );
  });

  it('asks again whether it was looked at where something else must not be told since', async () => {
    const sheet = await printed(copyStates['copy-for-contact'], [
      { press: 'tick-copy', label: 'What I want to do' },
      { press: 'look-at-copy', label: 'I have read these parts' },
      { arrives: changedElsewhere(toldTo('Neil Marlow'), { mustNot: 'What she wants to do again' }) },
    ]);
    expect(sheet).to.equal(null);
  });

  it('asks again whether it was looked at when another part is ticked', async () => {
    const sheet = await printed(copyStates['copy-for-contact'], [
      { press: 'tick-copy', label: 'What I want to do' },
      { press: 'look-at-copy', label: 'I have read these parts' },
      { press: 'tick-copy', label: 'What to do in each situation' },
    ]);
    expect(sheet).to.equal(null);
  });

  for (const name of ['copy-not-recorded', 'copy-not-read'] as const)
    it(`prints nothing where nobody knows what may be told: ${name}`, async () => {
      expect(
        await printed(
          copyStates[name],
          [{ press: 'tick-copy', label: 'What I want to do' }].slice(
            name === 'copy-not-read' ? 1 : 0,
          ) as readonly PlanStepTaken[],
        ),
      ).to.equal(null);
    });

  it('says on paper what could not be read, and never leaves it out', async () => {
    const { plan } = copyStates['copy-not-read'].view.sections;
    const view = { ...full, sections: { ...full.sections, plan } };
    const sheet = await printed({ view, steps: copyStates['copy-for-resident'].steps });
    expect(sheet).to.match(/What I want to do ?This part could not be read when it was printed\./);
  });

  it('takes the copy of one resident off the page when another comes', async () => {
    const card = await drawCarePlan(document.body, copyStates['copy-for-resident']);
    await takeStep(card, { press: 'print-copy' });
    await takeStep(card, { arrives: { ...full, resident: 'resident-2' } });
    expect(card.renderRoot.querySelectorAll('iframe').length).to.equal(0);
    expect(card.renderRoot.querySelectorAll('[data-press=print-copy]').length).to.equal(0);
  });
});
