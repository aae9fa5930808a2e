import { EhchError } from '@ehch/clinical';
import type {
  Acknowledgement,
  GivenUp,
  OutboxChange,
  OutboxEntry,
  OutboxState,
  WrittenVersion,
} from './outbox.ts';
import type { Operation } from './operation.ts';

type Move = Extract<OutboxChange, { kind: 'move' }>;
type Accept = Extract<OutboxChange, { kind: 'accept' }>;
type Discard = Extract<OutboxChange, { kind: 'discard' }>;

/** The entry as it enters the outbox. */
export function queued(n: number, operation: Operation): OutboxEntry {
  return {
    n,
    intent: operation.intent,
    state: 'queued',
    notBefore: 0,
    attempts: 0,
    epoch: 0,
    operation,
    sent: [],
    problem: null,
  };
}

/** An entry of an operation that the server has lost, with the earlier presses that it carried. */
export function reopened(
  n: number,
  operation: Operation,
  joined: readonly string[],
  to: Pick<OutboxEntry, 'state' | 'problem'>,
): OutboxEntry & { readonly operation: Operation } {
  const own = joined.length === 0 ? operation : { ...operation, joined };
  return { ...queued(n, own), ...to, operation: own };
}

/** The entry after a move. Its place and its intent never change (SPEC O1, O2). */
export function moved(entry: OutboxEntry, epoch: number | null, move: Move): OutboxEntry {
  if (move.operation && move.operation.intent !== entry.intent) {
    throw new EhchError('bad-argument', 'A changed operation keeps the intent of its entry.');
  }
  return {
    ...entry,
    state: move.to,
    notBefore: move.notBefore,
    attempts: entry.attempts + (move.countAttempt ? 1 : 0),
    epoch: epoch ?? entry.epoch,
    operation: move.operation ?? entry.operation,
    sent: move.attempt ? [...entry.sent, move.attempt] : entry.sent,
    problem: move.problem === undefined ? entry.problem : move.problem,
  };
}

/** The trace that an accepted operation leaves (SPEC O4). `isKept`: whether its source may be kept. */
export function acknowledgementOf(
  operation: Operation,
  accept: Accept,
  { isKept, isOnlyCopy }: { readonly isKept: boolean; readonly isOnlyCopy: boolean },
): Acknowledgement {
  return {
    intent: operation.intent,
    resident: operation.resident,
    at: accept.at,
    about: operation.about,
    author: operation.author,
    class: operation.class,
    bodies: isKept ? accept.bodies : [],
    written: accept.bodies.map(versionOf),
    updates: isKept ? operation.parts.filter((part) => part.op === 'update') : [],
    merged: accept.merged ?? null,
    ...(accept.isDeleted === true && { isDeleted: true }),
    ...(isOnlyCopy && { operation }),
  };
}

/** A resource's name and version, and nothing of what it says. */
export function versionOf({ type, id, version }: WrittenVersion): WrittenVersion {
  return { type, id, version };
}

/** What stays known of an entry that a person gave up. */
export function givenUpBy({ at, by, name, why, replacedBy }: Discard): GivenUp {
  return { at, by: name ?? by, why, replacedBy: replacedBy ?? null };
}

/** States in which the server was not asked yet, so that nothing can have reached it. */
const UNSENT: readonly OutboxState[] = ['queued', 'wait-auth', 'wait-dependency', 'held'];

/** Whether an entry may be joined with its neighbours: it was never sent (sync P11). */
export function isUnsent(entry: Pick<OutboxEntry, 'state' | 'attempts' | 'operation'>): boolean {
  return entry.attempts === 0 && entry.operation !== null && UNSENT.includes(entry.state);
}

/** An escalation or an audit event: it lies under the home's key, and nothing holds it back (SPEC K6, O5, P2). */
export function isOfHome({ class: kind }: Pick<Operation, 'class'>): boolean {
  return kind === 'escalation' || kind === 'audit';
}

/** States that a purge turns to `held`. What may have reached the server is verified first, so it stays as it is. */
export const HELD_BY_PURGE: readonly OutboxState[] = ['queued', 'wait-auth', 'wait-dependency'];
