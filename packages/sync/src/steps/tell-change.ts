import type { ResidentId } from '@ehch/clinical';
import type { EngineState } from '../engine-state.ts';
import { readingsOf } from './readings-of.ts';

/** Marks a resident as changed and sends a note. The note does not say what changed; the window asks for that. */
export function tellChange(engine: EngineState, resident: ResidentId): void {
  const record = engine.records.get(resident);
  if (record) readingsOf(engine, record).outdate();
  engine.seq += 1;
  engine.changed.set(resident, engine.seq);
  engine.onChange({ seq: engine.seq });
}

/** Marks residents as changed elsewhere, as by a pull. Without any, the note is about what this device holds. */
export function noteChange(engine: EngineState, residents: readonly ResidentId[]): void {
  const known = residents.filter((resident) => engine.records.has(resident));
  for (const resident of known) tellChange(engine, resident);
  if (known.length > 0) return;
  engine.seq += 1;
  engine.onChange({ seq: engine.seq });
}
