import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import type { Identifiers } from '../messages/side.ts';
import { ASKED } from './by-hand/by-hand.fixtures.ts';
import { ANNE, BESS, closeVaults, NOW, setUp, STRANGER, turn, withRoster } from './hand-driven.fixtures.ts';

beforeEach(() => {
  Object.assign(globalThis, { __CONTEXT_CHECK__: true, __DEMO__: true });
});

afterEach(closeVaults);

type Vault = Awaited<ReturnType<typeof withRoster>>;
const find = ({ vault, panel }: Vault, identifiers: Identifiers = ASKED.anne) =>
  vault.heardSide(panel, { kind: 'find-by-hand', identifiers });
const contextOf = ({ last }: Vault) => {
  const state = last();
  return state !== undefined && 'ctx' in state ? state.ctx : assert.fail();
};

test('a resident found by hand is asked for once, and the panel is told whose record it is', async () => {
  const all = await withRoster();
  find(all);
  const { last, asked } = all;
  assert.deepEqual(
    asked.map(({ resident }) => resident),
    ['anne'],
  );
  const waiting = last();
  assert.ok(waiting?.kind === 'by-hand' && waiting.view === null && waiting.listed.resident === 'anne');
  asked[0]?.give();
  const state = last();
  assert.ok(state?.kind === 'by-hand' && state.view?.resident === 'anne');
});

test('somebody who is not on the list: no request at all about a person', async () => {
  const all = await withRoster();
  for (const identifiers of [ASKED.nobody, ASKED.wrongDate, ASKED.nameless]) find(all, identifiers);
  assert.equal(all.requests(), 0);
  assert.equal(all.last()?.kind, 'by-hand-nobody');
});

test('"Put away" ends the asking, and a late answer brings nobody back', async () => {
  const all = await withRoster();
  find(all);
  all.vault.heardSide(all.panel, { kind: 'put-away' });
  assert.equal(all.asked[0]?.stopped(), true);
  all.asked[0]?.give();
  const state = all.last();
  assert.ok(state?.kind === 'no-patient' && state.putAway?.why === 'pressed');
});

test('a page that shows somebody else: neither is shown, nor is the page’s person asked about, until a press', async () => {
  const all = await withRoster();
  find(all);
  const { said, last } = { said: all.say, last: all.last };
  const { length } = all.told;
  said(BESS);
  assert.equal(last()?.kind, 'by-hand-differs');
  assert.ok(!all.told.slice(length).some(({ kind }) => kind === 'shown'));
  assert.equal(all.asked[0]?.stopped(), true);
  assert.equal(all.requests(), 1);
  all.vault.heardSide(all.panel, { kind: 'put-away' });
  assert.equal(last()?.kind, 'by-hand-differs', 'a press that was made before the page changed');
  assert.equal(all.requests(), 1);
  all.vault.heardSide(all.panel, { kind: 'go-on-with-page', ctx: contextOf(all) });
  const state = last();
  assert.ok(state?.kind === 'shown' && state.record.nhsNumber === BESS.nhsNumber);
  assert.equal(all.asked[1]?.resident, 'bess');
});

test('a page that shows somebody else while the list is due to be read: nobody on it is asked about before a press', async () => {
  let now = NOW;
  const all = await withRoster({ clock: () => now, milliseconds: () => 0 });
  now = '2026-11-21T09:39:00Z';
  find(all);
  now = '2026-11-21T09:41:00Z';
  all.say(BESS);
  assert.equal(all.lists.length, 2, 'the list was due');
  assert.equal(all.last()?.kind, 'by-hand-differs');
  assert.deepEqual(
    all.asked.map(({ resident }) => resident),
    ['anne'],
  );
});

test('a page that shows somebody who is no resident differs as well', async () => {
  const all = await withRoster();
  find(all);
  all.say(STRANGER);
  assert.equal(all.last()?.kind, 'by-hand-differs');
  all.clear();
  const state = all.last();
  assert.ok(state?.kind === 'no-patient' && state.putAway?.why === 'page');
});

test('a page that shows the same person takes over with a context of its own', async () => {
  const all = await withRoster();
  find(all);
  const before = contextOf(all);
  all.say(ANNE);
  const state = all.last();
  assert.ok(state?.kind === 'shown' && state.ctx !== before);
  assert.equal(all.asked[0]?.stopped(), true);
  all.asked[0]?.give();
  assert.ok(all.last() === state, 'the answer of the former context is dropped');
});

test('the choice belongs to the window: another tab with nobody keeps it, and one with somebody else does not', async () => {
  const all = await withRoster();
  const { vault, panel, last } = all;
  all.say(BESS, 3);
  find(all);
  vault.follow(panel, 2);
  assert.equal(last()?.kind, 'by-hand');
  vault.follow(panel, null);
  assert.equal(last()?.kind, 'by-hand');
  vault.follow(panel, 3);
  assert.equal(last()?.kind, 'by-hand-differs');
  vault.follow(panel, 2);
  assert.equal(last()?.kind, 'no-patient');
});

test('the panel of another window shows nothing of it', async () => {
  const all = await withRoster();
  const told: string[] = [];
  all.vault.addPanel({
    tab: 9,
    tell: (message) => void (message.kind === 'state' && told.push(message.state.kind)),
  });
  find(all);
  all.asked[0]?.give();
  assert.deepEqual([...new Set(told)], ['no-patient']);
});

