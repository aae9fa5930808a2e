import { isDeciding } from '@ehch/clinical/care-plan';
import type { TakenIntent } from '@ehch/clinical/session';
import type { Operation } from '@ehch/store';
import { takenIntentIn } from '../actions/intents-in.ts';
import { handOf, type PushContext } from './context.ts';
import type { ReadableEntry } from './lanes.ts';

/**
 * [P] Milliseconds. Whoever decides has looked at what the server said a moment before. Later somebody may have decided otherwise, on
 * paper or at another place.
 */
const DECISION_MS = 600_000;

/** A decision of the plan with the moment until which it is sent by itself (SPEC P21). Anything else goes as long as it takes. */
export function inTime(operation: Operation, { what }: Pick<TakenIntent, 'what'>, now: number): Operation {
  return what.kind === 'plan-line' && isDeciding(what) ? withTime(operation, now) : operation;
}

/** The same once a person has looked at it again, also where it was made anew from its trace. */
export function inTimeAgain(operation: Operation, now: number): Operation {
  const intent = takenIntentIn(operation.about);
  return intent === null ? operation : inTime(operation, intent, now);
}

function withTime(operation: Operation, now: number): Operation {
  return { ...operation, goesUntil: new Date(now + DECISION_MS).toISOString() };
}

/** Whether a decision comes too late to be sent unasked. One that has arrived in part goes on: half of it is none. */
export function isTooLate(context: PushContext, entry: ReadableEntry): boolean {
  const { goesUntil } = entry.operation;
  if (goesUntil === undefined || !context.guards.decidesInTime) return false;
  const left = Date.parse(goesUntil) - context.timing.now();
  // A clock that was set back by more than these minutes says nothing of how many have passed.
  const isInTime = left >= 0 && left <= 2 * DECISION_MS;
  return !isInTime && handOf(context, entry).arrived.size === 0;
}

export const TOO_LATE =
  'This decision did not reach the server within ten minutes, so it is not in force. Look at what the server says now. Then send it, or give it up.';
