import type { EngineState } from '../engine-state.ts';

/**
 * Forgets every record and the list of residents. A list that is still being read reaches its caller and is not kept.
 */
export async function forgetAll(engine: EngineState): Promise<void> {
  for (const { stop } of engine.records.values()) stop.abort();
  engine.records.clear();
  engine.changed.clear();
  engine.roster = { state: 'unread' };
  engine.rosterReading = null;
  await engine.inTurn(() => engine.copies.purgeAll());
}
