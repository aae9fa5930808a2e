import { accept } from './accept.ts';
import { handOf, type PushContext, type SenderAtHome } from './context.ts';
import type { ReadableEntry } from './lanes.ts';
import { mirroredMove } from '@ehch/fhir/writers';
import { mirrorStep } from './mirror-step.ts';
import { readArrived } from './read-part.ts';
import { send } from './send.ts';
import { verify } from './verify.ts';

/**
 * Brings one entry one step further: at most one request, and what it says goes into the outbox. Nothing in memory is
 * needed to go on: a context that has lost it reads again.
 */
export async function pushStep(
  context: PushContext,
  entry: ReadableEntry,
  sender: SenderAtHome,
): Promise<void> {
  const { parts } = entry.operation;
  const move = mirroredMove(entry.operation);
  if (move !== null) return mirrorStep(context, entry, move);
  const hand = handOf(context, entry);
  const missing = parts.findIndex((_, at) => hand.arrived.has(at) && !hand.bodies.has(at));
  const part = parts[missing];
  if (part !== undefined) {
    const id = hand.arrived.get(missing) ?? part.id;
    await readArrived(context, entry, { at: missing, id, part });
    return acceptWhole(context, entry);
  }
  // What was ever sent is looked up before it is sent again, also after a restart (P3).
  if (entry.attempts > 0 && !hand.isVerified) {
    await verify(context, entry);
    return acceptWhole(context, entry);
  }
  return send(context, entry, sender);
}

async function acceptWhole(context: PushContext, entry: ReadableEntry): Promise<void> {
  const hand = context.hands.get(entry.n);
  if (hand !== undefined && hand.bodies.size === entry.operation.parts.length) await accept(context, entry);
}
