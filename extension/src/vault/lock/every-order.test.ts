// Every order of events, until no new state is reached: each state is met once, and each event is tried in it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  EVERY_LOCK_GUARD,
  holdsBack,
  type Lock,
  type LockEvent,
  type LockGuards,
  type LockSettings,
} from './lock.ts';
import { elapsedMs, isMovedBack, type Stamp } from './stamp.ts';
import { MOST_TRIES } from '../../messages/accounts.ts';
import { stepLock } from './step.ts';

const MINUTE = 60_000;
/** One, three and four steps of time: small, so that the search ends. */
const SETTINGS = { softLockMinutes: 5, hardLockMinutes: 15, maxOfflineHours: 1 / 3 } as const;

interface World {
  readonly lock: Lock;
  readonly now: Stamp;
  /** Whether the session's memory has tokens. */
  readonly hasTokens: boolean;
  /** Whether the key that reads what was not sent is there, in memory. */
  readonly hasKey: boolean;
  /** PINs that were compared since the lock was last open. */
  readonly compared: number;
  readonly wiped: number;
}

const AT: Stamp = { wall: 1_000 * MINUTE, mono: 0, run: 'r0' };
const START: World = {
  lock: { at: 'signed-out', why: 'not-yet', stillSends: false },
  now: AT,
  hasTokens: false,
  hasKey: false,
  compared: 0,
  wiped: 0,
};
const FREE: World = { ...START, lock: { at: 'free', isComputerLocked: false } };

/** Time passes before an event: none; five minutes, also while a computer sleeps or the vault ended; or it runs back. */
type Passing = 'nothing' | 'running' | 'asleep' | 'ended' | 'back';
const PASSINGS: readonly Passing[] = ['nothing', 'running', 'asleep', 'ended', 'back'];

function passed({ wall, mono, run }: Stamp, how: Passing): Stamp {
  if (how === 'nothing') return { wall, mono, run };
  if (how === 'back') return { wall: wall - 5 * MINUTE, mono: mono + 1, run };
  if (how === 'ended') return { wall: wall + 5 * MINUTE, mono: 0, run: `${run}+` };
  return { wall: wall + 5 * MINUTE, mono: how === 'running' ? mono + 5 * MINUTE : mono, run };
}

const WORK = [
  { escalations: 0, kept: 0 },
  { escalations: 0, kept: 1 },
  { escalations: 1, kept: 1 },
];

const EVENTS: readonly LockEvent[] = [
  { kind: 'signed-in', hasPin: true },
  { kind: 'signed-in', hasPin: false },
  ...(
    [
      'press-lock',
      'sign-out',
      'pin',
      'pin-right',
      'pin-wrong',
      'active',
      'idle',
      'computer-locked',
      'computer-open',
      'time',
      'heard',
      'refused',
      'sent',
    ] as const
  ).map((kind) => ({ kind })),
  { kind: 'wipe', epoch: 1 },
  { kind: 'wipe', epoch: 0 },
];

function live(
  world: World,
  event: LockEvent,
  how: Passing,
  work: (typeof WORK)[number],
  lockMode: LockSettings['lockMode'],
  guards: LockGuards,
  broken: Set<string>,
): World {
  const now = passed(world.now, how);
  const settings = { ...SETTINGS, lockMode };
  const around = { now, settings, work, wiped: world.wiped };
  const { lock, effects } = stepLock(world.lock, event, around, guards);
  let { hasTokens, hasKey, compared, wiped } = world;
  const has = (kind: (typeof effects)[number]['kind']) => effects.some((each) => each.kind === kind);
  const isWipe = event.kind === 'wipe' && event.epoch > world.wiped && world.lock.at !== 'free';

  if (!holdsBack(world.lock) && holdsBack(lock) && effects[0]?.kind !== 'blank')
    broken.add('a screen is not blanked, or not first');
  const opens = event.kind === 'signed-in' || (event.kind === 'pin-right' && world.compared > 0);
  if (holdsBack(world.lock) && lock.at === 'open' && !opens) broken.add('a lock opens by itself');
  for (const effect of effects) {
    if (effect.kind === 'begin') [hasTokens, hasKey] = [true, true];
    if (effect.kind === 'compare-pin') {
      compared += 1;
      if (lock.at !== 'soft' || !lock.hasPin) broken.add('a PIN is compared that nobody set');
    }
    if (effect.kind === 'clear-session') {
      if (hasTokens && event.kind !== 'refused' && !has('revoke'))
        broken.add('tokens go without being revoked');
      if (work.escalations > 0 && !['refused', 'sent'].includes(event.kind) && !isWipe)
        broken.add('an escalation can be sent by nobody any more');
      hasTokens = false;
    }
    if (effect.kind === 'drop-keys' && effect.keeps === 'nothing') {
      if (work.kept > 0 && !isWipe) broken.add('work that was not sent is lost');
      hasKey = false;
    }
    if (effect.kind === 'delete-database' && work.kept > 0 && !isWipe)
      broken.add('work that was not sent is lost');
    if (effect.kind === 'note-wiped') wiped = effect.epoch;
  }
  if (lock.at === 'open') compared = 0;
  if (compared > MOST_TRIES) broken.add('a sixth PIN is compared');
  if (lock.at === 'open' || lock.at === 'soft') {
    const alone = elapsedMs(lock.seen, now);
    if (lock.at === 'open' && alone >= SETTINGS.softLockMinutes * MINUTE)
      broken.add('it stays open although nobody is here');
    if (alone >= SETTINGS.hardLockMinutes * MINUTE) broken.add('keys stay although nobody is here');
    if (elapsedMs(lock.heard, now) >= SETTINGS.maxOfflineHours * 60 * MINUTE)
      broken.add('records stay without the server for too long');
    if (isMovedBack(lock.seen, now)) broken.add('a clock that was moved back keeps records');
    if (event.kind === 'refused') broken.add('it goes on although the server ended the session');
    if (event.kind === 'computer-locked') broken.add('records stay on a locked computer');
  }
  if (event.kind === 'idle' && lock.at === 'open') broken.add('it stays open although nobody is here');
  if (lock.at === 'free' && event.kind === 'computer-locked' && !holdsBack(lock))
    broken.add('records stay on a locked computer');
  if ((lock.at === 'hard' || lock.at === 'signed-out') && !lock.stillSends && hasTokens)
    broken.add('tokens outlive the session');
  if (event.kind === 'sent' && holdsBack(lock) && lock.at !== 'soft' && hasTokens)
    broken.add('tokens outlive the session');
  const isLeft = (lock.at === 'hard' || lock.at === 'signed-out') && !lock.stillSends;
  if (isLeft && event.kind === 'sent' && has('clear-session') && work.kept === 0 && hasKey)
    broken.add('a key stays for nothing');
  if (isWipe && (hasKey || hasTokens || !has('delete-database') || lock.at !== 'signed-out'))
    broken.add('something outlives an order to erase');
  if (has('tell-unsent') && work.kept === 0) broken.add('somebody is kept from signing out for nothing');
  return { lock, now, hasTokens, hasKey, compared, wiped };
}

