import type { EngineState } from '../engine-state.ts';

/** Forgets every record and the list of residents. A reading of the list that still runs is answered to its caller alone. */
export async function forgetAll(engine: EngineState): Promise<void> {
  engine.records.clear();
  engine.changed.clear();
  engine.roster = { state: 'unread' };
  engine.rosterReading = null;
  await engine.store.forgetAll();
}
