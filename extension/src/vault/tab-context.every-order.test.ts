// Every order of events up to a depth, not a sample of them: each state is reached once, and each event is tried in it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { RosterEntry } from '@ehch/sdk/client';
import type { OnScreen } from '../messages/page.ts';
import { ANNE, BESS, NOW, PLACE, ROSTER, STRANGER, viewOf } from './hand-driven.fixtures.ts';
import type { Known } from './side-state-of.ts';
import { newTab, stepTab, type TabAction, type TabContext, type TabEffect } from './tab-context.ts';

Object.assign(globalThis, { __CONTEXT_CHECK__: true, __DEMO__: true });

/** Deep enough for two frames, a list, a watch, an answer, a change and a late answer in every order. */
const DEPTH = 7;

const FRAMES = [{ frame: 1 }, { frame: 2 }];
const OTHER_DAY: OnScreen = { ...ANNE, born: '1938-11-02' };
const OTHER_NAME: OnScreen = { ...ANNE, family: 'ASHTON' };

/** What surrounds the tab: the list, whether a panel looks, whether the tab asked for many records, and the lock. */
interface Around {
  readonly list: readonly RosterEntry[];
  readonly isLookedAt: boolean;
  readonly waitMs: number;
  readonly isLocked: boolean;
}
const AROUND: readonly Around[] = [ROSTER, ROSTER.slice(1), []].flatMap((list) =>
  [true, false].flatMap((isLookedAt) => [
    ...[0, 1000].map((waitMs) => ({ list, isLookedAt, waitMs, isLocked: false })),
    { list, isLookedAt, waitMs: 0, isLocked: true },
  ]),
);

const known = ({ list, isLookedAt, waitMs, isLocked }: Around, freshContext: string): Known => ({
  now: NOW,
  place: PLACE,
  roster: {
    state: () => ({ state: 'read', asOf: NOW, stale: false, incomplete: false, residents: list.length }),
    find: (number) =>
      list.filter(({ nhsNumber }) => nhsNumber.state === 'verified' && nhsNumber.value === number),
  },
  confirmed: new Set(),
  isLocked,
  isLookedAt,
  waitMs,
  freshContext,
});

const SITES: readonly TabAction[] = [
  { kind: 'site', site: { state: 'enabled' } },
  { kind: 'site', site: { state: 'not-enabled', origin: 'https://b.example', may: 'never', offers: [] } },
];

/** Every event that a tab can meet. An answer names the present context or a former one, and any resident. */
function actionsFor(tab: TabContext): readonly TabAction[] {
  const reports = FRAMES.flatMap((frame): readonly TabAction[] => [
    ...[ANNE, BESS, STRANGER, OTHER_DAY, OTHER_NAME].map((person): TabAction => ({
      kind: 'report',
      frame,
      report: { kind: 'person', id: 'r', person, origin: 'https://gp.example' },
    })),
    { kind: 'report', frame, report: { kind: 'ambiguous', id: 'r' } },
    { kind: 'report', frame, report: null },
  ]);
  const views = [tab.ctx, 'a former one'].flatMap((ctx) =>
    ['anne', 'bess'].map((resident): TabAction => ({
      kind: 'view',
      ctx,
      view: viewOf(resident, { state: 'loading' }),
    })),
  );
  return [...reports, ...views, ...SITES, { kind: 'look-again' }, { kind: 'unseen' }, { kind: 'close' }];
}

/** A state without the ids of contexts, which are random: two states that differ in those alone are one. */
function keyOf({ reports, subject, resident, view, watching, site }: TabContext): string {
  const heard = FRAMES.map((frame) => reports.get(frame) ?? null);
  return JSON.stringify([heard, subject, resident?.resident, view?.resident, watching, site?.state]);
}

