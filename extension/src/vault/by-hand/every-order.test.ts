// Every order of events in one panel, beside one page: whom a page shows, whom somebody finds and chooses, the list,
// the lock and the time. Each state is reached once, and each event is tried in it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { RosterEntry } from '@ehch/sdk/client';
import type { OnScreen } from '../../messages/page.ts';
import type { SideState } from '../../messages/side-state.ts';
import type { Identifiers } from '../../messages/side.ts';
import { ANNE, BESS, NOW, PLACE, ROSTER, viewOf } from '../hand-driven.fixtures.ts';
import { newTab, stepTab, type TabAction, type TabContext } from '../tab-context.ts';
import { ASKED, around, recordOf, TWINS } from './by-hand.fixtures.ts';
import {
  EVERY_GUARD,
  NOTHING_BY_HAND,
  type ByHand,
  type ByHandAction,
  type ByHandGuards,
} from './by-hand.ts';
import { frontOf, standsBefore } from './state-of.ts';
import { stepByHand } from './step.ts';

Object.assign(globalThis, { __CONTEXT_CHECK__: true, __DEMO__: true });

/** Deep enough for a search, a choice, an answer, a page, a list, a lock, the time and a press, in every order. */
const DEPTH = 12;

const WHOLE = [...ROSTER, ...TWINS];
const LISTS: readonly (readonly RosterEntry[])[] = [WHOLE, WHOLE.slice(1), WHOLE.slice(0, 3)];
const FRAME = {};
const SITES: readonly TabAction[] = [
  { kind: 'site', site: { state: 'enabled' } },
  { kind: 'site', site: { state: 'not-enabled', origin: 'https://b.example', may: 'never', offers: [] } },
];
/** Minutes that pass at once: nearly to the end, and then past it. */
const MINUTES = 9.5;

interface World {
  readonly tab: TabContext;
  readonly hand: ByHand;
  /** The context whose record the vault watches for the hand. */
  readonly watched: string | null;
  readonly list: number;
  readonly isLocked: boolean;
  readonly minute: number;
  readonly front: SideState;
}

type Event =
  | { readonly of: 'tab'; readonly action: TabAction }
  | { readonly of: 'hand'; readonly action: ByHandAction }
  | { readonly of: 'list'; readonly at: number }
  | { readonly of: 'lock'; readonly isLocked: boolean }
  | { readonly of: 'time'; readonly minutes: number };

const clock = (minute: number) => ({
  ms: minute * 60_000,
  now: new Date(Date.parse(NOW) + minute * 60_000).toISOString(),
});

let contexts = 0;
const fresh = () => `c${(contexts += 1)}`;

/** One event, in the order in which the vault runs them: the tab clears, the hand meets the page, the tab resolves. */
function live(world: World, event: Event, guards: ByHandGuards): World {
  let { tab, hand, watched, front } = world;
  const list = event.of === 'list' ? event.at : world.list;
  const isLocked = event.of === 'lock' ? event.isLocked : world.isLocked;
  const minute = world.minute + (event.of === 'time' ? event.minutes : 0);
  const given = () =>
    around(fresh(), { ...clock(minute), isLocked, page: tab.subject, list: LISTS[list] ?? [] });
  const stepHand = (action: ByHandAction) => {
    const step = stepByHand(hand, action, given(), guards);
    ({ hand } = step);
    for (const effect of step.effects) {
      if (effect.kind === 'unwatch') watched = null;
      if (effect.kind === 'watch') watched = effect.ctx;
    }
  };
  const act = (action: TabAction) => {
    const { freshContext, now, roster } = given();
    const step = stepTab(tab, action, {
      now,
      place: PLACE,
      roster,
      confirmed: new Set(),
      isLocked,
      isLookedAt: !standsBefore(hand),
      waitMs: 0,
      freshContext,
    });
    ({ tab } = step);
    for (const effect of step.effects) {
      if (effect.kind === 'show') front = frontOf(hand, effect.state, given(), guards);
      if (effect.kind !== 'look-again') continue;
      stepHand(effect);
      act(effect);
    }
  };
  if (event.of === 'tab') act(event.action);
  stepHand(event.of === 'hand' ? event.action : { kind: 'look-again' });
  act({ kind: 'look-again' });
  return { tab, hand, watched, list, isLocked, minute, front };
}

