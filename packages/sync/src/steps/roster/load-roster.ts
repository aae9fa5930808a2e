import { EhchError, type EhchErrorCode } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { configuredOf, type EngineState } from '../../engine-state.ts';
import type { Roster } from '../../protocol.ts';
import { readingsOf } from '../readings-of.ts';
import { tellChange } from '../tell-change.ts';
import { keepRoster, keptRoster } from './kept-roster.ts';
import { readHomes, rosterOf } from './read-roster.ts';

/** Failures after which the list that lies on this device may stand in. A refusal is none of them. */
const STANDS_IN_AFTER: ReadonlySet<EhchErrorCode> = new Set([
  'unreachable',
  'timeout',
  'busy',
  'server-error',
]);

/**
 * [P] Milliseconds. Where a home is copied to this device, the pull reads its list anew every quarter of an hour. An older
 * one says that the pull does not work, and then the server itself is asked.
 */
const KEPT_LIST_HOLDS_MS = 1_200_000;

/**
 * The list of residents: at once from this device where it copies the homes, else from the server. A list that is old, or
 * that says it is incomplete, is read from the server.
 */
export async function listResidents(engine: EngineState, now: Instant): Promise<Roster> {
  const kept = configuredOf(engine).configuration.copies === 'homes' ? await keptRoster(engine, now) : null;
  const age = kept === null ? NaN : Date.parse(now) - Date.parse(kept.asOf);
  // After somebody set the clock back, no age can be trusted.
  if (kept === null || kept.incomplete || !(age >= 0 && age < KEPT_LIST_HOLDS_MS))
    return loadRoster(engine, now);
  const isNew = JSON.stringify(engine.roster) !== JSON.stringify({ state: 'read', roster: kept });
  engine.roster = { state: 'read', roster: kept };
  if (isNew) outdateViews(engine);
  return kept;
}

/**
 * Reads the list of residents. While the server cannot be reached, the list on this device stands in, with its own age.
 * Keeps what it read, unless a sign-out or a newer reading came meanwhile.
 */
async function loadRoster(engine: EngineState, now: Instant): Promise<Roster> {
  const { configuration, context } = configuredOf(engine);
  const ticket = {};
  engine.rosterReading = ticket;
  const isLatest = () => engine.rosterReading === ticket;
  try {
    const homes = await readHomes(context, configuration.place, now);
    const roster = rosterOf(homes, now);
    if (isLatest()) {
      engine.roster = { state: 'read', roster };
      await keepRoster(engine, homes, { now, isLatest });
    }
    return roster;
  } catch (error) {
    const mayStandIn = error instanceof EhchError && STANDS_IN_AFTER.has(error.code);
    const kept = mayStandIn ? await keptRoster(engine, now) : null;
    if (kept !== null && engine.roster.state !== 'read') {
      if (isLatest()) engine.roster = { state: 'read', roster: kept };
      return kept;
    }
    // A list from an earlier reading stays in use.
    if (isLatest() && engine.roster.state !== 'read') engine.roster = { state: 'failed' };
    throw error;
  } finally {
    if (isLatest()) engine.rosterReading = null;
    outdateViews(engine);
  }
}

/** Every view warns about residents with the same name, so a new list outdates every view. */
function outdateViews(engine: EngineState): void {
  for (const [resident, record] of engine.records) {
    readingsOf(engine, record).outdate();
    if (record.watched) tellChange(engine, resident);
  }
}
