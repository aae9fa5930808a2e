import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import fc from 'fast-check';
import type { RosterEntry } from '@ehch/sdk/client';
import type { OnScreen } from '../messages/page.ts';
import { ANNE, BESS, entry, NOW, PLACE, ROSTER, STRANGER, viewOf } from './hand-driven.fixtures.ts';
import type { Known } from './side-state-of.ts';
import { newTab, stepTab, type TabAction, type TabContext, type TabEffect } from './tab-context.ts';

beforeEach(() => {
  Object.assign(globalThis, { __CONTEXT_CHECK__: true, __DEMO__: true });
});

const LIST_READ = { state: 'read', asOf: NOW, stale: false, incomplete: false, residents: 2 } as const;

function known(freshContext: string, list: readonly RosterEntry[] = ROSTER, isLookedAt = true): Known {
  return {
    now: NOW,
    place: PLACE,
    roster: {
      state: () => LIST_READ,
      find: (number) =>
        list.filter(({ nhsNumber }) => nhsNumber.state === 'verified' && nhsNumber.value === number),
    },
    confirmed: new Set(),
    isLocked: false,
    isLookedAt,
    waitMs: 0,
    freshContext,
  };
}

const FRAME = {};
const says = (person: OnScreen | null, frame: object = FRAME, id = 'r'): TabAction => ({
  kind: 'report',
  frame,
  report: person && { kind: 'person', id, person, origin: 'https://gp.example' },
});
const LOOK_AGAIN = { kind: 'look-again' } as const;
const kindsOf = (effects: readonly TabEffect[]) => effects.map(({ kind }) => kind);

/** Anne is on screen. The vault asked for her record in the context `anne` and has the answer. */
function withAnne(): TabContext {
  let { tab } = stepTab(newTab('start'), says(ANNE), known('anne'));
  ({ tab } = stepTab(tab, LOOK_AGAIN, known('unused')));
  ({ tab } = stepTab(tab, viewAction('anne', 'anne'), known('unused')));
  return tab;
}
const viewAction = (ctx: string, resident: string): TabAction => ({
  kind: 'view',
  ctx,
  view: viewOf(resident, { state: 'loading' }),
});

test('a change of person clears and stops the asking before the next person is looked up', () => {
  const { tab, effects } = stepTab(withAnne(), says(BESS), known('bess'));
  assert.deepEqual(
    { ctx: tab.ctx, resident: tab.resident, view: tab.view, watching: tab.watching },
    { ctx: 'bess', resident: null, view: null, watching: false },
  );
  assert.deepEqual(kindsOf(effects), ['unwatch', 'read-roster', 'look-again']);
});

test('a report of the same person keeps the context, and tells the panel on which reports it rests', () => {
  const anne = withAnne();
  assert.deepEqual(stepTab(anne, says(ANNE), known('another')).effects, [], 'the same report once more');
  const { tab, effects } = stepTab(anne, says(ANNE, {}, 'of another frame'), known('another'));
  assert.equal(tab.ctx, anne.ctx);
  assert.equal(tab.view, anne.view);
  assert.deepEqual(effects, [LOOK_AGAIN]);
  const show = stepTab(tab, LOOK_AGAIN, known('unused')).effects.find(({ kind }) => kind === 'show');
  assert.deepEqual(show?.kind === 'show' && show.reports, ['r', 'of another frame']);
});

test('a resident found on the list is shown without a record first, and then asked about', () => {
  const { tab: named } = stepTab(newTab('start'), says(ANNE), known('anne'));
  const { tab, effects } = stepTab(named, LOOK_AGAIN, known('unused'));
  assert.deepEqual(kindsOf(effects), ['badge', 'show', 'watch']);
  const show = effects.find((effect) => effect.kind === 'show');
  assert.ok(show?.state.kind === 'shown' && show.state.view === null);
  assert.equal(tab.watching, true);
});

test('a tab that asked for many records waits with the next one, and says so without a name', () => {
  const { tab: named } = stepTab(newTab('start'), says(ANNE), known('anne'));
  const { tab, effects } = stepTab(named, LOOK_AGAIN, { ...known('unused'), waitMs: 4000 });
  assert.equal(tab.watching, false);
  assert.deepEqual(effects.slice(1), [
    { kind: 'show', state: { kind: 'too-many' }, reports: ['r'] },
    { kind: 'look-again', afterMs: 4000 },
  ]);
  assert.deepEqual(kindsOf(stepTab(tab, LOOK_AGAIN, known('unused')).effects), ['badge', 'show', 'watch']);
});

test('while no panel shows the tab, the vault asks for nothing', () => {
  const { tab: named } = stepTab(newTab('start'), says(ANNE), known('anne'));
  const { tab, effects } = stepTab(named, LOOK_AGAIN, known('unused', ROSTER, false));
  assert.deepEqual(kindsOf(effects), ['badge', 'show']);
  assert.equal(tab.watching, false);
});

for (const [what, action] of [
  ['of another context', viewAction('former', 'anne')],
  ['about another resident', viewAction('anne', 'bess')],
] as const)
  test(`a view ${what} is dropped`, () => {
    const before = withAnne();
    const { tab, effects } = stepTab(before, action, known('unused'));
    assert.equal(tab, before);
    assert.deepEqual(effects, []);
  });