/** Every event that a panel can meet. A press and an answer name the present context or a former one. */
function eventsFor({ tab, hand }: World): readonly Event[] {
  const says = (person: OnScreen | null): TabAction => ({
    kind: 'report',
    frame: FRAME,
    report: person && { kind: 'person', id: 'r', person, origin: 'https://gp.example' },
  });
  const own = 'ctx' in hand ? hand.ctx : 'none';
  const [anne, bess, ida] = WHOLE;
  assert.ok(anne && bess && ida);
  const views = [
    recordOf(anne),
    recordOf(bess),
    recordOf(ida),
    recordOf(anne, { born: '1938-11-02' }),
    recordOf(ida, { name: null }),
    viewOf('bess', { state: 'loading' }),
  ];
  const tabs: TabAction[] = [
    ...[ANNE, BESS, null].map(says),
    { kind: 'report', frame: FRAME, report: { kind: 'ambiguous', id: 'r' } },
    ...views.slice(0, 2).map((view): TabAction => ({ kind: 'view', ctx: tab.ctx, view })),
    ...SITES,
  ];
  const asked: Identifiers[] = [ASKED.anne, ASKED.wrongDate, ASKED.bess, ASKED.nobody, ASKED.twins];
  const hands: ByHandAction[] = [
    ...asked.map((each): ByHandAction => ({ kind: 'find', asked: each })),
    ...[own, 'a former one'].flatMap((ctx): ByHandAction[] => [
      ...['ida', 'anne'].map((resident): ByHandAction => ({ kind: 'choose', ctx, resident })),
      { kind: 'keep', ctx },
      ...views.map((view): ByHandAction => ({ kind: 'view', ctx, view })),
    ]),
    { kind: 'put-away' },
    ...[own, 'a former one'].map((ctx): ByHandAction => ({ kind: 'go-on', ctx })),
  ];
  return [
    ...tabs.map((action): Event => ({ of: 'tab', action })),
    ...hands.map((action): Event => ({ of: 'hand', action })),
    ...LISTS.map((_, at): Event => ({ of: 'list', at })),
    ...[true, false].map((isLocked): Event => ({ of: 'lock', isLocked })),
    { of: 'time', minutes: MINUTES },
  ];
}

/** A state without the ids of contexts and the hour, which never meet a decision. */
function keyOf({ tab, hand, watched, list, isLocked, minute }: World): string {
  const ofHand =
    hand.kind === 'chosen'
      ? [hand.asked, hand.resident, hand.view, hand.isEnding, Math.min(minute - hand.pressed.ms / 60_000, 11)]
      : hand.kind === 'choose'
        ? [hand.asked, hand.found, Math.min(minute - hand.since.ms / 60_000, 11)]
        : hand.kind === 'nobody'
          ? hand.ended?.why
          : { ...hand, ctx: null };
  const { subject, resident, view, watching, site } = tab;
  const ofTab = [subject, resident?.resident, view?.resident, watching, site?.state];
  return JSON.stringify([hand.kind, ofHand, ofTab, watched !== null, list, isLocked]);
}

/** What must never be, in words. */
function breaches(
  before: World,
  event: Event,
  { tab, hand, front, watched, list, isLocked, minute }: World,
): string[] {
  const found: string[] = [];
  const chosen = hand.kind === 'chosen' ? hand : null;
  if (isLocked && front.kind !== 'locked') found.push('something is shown under a lock');
  if (isLocked && (chosen !== null || tab.view !== null || tab.resident !== null))
    found.push('somebody is kept under a lock');
  if (watched !== (chosen?.ctx ?? null))
    found.push('a record is watched that nobody chose, or none of one chosen');
  if (chosen !== null && tab.subject.kind !== 'nobody')
    found.push('a resident chosen by hand is kept while a page shows somebody');
  const wasChosen = before.hand.kind === 'chosen' && before.front.kind === 'by-hand';
  if (wasChosen && front.kind === 'shown' && front.record.nhsNumber !== numberOf(before.hand))
    found.push('from one resident chosen by hand to another on a page without a press');
  const goesOn = event.of === 'hand' && event.action.kind === 'go-on' ? event.action.ctx : null;
  if (before.hand.kind === 'differs' && front.kind === 'shown' && goesOn !== before.hand.ctx)
    found.push('from the question about a page to somebody on it without the press that goes on');
  const isNobody = front.kind === 'no-patient' || front.kind === 'not-enabled';
  if (isNobody && hand.kind === 'nobody' && hand.ended !== null && front.putAway === undefined)
    found.push('a resident has gone, and nobody says why');
  if (hand.kind === 'choose' && minute - hand.since.ms / 60_000 >= 10)
    found.push('people who were found stand for longer than ten minutes');
  if (front.kind !== 'by-hand') return found;
  if (tab.subject.kind !== 'nobody') found.push('a resident chosen by hand stands beside another on a page');
  if (chosen === null) return [...found, 'a resident is shown whom nobody chose'];
  const { asked, resident, view } = chosen;
  if (front.listed.born !== asked.born) found.push('the date of birth is another than the one typed');
  const { nhsNumber } = front.listed;
  if (asked.by === 'nhs-number' && !('value' in nhsNumber && nhsNumber.value === asked.number))
    found.push('the number is another than the one typed');
  if (!LISTS[list]?.some((entry) => entry.resident === resident.resident))
    found.push('a resident is shown who has left the list');
  if (minute - chosen.pressed.ms / 60_000 >= 10) found.push('a resident stands for longer than ten minutes');
  if (view !== null && view.resident !== resident.resident) found.push('a view of another resident is shown');
  const identity = view?.sections.identity;
  if (identity?.state === 'known' && identity.content.kind === 'recorded') {
    if (identity.content.value.born !== asked.born) found.push('a record of another date of birth is shown');
  }
  return found;
}

