import type { EngineState } from '../engine-state.ts';
import type { Changes } from '../protocol.ts';

/** Returns the residents that have changed since a sequence number. */
export function changesSince({ seq, changed }: EngineState, since: number): Changes {
  return { seq, residents: [...changed].filter(([, at]) => at > since).map(([resident]) => resident) };
}
