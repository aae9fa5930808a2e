import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Template } from '../../hosts/template.ts';
import type { TaughtReading, TeachPressed } from '../../messages/teaching.ts';
import { stepTeaching } from './step.ts';
import {
  EVERY_TEACHING_GUARD,
  NOT_TEACHING,
  TAUGHT_FOR_MS,
  type Teaching,
  type TeachingEvent,
  type TeachingGuards,
} from './teaching.ts';

const A: TaughtReading = { nhsNumber: '9990000018', born: '1938-03-09', family: 'ASHWORTH', given: 'Doris' };
const B: TaughtReading = { nhsNumber: '9990000026', born: '1941-07-14', family: null, given: null };
const TWIN: TaughtReading = { ...B, born: A.born };
const SAME: TaughtReading = { ...A, born: '1941-07-14' };
const HALF: TaughtReading = { ...B, born: null };
const READINGS = [A, B, TWIN, SAME, HALF];
const TEMPLATE = { id: 'taught' } as Template;
const SITE = { tab: 1, origin: 'https://gp.example' };

/** Minutes that pass between two events, where they do. */
const MINUTES = 6;

interface World {
  readonly teaching: Teaching;
  readonly minute: number;
  /** What is kept for the site. */
  readonly kept: 'nothing' | 'draft' | 'confirmed';
  readonly asked: number;
}

const START: World = { teaching: NOT_TEACHING, minute: 0, kept: 'nothing', asked: 0 };

type Event = TeachingEvent | { readonly kind: 'minutes' };

function eventsFor({ teaching }: World): readonly Event[] {
  const own = teaching.at === 'off' ? 'none' : teaching.ask;
  const answers = [own, 'a former one'].flatMap((ask): Event[] => [
    { kind: 'covered', ask },
    { kind: 'not-taken', ask, why: 'frame', text: null },
    { kind: 'picked', ask, label: null, choices: [{ ...B, born: null }] },
    { kind: 'picked', ask, label: null, choices: [A, B] },
    ...READINGS.map((reading): Event => ({ kind: 'drafted', ask, template: TEMPLATE, reading, words: [] })),
    { kind: 'drafted', ask, template: 'no-path', reading: A, words: [] },
    ...[null, ...READINGS].map((reading): Event => ({ kind: 'looked', ask, reading, words: [] })),
    { kind: 'pick', ticket: ask, x: 1, y: 1 },
    ...PRESSES.map((pressed): Event => ({ kind: 'press', ask, pressed })),
  ]);
  return [
    { kind: 'begin', ...SITE, draft: null },
    { kind: 'begin', ...SITE, draft: TEMPLATE },
    { kind: 'ready' },
    { kind: 'lost' },
    { kind: 'not-here' },
    { kind: 'locked' },
    { kind: 'tab-gone', tab: 1 },
    { kind: 'tab-gone', tab: 2 },
    { kind: 'time' },
    { kind: 'minutes' },
    ...answers,
  ];
}

const PRESSES: readonly TeachPressed[] = [
  { press: 'yes', choice: 0 },
  { press: 'yes', choice: 3 },
  ...(['again', 'skip', 'keep', 'look', 'both-right', 'stop'] as const).map((press) => ({ press })),
];