/** What must never be, in words. */
function breaches(
  before: TabContext,
  tab: TabContext,
  effects: readonly TabEffect[],
  around: Around,
): string[] {
  const found: string[] = [];
  const { subject, resident, view, watching } = tab;
  const number = subject.kind === 'person' ? subject.person.nhsNumber : null;
  const own = resident?.nhsNumber.state === 'verified' ? resident.nhsNumber.value : null;
  if (view !== null && view.resident !== resident?.resident) found.push('a view of another resident is kept');
  if (resident !== null && own !== number) found.push('a resident is kept whose number is not on screen');
  if (watching && resident === null) found.push('nobody is watched');
  if (tab.ctx !== before.ctx && view !== null) found.push('a new context begins with a view');
  if (
    tab.ctx === before.ctx &&
    before.view !== null &&
    view !== null &&
    before.view.resident !== view.resident
  )
    found.push('one context shows two residents');
  if (tab.ctx !== before.ctx && before.watching && !effects.some(({ kind }) => kind === 'unwatch'))
    found.push('a watch outlives its context');
  const shows = effects.some(({ kind }) => kind === 'show');
  if (around.isLocked && shows && (resident !== null || view !== null))
    found.push('somebody is kept behind a lock');
  for (const effect of effects) {
    if (around.isLocked && effect.kind === 'show' && effect.state.kind !== 'locked')
      found.push('something is shown behind a lock');
    if (around.isLocked && (effect.kind === 'watch' || effect.kind === 'read-roster'))
      found.push('something is asked for behind a lock');
    if (around.isLocked && effect.kind === 'badge' && effect.mark !== 'none')
      found.push('a badge stands behind a lock');
    if (effect.kind === 'watch' && !around.isLookedAt)
      found.push('a record is asked for that nobody looks at');
    if (effect.kind === 'watch' && around.waitMs > 0) found.push('a record is asked for too soon');
    if (effect.kind === 'watch' && effect.resident !== resident?.resident) found.push('another is watched');
    if (effect.kind === 'show' && effect.state.kind === 'not-enabled' && subject.kind !== 'nobody')
      found.push('somebody is on screen, and the site is said to be not enabled');
    if (effect.kind !== 'show' || effect.state.kind !== 'shown') continue;
    const { state } = effect;
    if (state.record.nhsNumber !== number) found.push('a record is shown below another number');
    if (state.onScreen.born !== state.record.born)
      found.push('a record is shown below another date of birth');
    if (state.onScreen.family !== 'ASHDOWN' && state.onScreen.family !== 'BIRCHALL')
      found.push('a name that differs is shown without a person’s confirmation');
    if (state.view !== null && state.view.resident !== resident?.resident)
      found.push('a view of another resident is shown');
  }
  return found;
}

/** Walks every state up to the depth, and gives what was covered and what broke a promise. */
function search(step: typeof stepTab) {
  const broken = new Set<string>();
  const met = new Map<string, TabContext>();
  let edge: readonly TabContext[] = [newTab('c0')];
  let transitions = 0;
  let contexts = 0;
  for (let depth = 0; depth < DEPTH && edge.length > 0; depth += 1) {
    const next = new Map<string, TabContext>();
    for (const before of edge)
      for (const action of actionsFor(before))
        for (const around of AROUND) {
          transitions += 1;
          contexts += 1;
          const { tab, effects } = step(before, action, known(around, `c${contexts}`));
          for (const each of breaches(before, tab, effects, around)) broken.add(each);
          const key = keyOf(tab);
          if (!met.has(key)) next.set(key, tab);
          met.set(key, tab);
        }
    edge = [...next.values()];
  }
  return { broken: [...broken], states: met.size, transitions, isWhole: edge.length === 0 };
}

test('in no state that a tab can reach does any event break a promise', (t) => {
  const { broken, states, transitions, isWhole } = search(stepTab);
  t.diagnostic(`${states} states, ${transitions} transitions, to a depth of ${DEPTH}`);
  assert.deepEqual(broken, []);
  assert.ok(isWhole, 'a deeper search reaches states that this one did not');
  const said = `${states} states, with ${transitions.toLocaleString('en-GB')} transitions`;
  const page = readFileSync(new URL('../../../docs/guards.md', import.meta.url), 'utf8');
  assert.ok(page.includes(said), `docs/guards.md has to say: ${said}`);
});

test('the search notices a tab that keeps its view when another person comes', () => {
  const careless: typeof stepTab = (tab, action, around) => {
    const next = stepTab(tab, action, around);
    return action.kind === 'report' ? { ...next, tab: { ...next.tab, view: tab.view } } : next;
  };
  assert.ok(search(careless).broken.includes('a new context begins with a view'));
});

test('the search notices a tab that goes on behind a lock', () => {
  const open: typeof stepTab = (tab, action, around) => stepTab(tab, action, { ...around, isLocked: false });
  const { broken } = search(open);
  for (const says of [
    'somebody is kept behind a lock',
    'something is shown behind a lock',
    'something is asked for behind a lock',
    'a badge stands behind a lock',
  ])
    assert.ok(broken.includes(says), says);
});
