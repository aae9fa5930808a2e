import type { ResidentView } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import { drawEscalation, pressOn, settled } from '../../test/draw-escalation.ts';
import { shownText } from '../../test/shown-text.ts';
import { PLACE } from '../resident-summary/resident-summary.fixtures.ts';
import { states, typical } from './escalation-button.fixtures.ts';
import type { EscalationButtonPress } from './escalation-press.ts';
import type { EscalationButton } from './index.ts';

const OPEN: EscalationButtonPress = { kind: 'open', isWorried: true };

/** The numbers that a tap rings, in the order in which they stand. */
function numbersOf({ renderRoot }: EscalationButton): readonly string[] {
  return [...renderRoot.querySelectorAll('a')].map(({ protocol, pathname }) => `${protocol}${pathname}`);
}

describe('ehch-escalation-button, with little to go by', () => {
  for (const [missing, place] of [
    ['a ladder', PLACE],
    ['a place', null],
  ] as const)
    it(`has 999 as the number to tap for each danger sign without ${missing}, without a port and off the list (escalation SPEC R9)`, async () => {
      for (const sign of ['not-responding', 'choking', 'chest-pain'] as const)
        for (const state of [
          { view: typical },
          { view: typical, port: 'fails' as const },
          { view: null, unlisted: { name: 'Joan Bell', born: null, room: null } },
        ]) {
          const press = [OPEN, { kind: 'tick-danger', sign, isTicked: true } as const];
          const element = await drawEscalation(document.body, { ...state, place, press });
          const [first] = [...element.renderRoot.querySelectorAll('.to-ring a')];
          expect(first?.getAttribute('href'), sign).to.equal('tel:999');
        }
    });

  // A decision against CPR is about CPR alone: choking and a broken hip are treated.
  it('has 999 beside the closed button whatever is decided about CPR, and not for dying itself (escalation SPEC R4)', async () => {
    const closedOf = async (name: string) => {
      const state = states[name];
      if (state === undefined) throw new Error(`no state ${name}`);
      return numbersOf(await drawEscalation(document.body, { ...state, press: [] }));
    };
    for (const name of ['closed', 'not-breathing-nothing-recorded', 'last-days-for-cpr'])
      expect(await closedOf(name), name).to.deep.equal(['tel:999', 'tel:111']);
    expect(await closedOf('last-days')).to.deep.equal([]);
  });

  it('has a number to tap where nobody is shown', async () => {
    const nobody = await drawEscalation(document.body, { view: null });
    expect(numbersOf(nobody)).to.deep.equal(['tel:999', 'tel:111']);
    await pressOn(nobody, { kind: 'not-listed' });
    expect(shownText(nobody.renderRoot)).to.contain('Write a name first');
    expect(numbersOf(nobody)).to.deep.equal(['tel:999', 'tel:111']);
    const died = await drawEscalation(document.body, states['died'] ?? { view: null });
    expect(numbersOf(died)).to.deep.equal(['tel:999', 'tel:111']);
    const another: ResidentView = { ...typical, resident: 'somebody-else' };
    const mismatch = await drawEscalation(document.body, { view: another });
    mismatch.resident = typical.resident;
    await settled(mismatch);
    expect(shownText(mismatch.renderRoot)).to.contain('the data are about another resident');
    expect(numbersOf(mismatch)).to.deep.equal(['tel:999', 'tel:111']);
  });
});
