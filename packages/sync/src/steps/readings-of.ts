import { configuredOf, type EngineState } from '../engine-state.ts';
import type { ResidentRecord } from '../record.ts';
import { readings, type Readings } from './reading.ts';
import { viewOf } from './view-of.ts';

/** Returns the readings of one record, and makes them at the first call. */
export function readingsOf(engine: EngineState, record: ResidentRecord): Readings {
  const known = engine.readings.get(record);
  if (known) return known;
  const made = readings(async (now, tellLeading) => {
    const { configuration } = configuredOf(engine);
    const { copies, roster, seq, deviceNow, pause } = engine;
    return {
      seq,
      now,
      view: await viewOf({
        tellLeading: (view) => tellLeading({ seq, now, view, isLeading: true }),
        copies,
        record,
        configuration,
        roster,
        now,
        deviceNow: deviceNow?.() ?? now,
        pause,
      }),
    };
  });
  engine.readings.set(record, made);
  return made;
}