function numberOf(hand: ByHand): string | null {
  const number = hand.kind === 'chosen' ? hand.resident.nhsNumber : null;
  return number?.state === 'verified' ? number.value : null;
}

/** Walks every state up to the depth, and gives what was covered and what broke a promise. */
function search(guards: ByHandGuards, depthMost = DEPTH) {
  const broken = new Set<string>();
  const kinds = new Set<string>();
  const seen = new Set<string>();
  const start: World = {
    tab: newTab('c0'),
    hand: NOTHING_BY_HAND,
    watched: null,
    list: 0,
    isLocked: false,
    minute: 0,
    front: { kind: 'not-configured' },
  };
  let edge: readonly World[] = [start];
  let transitions = 0;
  let depth = 0;
  for (; depth < depthMost && edge.length > 0; depth += 1) {
    const next: World[] = [];
    for (const before of edge)
      for (const event of eventsFor(before)) {
        transitions += 1;
        const world = live(before, event, guards);
        kinds.add(world.front.kind);
        for (const each of breaches(before, event, world)) broken.add(each);
        const key = keyOf(world);
        if (!seen.has(key)) next.push(world);
        seen.add(key);
      }
    edge = next;
  }
  return {
    broken: [...broken],
    kinds: [...kinds].toSorted(),
    states: seen.size,
    transitions,
    depth,
    isWhole: edge.length === 0,
  };
}

test('in no state that a panel can reach beside a page does any event break a promise', (t) => {
  const { broken, kinds, states, transitions, depth, isWhole } = search(EVERY_GUARD);
  t.diagnostic(`${states} states, ${transitions} transitions, all of them by depth ${depth}`);
  assert.deepEqual(broken, []);
  assert.ok(isWhole, 'a deeper search reaches states that this one did not');
  const said = `${states} states by depth ${depth}, with ${transitions.toLocaleString('en-GB')} transitions`;
  const page = readFileSync(new URL('../../../../docs/guards.md', import.meta.url), 'utf8');
  assert.ok(page.includes(said), `docs/guards.md has to say: ${said}`);
  assert.deepEqual(
    kinds,
    [
      'by-hand',
      'by-hand-choose',
      'by-hand-differs',
      'by-hand-doubted',
      'by-hand-nobody',
      'ambiguous',
      'locked',
      'no-patient',
      'not-enabled',
      'not-on-roster',
      'shown',
    ].toSorted(),
  );
});

for (const [guard, says] of [
  ['page', 'a resident chosen by hand is kept while a page shows somebody'],
  ['context', 'a view of another resident is shown'],
  ['question', 'from the question about a page to somebody on it without the press that goes on'],
  ['secondIdentifier', 'the date of birth is another than the one typed'],
  ['time', 'a resident stands for longer than ten minutes'],
  ['time', 'people who were found stand for longer than ten minutes'],
  ['lock', 'somebody is kept under a lock'],
  ['list', 'a resident is shown who has left the list'],
  ['record', 'a record of another date of birth is shown'],
] as const)
  test(`with the guard "${guard}" switched off, the search sees it: ${says}`, () => {
    const { broken } = search({ ...EVERY_GUARD, [guard]: false }, 5);
    assert.ok(broken.includes(says), broken.join('; '));
  });

test('behind the guard "page" stands another: with both switched off, two people meet', () => {
  const { broken } = search({ ...EVERY_GUARD, page: false, front: false }, 4);
  assert.ok(broken.includes('a resident chosen by hand stands beside another on a page'), broken.join('; '));
});
