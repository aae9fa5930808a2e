import type { ResidentId, SectionName } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { EngineState } from '../engine-state.ts';
import { holdRecord } from './hold-record.ts';
import { loadRecord } from './load-record.ts';
import { readingsOf } from './readings-of.ts';

/** Asks the server again, and settles when it has answered, whatever it said. */
export async function refreshResident(
  engine: EngineState,
  resident: ResidentId,
  section: SectionName | null,
  now: Instant,
): Promise<void> {
  const record = await holdRecord(engine, resident);
  if (section === null) record.askedAt = now;
  await loadRecord(engine, record, now, section);
  // Whoever opens her next, as after the round of a home, does not wait for the reading.
  if (engine.records.get(resident) === record) readingsOf(engine, record).get(now).catch(ignoreUntilAsked);
}

/** A reading that broke tells whoever opens the resident, and not whoever asked the server again. */
function ignoreUntilAsked(): void {}