/** A state by how long ago things were, and not by the hour. */
function keyOf({ lock, now, hasTokens, hasKey, compared, wiped }: World): string {
  const age = (since: Stamp, most: number) => [
    Math.max(-2, Math.min(most, (now.wall - since.wall) / MINUTE)),
    since.run === now.run ? Math.min(most, Math.floor((now.mono - since.mono) / MINUTE)) : 'other',
  ];
  const rest = { hasTokens, hasKey, compared: Math.min(compared, MOST_TRIES + 1), wiped };
  if (lock.at !== 'open' && lock.at !== 'soft') return JSON.stringify([lock, rest]);
  const { seen, heard, ...of } = lock;
  const tries = lock.at === 'soft' ? Math.min(lock.tries, MOST_TRIES + 1) : 0;
  return JSON.stringify([{ ...of, tries }, age(seen, 20), age(heard, 25), rest]);
}

/** @param says ends the search once this is broken: a guard that is off need not be looked at any further */
function search(guards: LockGuards, lockMode: LockSettings['lockMode'] = 'memory', says?: string) {
  const broken = new Set<string>();
  const seen = new Set([keyOf(START), keyOf(FREE)]);
  const places = new Set<string>();
  let [edge, transitions, depth]: [readonly World[], number, number] = [[START, FREE], 0, 0];
  for (; edge.length > 0 && !broken.has(says ?? ''); depth += 1) {
    const next: World[] = [];
    for (const world of edge)
      for (const event of EVENTS)
        for (const how of PASSINGS)
          for (const work of WORK) {
            transitions += 1;
            const after = live(world, event, how, work, lockMode, guards, broken);
            places.add(after.lock.at);
            const key = keyOf(after);
            if (!seen.has(key)) next.push(after);
            seen.add(key);
          }
    edge = next;
  }
  return { broken: [...broken], places: [...places].toSorted(), states: seen.size, transitions, depth };
}

test('in no state that the lock can reach does any event break a promise', (t) => {
  const { broken, places, states, transitions, depth } = search(EVERY_LOCK_GUARD);
  t.diagnostic(`${states} states, ${transitions} transitions, all of them by depth ${depth}`);
  assert.deepEqual(broken, []);
  assert.deepEqual(places, ['free', 'hard', 'open', 'signed-out', 'soft']);
  const said = `${states.toLocaleString('en-GB')} states, with ${transitions.toLocaleString('en-GB')} transitions, all of them by depth ${depth}`;
  const page = readFileSync(new URL('../../../../docs/guards.md', import.meta.url), 'utf8');
  assert.ok(page.includes(said), `docs/guards.md has to say: ${said}`);
});

test('with a key that outlives the browser, the same holds', () => {
  assert.deepEqual(search(EVERY_LOCK_GUARD, 'passphrase').broken, []);
});

for (const [guard, says] of [
  ['blank', 'a screen is not blanked, or not first'],
  ['idle', 'it stays open although nobody is here'],
  ['late', 'keys stay although nobody is here'],
  ['offline', 'records stay without the server for too long'],
  ['clock', 'a clock that was moved back keeps records'],
  ['computer', 'records stay on a locked computer'],
  ['tries', 'a sixth PIN is compared'],
  ['asked', 'a lock opens by itself'],
  ['noPin', 'a PIN is compared that nobody set'],
  ['work', 'work that was not sent is lost'],
  ['escalations', 'an escalation can be sent by nobody any more'],
  ['sent', 'tokens outlive the session'],
  ['revoke', 'tokens go without being revoked'],
  ['refused', 'it goes on although the server ended the session'],
  ['wipe', 'something outlives an order to erase'],
] as const)
  test(`with the guard "${guard}" switched off, the search sees it: ${says}`, () => {
    const { broken } = search({ ...EVERY_LOCK_GUARD, [guard]: false }, 'memory', says);
    assert.ok(broken.includes(says), broken.join('; '));
  });

test('each guard has its row', () => {
  assert.equal(Object.keys(EVERY_LOCK_GUARD).length, 15);
});
