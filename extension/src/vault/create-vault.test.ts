import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import fc from 'fast-check';
import type { OnScreen } from '../messages/page.ts';
import {
  ANNE,
  BESS,
  entry,
  FRAME,
  NOW,
  ROSTER,
  setUp,
  STRANGER,
  turn,
  withRoster,
} from './hand-driven.fixtures.ts';

beforeEach(() => {
  Object.assign(globalThis, { __CONTEXT_CHECK__: true, __DEMO__: true });
});

test('a resident on screen is shown to the panel of that tab, and the vault asks for the record once', async () => {
  const { say, last, asked, badges } = await withRoster();
  say(ANNE);
  assert.equal(last()?.kind, 'shown');
  assert.deepEqual(
    asked.map(({ resident }) => resident),
    ['anne'],
  );
  assert.equal(badges.get(1), 'resident');
  asked[0]?.give();
  const state = last();
  assert.ok(state?.kind === 'shown' && state.view?.resident === 'anne');
});

test('without an open panel, the vault sets the badge and asks the server for nothing', async () => {
  const { say, badges, requests, vault, panel } = await withRoster();
  vault.removePanel(panel);
  say(ANNE);
  assert.equal(badges.get(1), 'resident');
  assert.equal(requests(), 0);
});

test('a person who is not on the roster causes no request and no badge', async () => {
  const { say, badges, requests, last } = await withRoster();
  say(STRANGER);
  assert.equal(last()?.kind, 'not-on-roster');
  assert.equal(badges.get(1), 'none');
  assert.equal(requests(), 0);
});

test('a change of person clears first: the panel gets a new context before any of the next person’s data', async () => {
  const { say, clear, told, asked } = await withRoster();
  say(ANNE);
  asked[0]?.give();
  const before = told.length;
  clear();
  assert.equal(told[before]?.kind, 'no-patient');
  say(BESS);
  const shown = told.at(-1);
  assert.ok(shown?.kind === 'shown' && shown.view === null && shown.record.name?.family === 'Birchall');
  assert.equal(asked[0]?.stopped(), true);
});

test('a change of person clears even without a clear message between', async () => {
  const { say, last, asked } = await withRoster();
  say(ANNE);
  asked[0]?.give();
  say(BESS);
  const state = last();
  assert.ok(state?.kind === 'shown' && state.view === null);
  asked[0]?.give();
  assert.ok(
    last()?.kind === 'shown' && (last() as { view: unknown }).view === null,
    'the late view is dropped',
  );
});

test('without the context check a late answer reaches the wrong person, so the check is what stops it', async () => {
  const { say, last, asked } = await withRoster();
  Object.assign(globalThis, { __CONTEXT_CHECK__: false });
  say(ANNE);
  say(BESS);
  asked[0]?.give();
  const state = last();
  assert.ok(
    state?.kind === 'shown' && state.record.name?.family === 'Birchall' && state.view?.resident === 'anne',
  );
});

test('another date of birth blocks: the panel names the field and the vault asks for nothing', async () => {
  const { say, last, requests, badges } = await withRoster();
  say({ ...ANNE, born: '1938-11-02' });
  const state = last();
  assert.ok(state?.kind === 'blocked' && state.differs.join() === 'born' && !('view' in state));
  assert.equal(requests(), 0);
  assert.equal(badges.get(1), 'doubt');
});

test('another name waits for the user, whose answer holds for that pair only', async () => {
  const { say, last, vault, panel, requests } = await withRoster();
  say({ ...ANNE, family: 'ASHTON' });
  const state = last();
  assert.ok(state?.kind === 'confirm' && requests() === 0);
  vault.heardSide(panel, { kind: 'confirm-identity', ctx: 'another' });
  assert.equal(last()?.kind, 'confirm', 'a press for another context is not for this one');
  vault.heardSide(panel, { kind: 'confirm-identity', ctx: state.ctx });
  const shown = last();
  assert.ok(shown?.kind === 'shown' && shown.warns.includes('name-differs'), 'the warning stays');
  say({ ...ANNE, family: 'ASHWORTH' });
  assert.equal(last()?.kind, 'confirm');
});

