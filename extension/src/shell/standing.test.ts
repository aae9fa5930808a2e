import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { byHand, choose } from '../../../test/extension/plain-path-states.ts';
import { confirm, shown } from '../../../test/extension/side-states.ts';
import type { SideState } from '../messages/side-state.ts';
import { panelStateOf, STARTING, stepStanding, type Standing, type StandingAction } from './standing.ts';

const told = (
  state: SideState,
  reports: readonly string[] = ['r1'],
  tab: number | null = 1,
): StandingAction => ({
  kind: 'told',
  told: { tab, reports, state },
});
const after = (...actions: readonly StandingAction[]) => actions.reduce(stepStanding, STARTING);
const shows = (...actions: readonly StandingAction[]) => panelStateOf(after(...actions)).kind;
const FRONT = { kind: 'front', tab: 1 } as const;
const ASKED = { kind: 'asked' } as const;
const unread = { state: 'unread' } as const;

describe('whether the vault’s last state still holds', () => {
  it('a state stands as long as its page, its tab and the vault stand', () => {
    expect(shows()).to.equal('starting');
    expect(shows(FRONT, told(shown))).to.equal('shown');
    expect(shows(told(shown), FRONT)).to.equal('shown');
    expect(shows(told(shown)), 'before the browser says which tab is in front').to.equal('shown');
  });

  it('a page that takes its report back blanks every state that rests on it, also one that comes late', () => {
    const back = { kind: 'taken-back', report: 'r1' } as const;
    for (const state of [shown, confirm])
      for (const order of [
        [told(state), back],
        [back, told(state)],
      ] as const)
        expect(shows(FRONT, ...order)).to.equal('changing');
    expect(shows(FRONT, told(shown, ['r2', 'r1']), back), 'one of two frames is enough').to.equal('changing');
    expect(shows(FRONT, back, told(shown, ['r2']))).to.equal('shown');
  });

  it('another tab in front blanks, and so does no tab', () => {
    expect(shows(told(shown), { kind: 'front', tab: 2 })).to.equal('changing');
    expect(shows(told(shown), { kind: 'front', tab: null })).to.equal('changing');
    expect(shows({ kind: 'front', tab: 2 }, told({ kind: 'no-patient', roster: unread }))).to.equal(
      'no-patient',
    );
  });

  it('a resident chosen by hand waits for the vault to look at the tab in front, and goes while it is silent', () => {
    for (const state of [byHand, choose, { kind: 'by-hand-differs', ctx: 'ctx-d' }] as const) {
      expect(shows(FRONT, told(state, []))).to.equal(state.kind);
      expect(shows(told(state, []), { kind: 'front', tab: 2 })).to.equal('changing');
      expect(shows(FRONT, told(state, []), ASKED, ASKED, ASKED, ASKED)).to.equal('silent');
    }
  });

  it('four questions in vain blank, and any word of the vault ends that', () => {
    const silent = [FRONT, told(shown), ASKED, ASKED, ASKED, ASKED] as const;
    expect(shows(FRONT, told(shown), ASKED, ASKED, ASKED)).to.equal('shown');
    expect(shows(...silent)).to.equal('silent');
    expect(shows(...silent, { kind: 'alive' })).to.equal('shown');
    expect(shows(...silent, told(shown))).to.equal('shown');
  });

  it('a state that says nothing of a person stays while the vault is silent', () => {
    const silence = [ASKED, ASKED, ASKED, ASKED] as const;
    expect(shows(told({ kind: 'no-patient', roster: unread }, [], 1), ...silence)).to.equal('no-patient');
    expect(shows(told({ kind: 'not-configured' }, [], null), ...silence)).to.equal('not-configured');
  });

  const action: fc.Arbitrary<StandingAction> = fc.oneof(
    fc.record({
      kind: fc.constant('told' as const),
      told: fc.oneof(
        fc.record({
          tab: fc.constantFrom(1, 2, null),
          reports: fc.subarray(['r1', 'r2', 'r3']),
          state: fc.constantFrom<SideState>(shown, confirm, { kind: 'no-patient', roster: unread }),
        }),
        fc.constant({ kind: 'lost' } as const),
      ),
    }),
    fc.record({ kind: fc.constant('front' as const), tab: fc.constantFrom(1, 2, null) }),
    fc.record({ kind: fc.constant('taken-back' as const), report: fc.constantFrom('r1', 'r2', 'r3') }),
    fc.constantFrom(ASKED, { kind: 'alive' } as const),
  );

  /** In any order, a person on screen rests on no report that was taken back, and stands in the tab in front. */
  const neverStale = (stateOf: (standing: Standing) => ReturnType<typeof panelStateOf>) =>
    fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
      let standing = STARTING;
      const back = new Set<string>();
      let front: number | null | undefined;
      for (const one of actions) {
        standing = stepStanding(standing, one);
        if (one.kind === 'taken-back') back.add(one.report);
        if (one.kind === 'front') front = one.tab;
        const { told: last } = standing;
        if (!('state' in last) || !['shown', 'confirm'].includes(stateOf(standing).kind)) continue;
        expect(last.reports.every((report) => !back.has(report))).to.equal(true);
        expect(front === undefined || front === last.tab).to.equal(true);
      }
    });

  it('in any order of messages, nobody is shown whose page or tab has gone', () => {
    fc.assert(neverStale(panelStateOf), { numRuns: 5000 });
  });

  it('the check notices a panel that goes by the vault alone', () => {
    const byVault = ({ told: last }: Standing) => ('state' in last ? last.state : last);
    expect(fc.check(neverStale(byVault), { numRuns: 1000, seed: 1 }).failed).to.equal(true);
  });
});
