import type { CareIntent } from '@ehch/clinical';
import { isDeciding } from '@ehch/clinical/care-plan';
import type { Operation } from '@ehch/store';
import { handOf, type PushContext } from './context.ts';
import type { ReadableEntry } from './lanes.ts';

/**
 * [P] Milliseconds. Whoever decides has looked at what the server said a moment before. Later somebody may have decided otherwise, on
 * paper or at another place.
 */
const DECISION_MS = 600_000;

/** A decision of the plan with the moment until which it is sent by itself (SPEC P21). Anything else goes as long as it takes. */
export function inTime(operation: Operation, { what }: CareIntent, now: number): Operation {
  return what.kind === 'plan-line' && isDeciding(what) ? withTime(operation, now) : operation;
}

/** The same once a person has looked at it again. */
export function inTimeAgain(operation: Operation, now: number): Operation {
  return operation.goesUntil === undefined ? operation : withTime(operation, now);
}

function withTime(operation: Operation, now: number): Operation {
  return { ...operation, goesUntil: new Date(now + DECISION_MS).toISOString() };
}

/** Whether a decision comes too late to be sent unasked. One that has arrived in part goes on: half of it is none. */
export function isTooLate(context: PushContext, entry: ReadableEntry): boolean {
  const { goesUntil } = entry.operation;
  if (goesUntil === undefined || !context.guards.decidesInTime) return false;
  return context.timing.now() > Date.parse(goesUntil) && handOf(context, entry).arrived.size === 0;
}

export const TOO_LATE =
  'This decision did not reach the server within ten minutes, so it is not in force. Look at what the server says now. Then send it, or give it up.';