function live(world: World, event: Event, guards: TeachingGuards, broken: Set<string>): World {
  const { teaching: before, minute, asked } = world;
  if (event.kind === 'minutes')
    // The vault wakes itself when something is due.
    return live({ ...world, minute: minute + MINUTES }, { kind: 'time' }, guards, broken);
  const around = { ms: minute * 60_000, freshAsk: `q${asked + 1}` };
  const { teaching, effects } = stepTeaching(before, event, around, guards);
  let { kept } = world;
  const isOld = 'ask' in event && event.ask === 'a former one';
  if (isOld && (teaching !== before || effects.length > 0))
    broken.add('an answer to a former question counts');
  for (const effect of effects) {
    if (effect.kind === 'keep') {
      if (effect.state === 'confirmed' && !isProven(before))
        broken.add('a draft counts that was seen with one person');
      if (event.kind !== 'press') broken.add('something is kept without a press');
      kept = effect.state;
    }
    if (effect.kind === 'tell' && effect.message.kind === 'pick') {
      const ticket = event.kind === 'pick' ? event.ticket : null;
      if (before.at !== 'asking' || !before.isCovered || ticket !== before.ask)
        broken.add('a click counts that nobody asked for');
    }
  }
  if (event.kind === 'locked' && holds(teaching) !== '') broken.add('somebody is kept under a lock');
  if (event.kind === 'tab-gone' && event.tab === 1 && holds(teaching) !== '')
    broken.add('somebody is kept without their tab');
  if (
    teaching.at !== 'off' &&
    holds(teaching) !== '' &&
    minute - teaching.pressed / 60_000 >= TAUGHT_FOR_MS / 60_000
  )
    broken.add('somebody is kept for longer than ten minutes');
  if (event.kind === 'lost' && (teaching.at === 'picked' || teaching.at === 'draft'))
    broken.add('what was pointed at outlives its page');
  if (teaching.at === 'draft' && (teaching.reading.nhsNumber === null || teaching.reading.born === null))
    broken.add('a draft without number and date of birth');
  return { ...world, teaching, kept, asked: asked + 1 };
}

function isProven(before: Teaching): boolean {
  if (before.at !== 'looks') return false;
  const { first, second } = before;
  return (
    first !== null &&
    second !== null &&
    [first, second].every(({ nhsNumber, born }) => nhsNumber !== null && born !== null) &&
    first.nhsNumber !== second.nhsNumber &&
    first.born !== second.born
  );
}

/** What a state holds of people. */
function holds(teaching: Teaching): string {
  const text = JSON.stringify(teaching);
  return READINGS.filter(({ nhsNumber }) => text.includes(nhsNumber ?? ''))
    .map(({ nhsNumber }) => nhsNumber)
    .join();
}

/** A state without the ids of questions and the hour, which never meet a decision. */
function keyOf({ teaching, minute, kept }: World): string {
  if (teaching.at === 'off') return JSON.stringify(['off', kept]);
  const { ask: _, pressed, ...rest } = teaching;
  return JSON.stringify([rest, Math.min(minute - pressed / 60_000, 11), kept]);
}

function search(guards: TeachingGuards) {
  const broken = new Set<string>();
  const seen = new Set([keyOf(START)]);
  const states = new Set<string>();
  let [edge, transitions, depth]: [readonly World[], number, number] = [[START], 0, 0];
  for (; edge.length > 0; depth += 1) {
    const next: World[] = [];
    for (const world of edge)
      for (const event of eventsFor(world)) {
        transitions += 1;
        const after = live(world, event, guards, broken);
        states.add(after.teaching.at);
        if (!seen.has(keyOf(after))) next.push(after);
        seen.add(keyOf(after));
      }
    edge = next;
  }
  return { broken: [...broken], states: [...states].toSorted(), count: seen.size, transitions, depth };
}

test('in no state that teaching can reach does any event break a promise', (t) => {
  const { broken, states, count, transitions, depth } = search(EVERY_TEACHING_GUARD);
  t.diagnostic(`${count} states, ${transitions} transitions, all of them by depth ${depth}`);
  assert.deepEqual(broken, []);
  assert.deepEqual(
    states,
    ['asking', 'confirmed', 'draft', 'drafting', 'looks', 'off', 'picked', 'wrong'].toSorted(),
  );
});

for (const [guard, says] of [
  ['ask', 'an answer to a former question counts'],
  ['ticket', 'a click counts that nobody asked for'],
  ['whole', 'a draft without number and date of birth'],
  ['differs', 'a draft counts that was seen with one person'],
  ['lock', 'somebody is kept under a lock'],
  ['time', 'somebody is kept for longer than ten minutes'],
  ['tab', 'somebody is kept without their tab'],
  ['left', 'what was pointed at outlives its page'],
] as const)
  test(`with the guard "${guard}" switched off, the search sees it: ${says}`, () => {
    const { broken } = search({ ...EVERY_TEACHING_GUARD, [guard]: false });
    assert.ok(broken.includes(says), broken.join('; '));
  });
