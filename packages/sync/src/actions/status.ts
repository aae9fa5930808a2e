import type { DeviceStatus } from '@ehch/clinical';
import type { Outbox, OutboxState } from '@ehch/store';

/** The states in which only a person can go on. */
export const FOR_A_PERSON: readonly OutboxState[] = ['conflict', 'rejected', 'held'];

/** The part of the status that the outbox knows. It needs no key, so a locked screen can say it. */
export async function unsentIn(outbox: Outbox): Promise<Pick<DeviceStatus, 'unsent' | 'waitingForPerson'>> {
  const { total, escalations, audits, byState } = await outbox.counts();
  return {
    // No person waits for an audit event, and none has to do anything about it.
    unsent: { total: total - audits, escalations },
    waitingForPerson: FOR_A_PERSON.reduce((sum, state) => sum + (byState[state] ?? 0), 0),
  };
}
