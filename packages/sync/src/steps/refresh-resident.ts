import type { ResidentId, SectionName } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { EngineState } from '../engine-state.ts';
import { holdRecord } from './hold-record.ts';
import { loadRecord } from './load-record.ts';
import { readingsOf } from './readings-of.ts';

/** Asks the server again, and settles when every request has ended, with or without success. */
export async function refreshResident(
  engine: EngineState,
  resident: ResidentId,
  section: SectionName | null,
  now: Instant,
): Promise<void> {
  const record = await holdRecord(engine, resident);
  if (section === null) record.askedAt = now;
  await loadRecord(engine, record, now, section);
  // Starts the reading now, so that the next caller does not wait for it, as after the round of a home.
  if (engine.records.get(resident) === record) readingsOf(engine, record).get(now).catch(ignoreUntilAsked);
}

/** The caller that opens the resident hears of a failed reading. The refresh itself has succeeded. */
function ignoreUntilAsked(): void {}