test('two frames with different people make the tab ambiguous', async () => {
  const { say, last, clear } = await withRoster();
  const other = {};
  say(ANNE);
  say(BESS, 1, other);
  assert.equal(last()?.kind, 'ambiguous');
  clear(1, other);
  assert.equal(last()?.kind, 'shown');
  say(ANNE, 1, other);
  assert.equal(last()?.kind, 'shown', 'two frames that say the same person say one');
});

test('the panel follows the active tab and keeps nothing of the last one', async () => {
  const { say, last, vault, panel, asked } = await withRoster();
  say(ANNE, 1);
  asked[0]?.give();
  say(BESS, 2, {});
  vault.follow(panel, 2);
  let state = last();
  assert.ok(state?.kind === 'shown' && state.record.name?.family === 'Birchall' && state.view === null);
  vault.follow(panel, 3);
  assert.equal(last()?.kind, 'no-patient');
  vault.follow(panel, 1);
  state = last();
  assert.ok(state?.kind === 'shown' && state.record.name?.family === 'Ashdown');
  vault.closedTab(1);
  assert.equal(last()?.kind, 'no-patient');
});

test('a roster that could not be read is reported as such, and not as "nobody lives here"', async () => {
  const { vault, panel, lists, say, last } = setUp();
  vault.addPanel(panel);
  say(ANNE);
  assert.deepEqual(last(), { kind: 'not-on-roster', roster: { state: 'reading' } });
  lists[0]?.settle(null);
  await turn();
  assert.deepEqual(last(), { kind: 'not-on-roster', roster: { state: 'failed', at: NOW } });
  vault.heardSide(panel, { kind: 'read-roster' });
  lists[1]?.settle(ROSTER);
  await turn();
  assert.equal(last()?.kind, 'shown');
});

test('two records with one number block', async () => {
  const { vault, panel, lists, say, last } = setUp();
  vault.addPanel(panel);
  vault.readRoster();
  lists[0]?.settle([...ROSTER, entry('twin', 'Ashdown', '1938-02-11', '9990000018')]);
  await turn();
  say(ANNE);
  const state = last();
  assert.ok(state?.kind === 'blocked' && state.why === 'several-records');
});

test('a page that goes takes its person off the panel', async () => {
  const { say, last, vault } = await withRoster();
  say(ANNE);
  vault.lostPage(1, FRAME);
  assert.equal(last()?.kind, 'no-patient');
});

type Step =
  | { kind: 'say'; who: OnScreen; tab: number }
  | { kind: 'clear' | 'follow'; tab: number }
  | { kind: 'give'; at: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('say' as const),
    who: fc.constantFrom(ANNE, BESS, STRANGER, { ...ANNE, born: '1938-11-02' }),
    tab: fc.constantFrom(1, 2),
  }),
  fc.record({ kind: fc.constantFrom('clear' as const, 'follow' as const), tab: fc.constantFrom(1, 2) }),
  fc.record({ kind: fc.constant('give' as const), at: fc.nat(12) }),
);

test('no order of changes and late answers shows one person’s record under another’s name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { say, clear, vault, panel, asked, told } = await withRoster();
      const frames = { 1: {}, 2: {} };
      for (const one of steps) {
        if (one.kind === 'say') say(one.who, one.tab, frames[one.tab as 1 | 2]);
        else if (one.kind === 'clear') clear(one.tab, frames[one.tab as 1 | 2]);
        else if (one.kind === 'give') asked[one.at]?.give();
        else vault.follow(panel, one.tab);
      }
      const contexts = new Map<string, string>();
      for (const state of told) {
        if (state.kind !== 'shown') continue;
        const owner = state.record.name?.family === 'Ashdown' ? 'anne' : 'bess';
        if (state.view) assert.equal(state.view.resident, owner);
        // A context belongs to one person for its whole life.
        assert.equal(contexts.get(state.ctx) ?? owner, owner);
        contexts.set(state.ctx, owner);
      }
    }),
    { numRuns: 300 },
  );
});