test('beside a page that shows somebody nobody is looked for', async () => {
  const all = await withRoster();
  all.say(STRANGER);
  find(all);
  assert.equal(all.requests(), 0);
  assert.equal(all.last()?.kind, 'not-on-roster');
});

test('two with a name: a press on one counts for those who stood there, and reads that record', async () => {
  const all = await withRoster();
  find(all, { by: 'name', family: 'Ashdown', born: '1938-02-11' });
  const ctx = contextOf(all);
  all.vault.heardSide(all.panel, { kind: 'choose-by-hand', ctx: 'former', resident: 'anne' });
  assert.equal(all.requests(), 0);
  all.vault.heardSide(all.panel, { kind: 'choose-by-hand', ctx, resident: 'anne' });
  assert.equal(all.asked[0]?.resident, 'anne');
});

test('"Try again" asks for the record chosen by hand, and only in its own context', async () => {
  const all = await withRoster();
  find(all);
  all.vault.heardSide(all.panel, { kind: 'retry', ctx: contextOf(all), section: 'allergies' });
  all.vault.heardSide(all.panel, { kind: 'retry', ctx: 'former', section: null });
  assert.deepEqual(all.refreshed, [['anne', 'allergies']]);
});

test('a lock: nothing of anybody is told, whether read or chosen, and afterwards the page is looked at again', async () => {
  const all = await withRoster();
  find(all);
  all.vault.setLocked(true);
  assert.deepEqual(all.last(), { kind: 'locked' });
  assert.equal(all.asked[0]?.stopped(), true);
  const { length } = all.told;
  find(all);
  all.say(BESS);
  all.vault.setLocked(true);
  assert.ok(all.told.slice(length).every(({ kind }) => kind === 'locked'));
  assert.equal(all.requests(), 1);
  all.vault.setLocked(false);
  assert.equal(all.last()?.kind, 'shown');
  all.vault.setLocked(true);
  assert.equal(all.asked[1]?.stopped(), true);
  assert.equal(all.badges.get(1), 'none');
});

test('a vault that starts on a locked computer shows nobody, also to a panel without a tab', () => {
  const { vault, panel, last, say } = setUp({ isLocked: true });
  vault.addPanel(panel);
  say(ANNE);
  assert.deepEqual(last(), { kind: 'locked' });
  vault.follow(panel, null);
  assert.deepEqual(last(), { kind: 'locked' });
});

test('after ten minutes without a press the resident goes by itself, with a warning before', async () => {
  let ms = 0;
  const all = await withRoster({ milliseconds: () => ms });
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    find(all);
    const pass = (minutes: number) => {
      ms += minutes * 60_000;
      mock.timers.tick(1000);
      return all.last();
    };
    const { length } = all.told;
    pass(8);
    assert.equal(all.told.length, length, 'nothing is told while nothing changes');
    const ending = pass(1);
    assert.ok(ending?.kind === 'by-hand' && ending.isEnding);
    all.vault.heardSide(all.panel, { kind: 'keep-by-hand', ctx: ending.ctx });
    const kept = pass(8);
    assert.ok(kept?.kind === 'by-hand' && !kept.isEnding);
    pass(1);
    const gone = pass(1);
    assert.ok(gone?.kind === 'no-patient' && gone.putAway?.why === 'time');
    assert.equal(all.asked[0]?.stopped(), true);
  } finally {
    mock.timers.reset();
  }
});

test('people who were found go by themselves after ten minutes, and a late press chooses none of them', async () => {
  let ms = 0;
  const all = await withRoster({ milliseconds: () => ms });
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    find(all, { by: 'name', family: 'Ashdown', born: '1938-02-11' });
    const ctx = contextOf(all);
    ms = 10 * 60_000;
    mock.timers.tick(1000);
    assert.equal(all.last()?.kind, 'no-patient');
    all.vault.heardSide(all.panel, { kind: 'choose-by-hand', ctx, resident: 'anne' });
    assert.equal(all.requests(), 0);
  } finally {
    mock.timers.reset();
  }
});

test('a closed panel takes the choice with it, and no late answer or press brings it back', async () => {
  const all = await withRoster();
  find(all);
  all.vault.removePanel(all.panel);
  assert.equal(all.asked[0]?.stopped(), true);
  const { length } = all.told;
  all.asked[0]?.give();
  find(all);
  await turn();
  assert.equal(all.told.length, length);
  assert.equal(all.requests(), 1);
  all.vault.addPanel(all.panel);
  assert.equal(all.last()?.kind, 'no-patient');
});

test('ten records a minute by hand: the next one is said to wait', async () => {
  const all = await withRoster();
  for (let at = 0; at < 10; at += 1) find(all);
  assert.equal(all.last()?.kind, 'by-hand');
  find(all);
  const state = all.last();
  assert.ok(state?.kind === 'by-hand-nobody' && state.why === 'too-many');
  assert.equal(all.requests(), 10);
});

test('a place with one home is named while nobody is on screen, and with two none is', () => {
  const home = {
    id: 'a',
    name: 'Rowan Court',
    kind: 'nursing',
    roster: { kind: 'group', id: 'g' },
    practice: null,
  } as const;
  for (const [homes, named] of [
    [[home], 'Rowan Court'],
    [[home, { ...home, id: 'b' }], undefined],
    [[], undefined],
  ] as const) {
    const { vault, panel, last } = setUp({ homes });
    vault.addPanel(panel);
    const state = last();
    assert.ok(state?.kind === 'no-patient' && state.home === named);
  }
});
