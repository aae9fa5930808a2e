import {
  holdsBack,
  type AroundLock,
  type Lock,
  type LockEffect,
  type LockGuards,
  type LockSettings,
  type LockStep,
  type WhyHard,
} from './lock.ts';

/**
 * Ends a session: the keys that read records go. Guard: what was not sent stays, under its key. While an escalation of
 * the home waits, the session stays for it alone: it is blank, and opens nothing.
 */
export function leave(
  lock: Lock,
  why: WhyHard | 'asked',
  { work, settings }: AroundLock,
  guards: LockGuards,
): LockStep {
  if (lock.at === 'free') return { lock, effects: [] };
  if (lock.at === 'hard' || lock.at === 'signed-out') return leaveAgain(lock, why);
  const keepsWork = guards.work && work.kept > 0;
  // A session that the server has ended sends nothing any more.
  const stillSends = guards.escalations && work.escalations > 0 && why !== 'refused';
  const effects: readonly LockEffect[] = [
    ...(guards.blank && !holdsBack(lock) ? [{ kind: 'blank' } as const] : []),
    ...(stillSends || why === 'refused' || !guards.revoke ? [] : [{ kind: 'revoke' } as const]),
    ...(stillSends ? [] : [{ kind: 'clear-session' } as const]),
    ...(keepsWork ? [{ kind: 'drop-keys', keeps: 'work' } as const] : unkept(settings)),
    { kind: 'arm-alarm', isOn: stillSends },
  ];
  const next: Lock =
    why === 'asked' ? { at: 'signed-out', why, stillSends } : { at: 'hard', why, stillSends };
  return { lock: next, effects };
}

/** Nothing here is of any use any more. With a passphrase or a passkey it is, to whoever has it. */
export function unkept({ lockMode }: LockSettings): readonly LockEffect[] {
  const drop: LockEffect = { kind: 'drop-keys', keeps: 'nothing' };
  return lockMode === 'memory' ? [drop, { kind: 'delete-database', all: false }] : [drop];
}

/** The session that stayed for an escalation has ended at the server. */
function leaveAgain(lock: Extract<Lock, { at: 'hard' | 'signed-out' }>, why: WhyHard | 'asked'): LockStep {
  if (why !== 'refused' || !lock.stillSends) return { lock, effects: [] };
  return {
    lock: { at: 'hard', why, stillSends: false },
    effects: [{ kind: 'clear-session' }, { kind: 'arm-alarm', isOn: false }],
  };
}
