import type { Instant } from '@ehch/clinical/time';
import { configuredOf, type EngineState } from '../../engine-state.ts';
import type { Roster } from '../../protocol.ts';
import { readingsOf } from '../readings-of.ts';
import { tellChange } from '../tell-change.ts';
import { readRoster } from './read-roster.ts';

/** Reads the list of residents, and keeps it unless it was forgotten, or asked for again, meanwhile. */
export async function loadRoster(engine: EngineState, now: Instant): Promise<Roster> {
  const { configuration, context } = configuredOf(engine);
  const ticket = {};
  engine.rosterReading = ticket;
  const counts = () => engine.rosterReading === ticket;
  try {
    const roster = await readRoster(context, configuration.place, now);
    if (counts()) engine.roster = { state: 'read', roster };
    return roster;
  } catch (error) {
    // A list that was read before is still the one to go by.
    if (counts() && engine.roster.state !== 'read') engine.roster = { state: 'failed' };
    throw error;
  } finally {
    if (counts()) engine.rosterReading = null;
    for (const [resident, record] of engine.records) {
      // Whether somebody here has the same name is part of everybody's view.
      readingsOf(engine, record).outdate();
      if (record.watched) tellChange(engine, resident);
    }
  }
}
