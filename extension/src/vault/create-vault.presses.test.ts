import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ANNE, BESS, ROSTER, setUp, turn, withRoster } from './hand-driven.fixtures.ts';

beforeEach(() => {
  Object.assign(globalThis, { __CONTEXT_CHECK__: true, __DEMO__: true });
});

/** The context of what the panel shows. */
const contextOf = (state: object | undefined) =>
  state !== undefined && 'ctx' in state && typeof state.ctx === 'string' ? state.ctx : assert.fail();

test('"Try again" asks for that section of who is on screen, or for all of it', async () => {
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

test('a press that belongs to who was on screen before asks for nobody', async () => {
  const { say, last, vault, panel, refreshed } = await withRoster();
  say(ANNE);
  const ctx = contextOf(last());
  say(BESS);
  vault.heardSide(panel, { kind: 'retry', ctx, section: null });
  assert.deepEqual(refreshed, []);
});

test('a name that somebody confirmed for one resident is not confirmed for another', async () => {
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

test('a list that comes late marks the tabs, also while no panel is open, and tells a panel without a tab', async () => {
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
