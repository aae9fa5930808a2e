import type { Configuration } from '../configuration.ts';
import type { LockSettings } from './lock.ts';

/** [P] Five minutes as a shared PC is left for a moment; an hour as somebody has gone; a night and a day without a server. */
const LOCK_DEFAULTS = { softLockMinutes: 5, hardLockMinutes: 60, maxOfflineHours: 24 } as const;

export function lockSettings({ lock = {} }: Pick<Configuration, 'lock'>): LockSettings {
  const { softLockMinutes, hardLockMinutes, maxOfflineHours } = lock;
  return {
    softLockMinutes: softLockMinutes ?? LOCK_DEFAULTS.softLockMinutes,
    hardLockMinutes: hardLockMinutes ?? LOCK_DEFAULTS.hardLockMinutes,
    maxOfflineHours: maxOfflineHours ?? LOCK_DEFAULTS.maxOfflineHours,
    // A key that outlives the browser comes with the screens on which a person chooses one.
    lockMode: 'memory',
  };
}
