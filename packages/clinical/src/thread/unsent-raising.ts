import type { ThreadEntry } from './entry.ts';
import type { Thread } from './thread.ts';

/**
 * How the raising of a thread stands, where no server is known to have it: then nobody on the other side can have seen anything
 * (SPEC E9). `null`: the server has it.
 */
export function unsentRaising({ id, unsent = [] }: Thread): NonNullable<ThreadEntry['unsent']> | null {
  return unsent.find((entry) => entry.id === id)?.unsent ?? null;
}
