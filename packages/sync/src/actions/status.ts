import type { DeviceStatus, WaitingForPerson } from '@ehch/clinical';
import type { Operation, Outbox, OutboxEntry, OutboxState } from '@ehch/store';
import { isByNobody } from '../nobody.ts';
import { isOfHome } from '../push/lanes.ts';
import type { SignedIn } from '../protocol.ts';

/** The states in which only a person can go on. */
const FOR_A_PERSON = ['conflict', 'rejected', 'held'] as const satisfies readonly OutboxState[];

/**
 * What a person has to know of an entry. `goes-on`: it is sent by itself, or once its author is back. What nobody was signed
 * in for has no author who could come back, so somebody has to take it over.
 */
export function standingOf(entry: OutboxEntry): WaitingForPerson['state'] | 'goes-on' {
  const { operation, state } = entry;
  if (operation === null) return 'unreadable';
  const forPerson = FOR_A_PERSON.find((each) => each === state);
  return forPerson ?? (isForTaking(entry) ? 'nobody-signed-in' : 'goes-on');
}

/** Whether nobody was signed in for this. Worries and audit events belong to the home, so any member sends them. */
export function isForTaking({ operation }: OutboxEntry): boolean {
  return operation !== null && isByNobody(operation.author) && !isOfHome(operation);
}

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
 * The same of an open device: with what cannot be read, what is being checked, and whose the rest is. `ofNobody`: how many a
 * signed-in person could take over.
 */
export async function unsentIn(
  outbox: Outbox,
  user: SignedIn | null,
): Promise<Unsent & { readonly ofNobody: number }> {
  const entries = (await outbox.entries()).filter(({ operation }) => operation?.class !== 'audit');
  const isOfAnother = ({ author }: Operation) => !isByNobody(author) && author.sub !== user?.sub;
  return {
    unsent: {
      total: entries.length,
      escalations: entries.filter(({ operation }) => operation?.class === 'escalation').length,
      unknown: entries.filter(({ state }) => state === 'unknown' || state === 'sending').length,
      ofOthers: entries.filter(({ operation }) => operation !== null && isOfAnother(operation)).length,
    },
    waitingForPerson: entries.filter((entry) => isForPerson(entry, user)).length,
    ofNobody: user === null ? 0 : entries.filter(isForTaking).length,
  };
}

/** Before anybody is signed in, nobody can take anything over. */
function isForPerson(entry: OutboxEntry, user: SignedIn | null): boolean {
  const standing = standingOf(entry);
  return standing !== 'goes-on' && (standing !== 'nobody-signed-in' || user !== null);
}
