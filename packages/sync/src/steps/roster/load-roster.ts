import { EhchError } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { configuredOf, type EngineState } from '../../engine-state.ts';
import { isLocal } from '../../local/local-base.ts';
import type { Roster } from '../../protocol.ts';
import { readingsOf } from '../readings-of.ts';
import { tellChange } from '../tell-change.ts';
import { keptRoster } from './kept-roster.ts';
import { localRoster } from './local-roster.ts';
import { readRoster } from './read-roster.ts';

/**
 * Reads the list of residents. While the server cannot be reached, the list on this device stands in, with its own age.
 * Keeps what it read, unless a sign-out or a newer reading came meanwhile.
 */
export async function loadRoster(engine: EngineState, now: Instant): Promise<Roster> {
  const { configuration, context } = configuredOf(engine);
  const ticket = {};
  engine.rosterReading = ticket;
  const isLatest = () => engine.rosterReading === ticket;
  try {
    const roster = isLocal(configuration)
      ? await localRoster(engine, now)
      : await readRoster(context, configuration.place, now);
    if (isLatest()) engine.roster = { state: 'read', roster };
    return roster;
  } catch (error) {
    const kept = error instanceof EhchError ? await keptRoster(engine, error.code) : null;
    if (kept !== null && engine.roster.state !== 'read') {
      if (isLatest()) engine.roster = { state: 'read', roster: kept };
      return kept;
    }
    // A list from an earlier reading stays in use.
    if (isLatest() && engine.roster.state !== 'read') engine.roster = { state: 'failed' };
    throw error;
  } finally {
    if (isLatest()) engine.rosterReading = null;
    for (const [resident, record] of engine.records) {
      // Every view warns about residents with the same name, so a new list outdates every view.
      readingsOf(engine, record).outdate();
      if (record.watched) tellChange(engine, resident);
    }
  }
}
