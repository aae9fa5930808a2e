// Where a tab stands, and what nobody asks for while nobody looks.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { ASKED } from './by-hand/by-hand.fixtures.ts';
import { ANNE, closeVaults, ROSTER, setUp, turn, withRoster } from './hand-driven.fixtures.ts';
import type { Site } from './sites/site-of-tab.ts';

const NOT_ENABLED: Site = {
  state: 'not-enabled',
  origin: 'https://b.example',
  may: 'enable',
  offers: [{ title: 'Record', template: 'gp' }],
};

beforeEach(() => {
  Object.assign(globalThis, { __CONTEXT_CHECK__: true, __DEMO__: true });
});

afterEach(closeVaults);

test('a tab on a site that is not enabled is said to be that, until it stands on one that is', async () => {
  const { vault, last } = await withRoster();
  assert.equal(last()?.kind, 'no-patient', 'nobody has looked yet');
  vault.heardSite(1, NOT_ENABLED);
  const { state: _, ...rest } = NOT_ENABLED;
  const state = last();
  assert.ok(state?.kind === 'not-enabled' && state.roster.state === 'read');
  assert.deepEqual(state, { kind: 'not-enabled', ...rest, roster: state.roster });
  vault.heardSite(1, { state: 'enabled' });
  assert.equal(last()?.kind, 'no-patient');
});

test('whoever is on screen stands before what is known of the site, which may be a moment old', async () => {
  const { vault, say, clear, last } = await withRoster();
  vault.heardSite(1, NOT_ENABLED);
  say(ANNE);
  assert.equal(last()?.kind, 'shown');
  vault.heardSite(1, NOT_ENABLED);
  assert.equal(last()?.kind, 'shown');
  clear();
  assert.equal(last()?.kind, 'not-enabled');
});

test('a resident is found by hand beside a site that is not enabled, and why they went is said there too', async () => {
  const { vault, panel, last } = await withRoster();
  vault.heardSite(1, NOT_ENABLED);
  vault.heardSide(panel, { kind: 'find-by-hand', identifiers: ASKED.anne });
  assert.equal(last()?.kind, 'by-hand');
  vault.heardSite(1, { state: 'enabled' });
  assert.equal(last()?.kind, 'by-hand', 'another page without a person takes nobody away');
  vault.heardSite(1, NOT_ENABLED);
  vault.heardSide(panel, { kind: 'put-away' });
  const state = last();
  assert.ok(state?.kind === 'not-enabled' && state.putAway?.why === 'pressed');
});

test('behind a lock no site is named', async () => {
  const { vault, last } = await withRoster();
  vault.heardSite(1, NOT_ENABLED);
  vault.setLocked(true);
  assert.deepEqual(last(), { kind: 'locked' });
  vault.heardSite(1, NOT_ENABLED);
  assert.deepEqual(last(), { kind: 'locked' });
  vault.setLocked(false);
  assert.equal(last()?.kind, 'not-enabled');
});

test('a tab keeps its site when the person on it changes, and another tab has its own', async () => {
  const { vault, panel, last } = await withRoster();
  vault.heardSite(1, NOT_ENABLED);
  vault.heardSite(2, { state: 'enabled' });
  vault.follow(panel, 2);
  assert.equal(last()?.kind, 'no-patient');
  vault.follow(panel, 1);
  assert.equal(last()?.kind, 'not-enabled');
});

test('with a badge wanted, the first person on screen has the list read, also without a panel, and no other has', async () => {
  const { say, clear, lists, badges } = setUp();
  say(ANNE);
  assert.equal(lists.length, 1);
  lists[0]?.settle(ROSTER);
  await turn();
  assert.equal(badges.get(1), 'resident');
  clear();
  say(ANNE);
  assert.equal(lists.length, 1, 'within ten minutes the list is not read again');
});

test('without a badge, nothing is asked for while no panel is open, and the button marks nobody', async () => {
  const { say, clear, lists, badges, vault, panel, last } = setUp({ wantsBadge: false });
  say(ANNE);
  assert.equal(lists.length, 0);
  clear();
  vault.addPanel(panel);
  say(ANNE);
  assert.equal(lists.length, 1);
  lists[0]?.settle(ROSTER);
  await turn();
  assert.equal(last()?.kind, 'shown');
  assert.deepEqual([...badges.values()], ['none']);
});
