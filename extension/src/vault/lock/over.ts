import type { AroundLock, Lock, LockGuards, WhyHard } from './lock.ts';
import { elapsedMs, isMovedBack } from './stamp.ts';

const MINUTE_MS = 60_000;

/** What has ended a session by now, although nothing said so: `soft` only locks it. `null`: nothing. */
export function isOver(
  lock: Lock,
  { now, settings }: AroundLock,
  guards: LockGuards,
): Extract<WhyHard, 'clock' | 'offline' | 'nobody-here'> | 'soft' | null {
  if (lock.at !== 'open' && lock.at !== 'soft') return null;
  const { seen, heard } = lock;
  // Guard: with a clock that was moved back, records could be kept for ever.
  if (guards.clock && (isMovedBack(seen, now) || isMovedBack(heard, now))) return 'clock';
  if (guards.offline && elapsedMs(heard, now) >= settings.maxOfflineHours * 60 * MINUTE_MS) return 'offline';
  if (!guards.late) return null;
  const alone = elapsedMs(seen, now);
  if (alone >= settings.hardLockMinutes * MINUTE_MS) return 'nobody-here';
  return lock.at === 'open' && alone >= settings.softLockMinutes * MINUTE_MS ? 'soft' : null;
}
