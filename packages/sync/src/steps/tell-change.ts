import type { ResidentId } from '@ehch/clinical';
import type { EngineState } from '../engine-state.ts';
import { readingsOf } from './readings-of.ts';

/** Notes that something of a resident changed, and tells that something did. What it was is asked for. */
export function tellChange(engine: EngineState, resident: ResidentId): void {
  const record = engine.records.get(resident);
  if (record) readingsOf(engine, record).outdate();
  engine.seq += 1;
  engine.changed.set(resident, engine.seq);
  engine.onChange({ seq: engine.seq });
}
