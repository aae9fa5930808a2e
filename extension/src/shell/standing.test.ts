import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
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

test('a state stands as long as its page, its tab and the vault stand', () => {
  assert.equal(shows(), 'starting');
  assert.equal(shows(FRONT, told(shown)), 'shown');
  assert.equal(shows(told(shown), FRONT), 'shown');
  assert.equal(shows(told(shown)), 'shown', 'before the browser says which tab is in front');
});

test('a page that takes its report back blanks every state that rests on it, also one that comes late', () => {
  const back = { kind: 'taken-back', report: 'r1' } as const;
  for (const state of [shown, confirm])
    for (const order of [
      [told(state), back],
      [back, told(state)],
    ] as const)
      assert.equal(shows(FRONT, ...order), 'changing');
  assert.equal(shows(FRONT, told(shown, ['r2', 'r1']), back), 'changing', 'one of two frames is enough');
  assert.equal(shows(FRONT, back, told(shown, ['r2'])), 'shown');
});

test('another tab in front blanks, and so does no tab', () => {
  assert.equal(shows(told(shown), { kind: 'front', tab: 2 }), 'changing');
  assert.equal(shows(told(shown), { kind: 'front', tab: null }), 'changing');
  assert.equal(shows({ kind: 'front', tab: 2 }, told({ kind: 'no-patient', roster: unread })), 'no-patient');
});

test('four questions in vain blank, and any word of the vault ends that', () => {
  const silent = [FRONT, told(shown), ASKED, ASKED, ASKED, ASKED] as const;
  assert.equal(shows(FRONT, told(shown), ASKED, ASKED, ASKED), 'shown');
  assert.equal(shows(...silent), 'silent');
  assert.equal(shows(...silent, { kind: 'alive' }), 'shown');
  assert.equal(shows(...silent, told(shown)), 'shown');
});

test('a state that says nothing of a person stays while the vault is silent', () => {
  const silence = [ASKED, ASKED, ASKED, ASKED] as const;
  assert.equal(shows(told({ kind: 'no-patient', roster: unread }, [], 1), ...silence), 'no-patient');
  assert.equal(shows(told({ kind: 'not-configured' }, [], null), ...silence), 'not-configured');
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
      assert.ok(last.reports.every((report) => !back.has(report)));
      assert.ok(front === undefined || front === last.tab);
    }
  });

test('in any order of messages, nobody is shown whose page or tab has gone', () => {
  fc.assert(neverStale(panelStateOf), { numRuns: 5000 });
});

test('the check notices a panel that goes by the vault alone', () => {
  const byVault = ({ told: last }: Standing) => ('state' in last ? last.state : last);
  assert.equal(fc.check(neverStale(byVault), { numRuns: 1000 }).failed, true);
});
