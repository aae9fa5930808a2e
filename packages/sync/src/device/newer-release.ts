import { EhchError, type DeviceStatus } from '@ehch/clinical';
import type { OutboxCounts } from '@ehch/store';

/** Before a configuration there is neither a server nor anything that was kept. */
export const NOT_CONFIGURED: Omit<DeviceStatus, 'runsIn'> = {
  lasts: 'memory',
  lock: 'unlocked',
  server: 'not-asked',
  sends: 'not-known-yet',
  unsent: { total: 0, escalations: 0 },
  waitingForPerson: 0,
  loading: null,
  lost: 0,
};

/** What was asked for, or something else where a newer release wrote what lies here (store SPEC D7). */
export async function unlessOfNewer<Asked, Other>(
  asked: Promise<Asked>,
  otherwise: () => Promise<Other>,
): Promise<Asked | Other> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof EhchError && error.code === 'newer-release') return otherwise();
    throw error;
  }
}

/** A newer release wrote what lies here, so this one reads and sends nothing of it. Its counts are plain. */
export function newerStatus(runsIn: DeviceStatus['runsIn'], counts: OutboxCounts | null): DeviceStatus {
  const { total = 0, audits = 0, escalations = 0 } = counts ?? {};
  return {
    ...NOT_CONFIGURED,
    runsIn,
    lasts: 'device',
    lock: 'locked',
    unsent: { total: total - audits, escalations },
    newerRelease: counts === null ? 'not-counted' : 'counted',
  };
}
