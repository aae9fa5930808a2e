import { leave, unkept } from './leave.ts';
import {
  EVERY_LOCK_GUARD,
  holdsBack,
  type AroundLock,
  type Lock,
  type LockEvent,
  type LockGuards,
  type LockStep,
} from './lock.ts';
import { isOver } from './over.ts';
import { MOST_TRIES } from '../../messages/accounts.ts';

type Soft = Extract<Lock, { at: 'soft' }>;

/** Returns the next lock and its effects. What does not fit the lock changes nothing. */
export function stepLock(
  lock: Lock,
  event: LockEvent,
  around: AroundLock,
  guards: LockGuards = EVERY_LOCK_GUARD,
): LockStep {
  if (lock.at === 'free') return free(lock, event, guards);
  if (event.kind === 'wipe' && event.epoch > around.wiped && guards.wipe)
    return wipe(lock, event.epoch, guards);
  // Guard: an alarm may come late, and a computer may have slept. So each event first asks how long nobody was here.
  const over = isOver(lock, around, guards);
  if (over === null) return stepNow(lock, event, around, guards);
  const first = over === 'soft' ? soften(lock, guards) : leave(lock, over, around, guards);
  const { lock: next, effects } = stepNow(first.lock, event, around, guards);
  return { lock: next, effects: [...first.effects, ...effects] };
}

function free(lock: Extract<Lock, { at: 'free' }>, { kind }: LockEvent, guards: LockGuards): LockStep {
  if (kind === 'computer-open') return stay({ ...lock, isComputerLocked: false });
  if (kind !== 'computer-locked' || !guards.computer || lock.isComputerLocked) return stay(lock);
  return { lock: { ...lock, isComputerLocked: true }, effects: blanked(lock, guards) };
}

function stepNow(lock: Lock, event: LockEvent, around: AroundLock, guards: LockGuards): LockStep {
  const { now } = around;
  switch (event.kind) {
    case 'signed-in': {
      const { hasPin } = event;
      return {
        lock: { at: 'open', hasPin, seen: now, heard: now },
        effects: [...blanked(lock, guards), { kind: 'begin' }, { kind: 'arm-alarm', isOn: true }],
      };
    }
    case 'press-lock':
      return soften(lock, guards);
    case 'idle':
      return guards.idle ? soften(lock, guards) : stay(lock);
    case 'active':
      return stay(lock.at === 'open' ? { ...lock, seen: now } : lock);
    case 'heard':
      return stay(lock.at === 'open' || lock.at === 'soft' ? { ...lock, heard: now } : lock);
    case 'sign-out':
      return signOut(lock, around, guards);
    case 'computer-locked':
      return guards.computer ? leave(lock, 'computer', around, guards) : stay(lock);
    case 'refused':
      return guards.refused ? leave(lock, 'refused', around, guards) : stay(lock);
    case 'sent':
      return sent(lock, around, guards);
    case 'pin':
    case 'pin-right':
    case 'pin-wrong':
      return lock.at === 'soft' ? pin(lock, event.kind, around, guards) : stay(lock);
    case 'computer-open':
    case 'time':
    case 'wipe':
      return stay(lock);
  }
}

function soften(lock: Lock, guards: LockGuards): LockStep {
  if (lock.at !== 'open') return stay(lock);
  return { lock: { ...lock, at: 'soft', tries: 0 }, effects: blanked(lock, guards) };
}

/** Guard: what was not sent keeps its author from signing out, in words. A lock is possible at any time. */
function signOut(lock: Lock, around: AroundLock, guards: LockGuards): LockStep {
  if (lock.at !== 'open' && lock.at !== 'soft') return stay(lock);
  if (guards.work && around.work.kept > 0) return { lock, effects: [{ kind: 'tell-unsent' }] };
  return leave(lock, 'asked', around, guards);
}

/** A PIN counts before it is compared, so that a vault that ends in between gives no further try. */
function pin(
  lock: Soft,
  kind: 'pin' | 'pin-right' | 'pin-wrong',
  around: AroundLock,
  guards: LockGuards,
): LockStep {
  const isSpent = guards.tries && lock.tries >= MOST_TRIES;
  if (kind === 'pin') {
    if (guards.noPin && !lock.hasPin) return stay(lock);
    if (isSpent) return leave(lock, 'pin', around, guards);
    return { lock: { ...lock, tries: lock.tries + 1 }, effects: [{ kind: 'compare-pin' }] };
  }
  if (kind === 'pin-wrong') return isSpent ? leave(lock, 'pin', around, guards) : stay(lock);
  // Guard: "right" answers a PIN that was given.
  if (guards.asked && lock.tries === 0) return stay(lock);
  const { hasPin, heard } = lock;
  return { lock: { at: 'open', hasPin, heard, seen: around.now }, effects: [] };
}

/** The last escalation has gone. What was kept for it alone goes as well. */
function sent(lock: Lock, { work, settings }: AroundLock, guards: LockGuards): LockStep {
  if ((lock.at !== 'hard' && lock.at !== 'signed-out') || !lock.stillSends || !guards.sent) return stay(lock);
  return {
    lock: { ...lock, stillSends: false },
    effects: [
      ...(guards.revoke ? [{ kind: 'revoke' } as const] : []),
      { kind: 'clear-session' },
      ...(work.kept > 0 && guards.work ? [] : unkept(settings)),
      { kind: 'arm-alarm', isOn: false },
    ],
  };
}

/** Guard: an order to erase counts once, in whatever state, and also where something was not sent. */
function wipe(lock: Lock, epoch: number, guards: LockGuards): LockStep {
  return {
    lock: { at: 'signed-out', why: 'wiped', stillSends: false },
    effects: [
      ...blanked(lock, guards),
      ...(guards.revoke ? [{ kind: 'revoke' } as const] : []),
      { kind: 'clear-session' },
      { kind: 'drop-keys', keeps: 'nothing' },
      { kind: 'delete-database', all: true },
      { kind: 'note-wiped', epoch },
      { kind: 'arm-alarm', isOn: false },
    ],
  };
}

function blanked(lock: Lock, guards: LockGuards): readonly [] | readonly [{ readonly kind: 'blank' }] {
  return guards.blank && !holdsBack(lock) ? [{ kind: 'blank' }] : [];
}

const stay = (lock: Lock): LockStep => ({ lock, effects: [] });
