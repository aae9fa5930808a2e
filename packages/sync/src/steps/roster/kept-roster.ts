import type { EhchErrorCode } from '@ehch/clinical';
import { configuredOf, type EngineState } from '../../engine-state.ts';
import type { Roster, RosterEntry } from '../../protocol.ts';

/** Failures after which the list that lies on this device may stand in. A refusal is none of them. */
const STANDS_IN_AFTER: ReadonlySet<EhchErrorCode> = new Set([
  'unreachable',
  'timeout',
  'busy',
  'server-error',
]);

/**
 * The list of residents as this device keeps it, with its own age, for a home that works without a network. `null`: no
 * list is kept, or the failure forbids to show one.
 */
export async function keptRoster(engine: EngineState, code: EhchErrorCode): Promise<Roster | null> {
  const homes = configuredOf(engine).configuration.place?.homes ?? [];
  if (!STANDS_IN_AFTER.has(code)) return null;
  const kept = await Promise.all(homes.map(({ id }) => engine.copies.members(id)));
  const known = kept.filter((home) => home !== null);
  const [oldest] = known.map(({ asOf }) => asOf).toSorted();
  if (oldest === undefined) return null;
  const residents = new Map(
    known
      .flatMap(({ members }) => members)
      // The pull keeps what identifies each person beside the reference.
      .map(({ resident, facts }) => [resident, facts as RosterEntry]),
  );
  return {
    residents: [...residents.values()],
    asOf: oldest,
    incomplete: known.length < homes.length || known.some(({ incomplete }) => incomplete),
  };
}
