import type { EngineState } from '../engine-state.ts';

/** Drops every record and view from memory, as at a lock or at the end. The copies on the device stay as they are. */
export function dropAll(engine: EngineState): void {
  for (const { stop } of engine.records.values()) stop.abort();
  engine.unlisted?.stop.abort();
  engine.unlisted = null;
  engine.records.clear();
  engine.changed.clear();
  engine.roster = { state: 'unread' };
  engine.rosterReading = null;
}
