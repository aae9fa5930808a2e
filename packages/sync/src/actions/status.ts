import type { DeviceStatus, WaitingForPerson } from '@ehch/clinical';
import type { Operation, Outbox, OutboxCounts, OutboxEntry, OutboxState } from '@ehch/store';
import { isByNobody } from '../nobody.ts';
import { isOfHome } from '../push/lanes.ts';
import type { SignedIn } from '../engine-configuration.ts';
import { isAudit, isForPerson, statesForPerson } from '../push/waits-for.ts';

/**
 * What a person has to know of an entry. `goes-on`: it is sent by itself, or once its author is back. What nobody was signed
 * in for has no author who could come back, so somebody has to take it over.
 */
export function standingOf(entry: OutboxEntry): WaitingForPerson['state'] | 'goes-on' {
  const { operation, state } = entry;
  if (isAudit(entry)) return 'goes-on';
  if (operation === null) return 'unreadable';
  if (isForPerson(state)) return state;
  return isForTaking(entry) ? 'nobody-signed-in' : 'goes-on';
}

/** Whether nobody was signed in for this. Worries and audit events belong to the home, so any member sends them. */
export function isForTaking({ operation }: OutboxEntry): boolean {
  return operation !== null && isByNobody(operation.author) && !isOfHome(operation);
}

/** The states in which the server may have it: it is on its way, or nobody knows. */
const MAY_HAVE_ARRIVED: readonly OutboxState[] = ['sending', 'unknown'];

type Unsent = Pick<DeviceStatus, 'unsent' | 'waitingForPerson'>;

/** The audit events that the server has refused (SPEC U2). It needs no key. */
export async function refusedAuditsIn(outbox: Outbox): Promise<Pick<DeviceStatus, 'refusedAudits'>> {
  const { auditsByState } = await outbox.counts();
  const refusedAudits = countOf(auditsByState, statesForPerson);
  return refusedAudits === 0 ? {} : { refusedAudits };
}

/** The part of the status that the outbox knows without a key, so that a locked screen can say it. */
export async function countedIn(outbox: Outbox): Promise<Unsent> {
  const { total, escalations, audits, byState } = await outbox.counts();
  return {
    // No person waits for an audit event, and none has to do anything about it.
    unsent: { total: total - audits, escalations, unknown: countOf(byState, MAY_HAVE_ARRIVED) },
    waitingForPerson: countOf(byState, statesForPerson),
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

/**
 * The same of an open device: with what cannot be read, what is being checked, and whose the rest is. `ofNobody`: how many a
 * signed-in person could take over.
 */
export async function unsentIn(
  outbox: Outbox,
  user: SignedIn | null,
): Promise<Unsent & { readonly ofNobody: number }> {
  const entries = (await outbox.entries()).filter((entry) => !isAudit(entry));
  const isOfAnother = ({ author, linkedBy = author }: Operation) =>
    !isByNobody(author) && linkedBy.sub !== user?.sub;
  return {
    unsent: {
      total: entries.length,
      escalations: entries.filter(({ operation }) => operation?.class === 'escalation').length,
      unknown: entries.filter(({ state }) => MAY_HAVE_ARRIVED.includes(state)).length,
      ofOthers: entries.filter(({ operation }) => operation !== null && isOfAnother(operation)).length,
    },
    waitingForPerson: entries.filter((entry) => asksSomebody(entry, user)).length,
    ofNobody: user === null ? 0 : entries.filter(isForTaking).length,
  };
}

/** Before anybody is signed in, nobody can take anything over. */
function asksSomebody(entry: OutboxEntry, user: SignedIn | null): boolean {
  const standing = standingOf(entry);
  return standing !== 'goes-on' && (standing !== 'nobody-signed-in' || user !== null);
}

function countOf(byState: OutboxCounts['byState'], states: readonly OutboxState[]): number {
  return states.reduce((sum, state) => sum + (byState[state] ?? 0), 0);
}
