import type { ResidentId } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Instant } from '@ehch/clinical/time';
import { configuredOf, type EngineState } from '../engine-state.ts';
import { isLocal } from '../local/local-base.ts';
import { holdRecord } from './hold-record.ts';
import { loadRecord } from './load-record.ts';
import type { ReadResident } from './reading.ts';
import { readingsOf } from './readings-of.ts';
import { localRoster } from './roster/local-roster.ts';
import { listResidents } from './roster/load-roster.ts';
import { tellChange } from './tell-change.ts';

/** The engine asks the server again when a resident is opened after this time. */
const REFRESH_AFTER_MS = 10 * 60_000;

/**
 * Returns the present view at once. If it is old or empty, it also starts to ask the server; notes report the answers.
 *
 * @param part `leading` for what is there first, if the whole is still being read
 */
export async function openResident(
  engine: EngineState,
  resident: ResidentId,
  now: Instant,
  part: 'leading' | 'whole' = 'whole',
): Promise<ReadResident> {
  const { configuration } = configuredOf(engine);
  const record = await holdRecord(engine, resident);
  const read = () => {
    const reading = readingsOf(engine, record);
    return part === 'leading' ? reading.leading(now) : reading.get(now);
  };
  if (isLocal(configuration)) {
    // Quietly: a note would make the window ask again, and so for ever.
    engine.roster = { state: 'read', roster: await localRoster(engine, now) };
    return read();
  }
  const isOld = record.askedAt === null || isDue(record.askedAt, now);
  if (configuration.place && needsRoster(engine, isOld))
    void listResidents(engine, now).catch((error: unknown) => {
      reportCaught(error, 'sync/roster');
      tellChange(engine, resident);
    });
  if (isOld) {
    record.askedAt = now;
    void loadRecord(engine, record, now, null);
  }
  return read();
}

function needsRoster({ roster, rosterReading }: EngineState, isOld: boolean): boolean {
  if (rosterReading !== null) return false;
  return roster.state === 'unread' || (isOld && roster.state === 'failed');
}

function isDue(askedAt: Instant, now: Instant): boolean {
  const passed = Date.parse(now) - Date.parse(askedAt);
  // After somebody set the clock back, an old record must not count as new for ever.
  return !(passed >= 0 && passed < REFRESH_AFTER_MS);
}
