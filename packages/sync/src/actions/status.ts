import type { DeviceStatus } from '@ehch/clinical';
import type { Outbox, OutboxState } from '@ehch/store';
import type { SignedIn } from '../protocol.ts';

/** The states in which only a person can go on. */
export const FOR_A_PERSON: readonly OutboxState[] = ['conflict', 'rejected', 'held'];

type Unsent = Pick<DeviceStatus, 'unsent' | 'waitingForPerson'>;

/** The part of the status that the outbox knows without a key, so that a locked screen can say it. */
export async function countedIn(outbox: Outbox): Promise<Unsent> {
  const { total, escalations, audits, byState } = await outbox.counts();
  return {
    // No person waits for an audit event, and none has to do anything about it.
    unsent: { total: total - audits, escalations },
    waitingForPerson: FOR_A_PERSON.reduce((sum, state) => sum + (byState[state] ?? 0), 0),
  };
}

/**
 * What lies on a device without a server. All of it is counted as unsent, because no other place has it. Nothing waits for a
 * sign-in, and nothing may have arrived.
 */
export async function countedHere(outbox: Outbox): Promise<Unsent> {
  const counted = await countedIn(outbox);
  const { accepted } = await outbox.counts();
  return { ...counted, unsent: { ...counted.unsent, total: counted.unsent.total + accepted } };
}

/** The same of an open device: with what cannot be read, what is being checked, and whose the rest is. */
export async function unsentIn(outbox: Outbox, user: SignedIn | null): Promise<Unsent> {
  const entries = (await outbox.entries()).filter(({ operation }) => operation?.class !== 'audit');
  const isOfAnother = (sub: string | undefined) => sub !== undefined && sub !== user?.sub;
  return {
    unsent: {
      total: entries.length,
      escalations: entries.filter(({ operation }) => operation?.class === 'escalation').length,
      unknown: entries.filter(({ state }) => state === 'unknown' || state === 'sending').length,
      ofOthers: entries.filter(({ operation }) =>
        isOfAnother((operation?.linkedBy ?? operation?.author)?.sub),
      ).length,
    },
    // A row that cannot be read is in front of a person as well.
    waitingForPerson: entries.filter(
      ({ operation, state }) => operation === null || FOR_A_PERSON.includes(state),
    ).length,
  };
}
