import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ANNE, BESS, ROSTER, setUp, turn, withRoster } from './hand-driven.fixtures.ts';

beforeEach(() => {
  Object.assign(globalThis, { __CONTEXT_CHECK__: true, __DEMO__: true });
});

/** The context that the panel shows. */
const contextOf = (state: object | undefined) =>
  state !== undefined && 'ctx' in state && typeof state.ctx === 'string' ? state.ctx : assert.fail();

test('"Try again" asks for that section of the person on screen, or for the whole record', async () => {
  const { say, last, vault, panel, refreshed } = await withRoster();
  say(ANNE);
  const ctx = contextOf(last());
  vault.heardSide(panel, { kind: 'retry', ctx, section: 'allergies' });
  vault.heardSide(panel, { kind: 'retry', ctx, section: null });
  assert.deepEqual(refreshed, [
    ['anne', 'allergies'],
    ['anne', undefined],
  ]);
});

test('a press meant for the former person asks for nobody', async () => {
  const { say, last, vault, panel, refreshed } = await withRoster();
  say(ANNE);
  const ctx = contextOf(last());
  say(BESS);
  vault.heardSide(panel, { kind: 'retry', ctx, section: null });
  assert.deepEqual(refreshed, []);
});

test('a name confirmed for one resident is not confirmed for another', async () => {
  const { say, last, vault, panel, badges } = await withRoster();
  say({ ...ANNE, family: 'MARLOWE' });
  assert.equal(badges.get(1), 'doubt');
  vault.heardSide(panel, { kind: 'confirm-identity', ctx: contextOf(last()) });
  assert.equal(last()?.kind, 'shown');
  assert.equal(badges.get(1), 'resident');
  say({ ...BESS, family: 'MARLOWE' });
  assert.equal(last()?.kind, 'confirm');
  say({ ...ANNE, family: 'MARLOWE' });
  assert.equal(last()?.kind, 'shown', 'whoever looked once need not look again');
});

test('a late list marks the tabs even without an open panel, and reaches a panel without a tab', async () => {
  const { say, vault, panel, lists, badges, told } = setUp();
  say(ANNE, 7);
  panel.tab = null;
  vault.addPanel(panel);
  assert.equal(badges.get(7), 'none');
  const { length } = told;
  lists[0]?.settle(ROSTER);
  await turn();
  assert.equal(badges.get(7), 'resident');
  const state = told.slice(length).at(-1);
  assert.ok(state?.kind === 'no-patient' && state.roster.state === 'read');
});
