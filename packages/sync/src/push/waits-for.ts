import type { OutboxEntry, OutboxState } from '@ehch/store';

/** Whom an entry waits for in each state. Every list of those that wait for a person comes from here. */
const WAITS_FOR = {
  queued: 'push',
  sending: 'push',
  unknown: 'push',
  'wait-auth': 'push',
  'wait-dependency': 'push',
  held: 'person',
  conflict: 'person',
  rejected: 'person',
} as const satisfies Readonly<Record<OutboxState, 'push' | 'person'>>;

type Waiting = typeof WAITS_FOR;

/** A state in which only a person can go on. */
type StateForPerson = {
  [State in OutboxState]: Waiting[State] extends 'person' ? State : never;
}[OutboxState];

export function isForPerson(state: OutboxState): state is StateForPerson {
  return WAITS_FOR[state] === 'person';
}

export const statesForPerson = (Object.keys(WAITS_FOR) as OutboxState[]).filter(isForPerson);

/** Whether only a person can go on with an entry. A refused audit event is tried again by itself instead (SPEC U2). */
export function waitsForPerson(entry: OutboxEntry): boolean {
  return isForPerson(entry.state) && !isAudit(entry);
}

/** The trace of a view. No person waits for it, and none may give it up, because the audit cannot be switched off (SPEC U1). */
export function isAudit({ operation, isAudit: isKnownAudit }: OutboxEntry): boolean {
  return operation === null ? isKnownAudit === true : operation.class === 'audit';
}