test('a tab that no panel shows drops its record once, and drops late views', () => {
  const { tab, effects } = stepTab(withAnne(), { kind: 'unseen' }, known('unused', ROSTER, false));
  assert.deepEqual(kindsOf(effects), ['unwatch']);
  assert.equal(tab.view, null);
  assert.deepEqual(stepTab(tab, { kind: 'unseen' }, known('unused')).effects, []);
  assert.equal(stepTab(tab, viewAction('anne', 'anne'), known('unused')).tab.view, null);
});

test('a closed tab stops the asking and removes its mark', () => {
  const { effects } = stepTab(withAnne(), { kind: 'close' }, known('after'));
  assert.deepEqual(effects, [{ kind: 'unwatch' }, { kind: 'badge', mark: 'none' }]);
});

// Events in any order. A view may come at any time for any earlier request, even from a source that misbehaves.
const FRAMES = [{}, {}] as const;
const LISTS = [
  ROSTER,
  ROSTER.slice(1),
  [],
  [entry('anne-2', 'Ashdown', '1938-02-11', '9990000018'), ...ROSTER.slice(1)],
  [...ROSTER, entry('twin', 'Ashdown', '1938-02-11', '9990000018')],
  [entry('anne', 'Ashdown', '1938-11-02', '9990000018')],
] as const;

type Event =
  | { kind: 'says'; frame: 0 | 1; who: OnScreen | null }
  | { kind: 'list'; at: number }
  | { kind: 'looks' | 'looks-away' }
  | { kind: 'answer'; of: number; about: string | null };

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('says' as const),
    frame: fc.constantFrom(0 as const, 1 as const),
    who: fc.constantFrom(
      ANNE,
      BESS,
      STRANGER,
      { ...ANNE, born: '1938-11-02' },
      { ...ANNE, family: 'X' },
      null,
    ),
  }),
  fc.record({ kind: fc.constant('list' as const), at: fc.nat(LISTS.length - 1) }),
  fc.record({ kind: fc.constantFrom('looks' as const, 'looks-away' as const) }),
  fc.record({
    kind: fc.constant('answer' as const),
    of: fc.nat(8),
    about: fc.option(fc.constantFrom('anne', 'bess', 'twin'), { freq: 5 }),
  }),
);

/** Runs a tab through events as the vault does, and returns each broken promise in words. */
function breaches(events: readonly Event[]): string[] {
  const found: string[] = [];
  const asked: { readonly ctx: string; readonly resident: string }[] = [];
  /** The resident of each context. */
  const owners = new Map<string, string>();
  let contexts = 0;
  let tab = newTab('ctx-0');
  let list: readonly RosterEntry[] = ROSTER;
  let isLookedAt = true;

  const act = (action: TabAction): void => {
    const before = tab;
    const { tab: next, effects } = stepTab(before, action, known(`ctx-${++contexts}`, list, isLookedAt));
    tab = next;
    if (next.subject !== before.subject) {
      if (next.ctx === before.ctx) found.push('another person came into the same context');
      if (next.view !== null || next.watching) found.push('the former record was not cleared first');
      if (before.watching && effects[0]?.kind !== 'unwatch') found.push('the former asking was not stopped');
      if (effects.some(({ kind }) => kind === 'show' || kind === 'watch'))
        found.push('somebody was looked up in the step that clears');
    }
    for (const effect of effects) {
      if (effect.kind === 'look-again') act(effect);
      if (effect.kind === 'watch') asked.push(effect);
      if (effect.kind === 'show') check(effect.state);
    }
  };
  const check = (state: Extract<TabEffect, { kind: 'show' }>['state']): void => {
    if (state.kind !== 'shown') return;
    const owner = list.find(
      ({ nhsNumber }) => nhsNumber.state === 'verified' && nhsNumber.value === state.onScreen.nhsNumber,
    );
    if (!owner) return void found.push('somebody was shown who is not on the list');
    if (state.view && state.view.resident !== owner.resident)
      found.push('one record was shown under another name');
    if ((owners.get(state.ctx) ?? owner.resident) !== owner.resident)
      found.push('one context was about two records');
    owners.set(state.ctx, owner.resident);
  };

  for (const one of events) {
    if (one.kind === 'says') act(says(one.who, FRAMES[one.frame]));
    else if (one.kind === 'answer') {
      const question = asked[one.of];
      if (question) act(viewAction(question.ctx, one.about ?? question.resident));
    } else {
      if (one.kind === 'list') list = LISTS[one.at] ?? [];
      else isLookedAt = one.kind === 'looks';
      act(one.kind === 'looks-away' ? { kind: 'unseen' } : LOOK_AGAIN);
    }
  }
  return found;
}

const inAnyOrder = fc.property(fc.array(event, { maxLength: 60 }), (events) => {
  assert.deepEqual(breaches(events), []);
});

test('no order of reports, lists, looks and late answers shows a record under another name', () => {
  fc.assert(inAnyOrder, { numRuns: 5000 });
});

test('the check notices when the comparison of contexts is switched off', () => {
  Object.assign(globalThis, { __CONTEXT_CHECK__: false });
  assert.equal(fc.check(inAnyOrder, { numRuns: 1000, seed: 1 }).failed, true);
});
