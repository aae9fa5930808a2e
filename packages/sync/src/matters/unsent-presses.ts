import type { ResidentId } from '@ehch/clinical';
import type { OutboxEntry } from '@ehch/store';
import { takenIntentIn } from '../actions/intents-in.ts';

/** Whether an entry is a press on a thread. */
export function isThreadPress({ operation }: OutboxEntry): boolean {
  return takenIntentIn(operation?.about ?? null)?.what.kind === 'thread-entry';
}

/** The presses on threads that no server is known to have, by whom they are about; `null`: people who are on no list. */
export async function unsentPresses(outbox: {
  entries(): Promise<readonly OutboxEntry[]>;
}): Promise<ReadonlyMap<ResidentId | null, readonly OutboxEntry[]>> {
  const presses = (await outbox.entries()).filter(isThreadPress);
  return Map.groupBy(presses, ({ operation }) => operation?.resident ?? null);
}
