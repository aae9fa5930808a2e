import type { Instant } from '@ehch/clinical/time';
import { configuredOf, type EngineState } from '../../engine-state.ts';
import { homesOf, readLocalList } from '../../local/local-list.ts';
import type { Roster } from '../../protocol.ts';

/** The list that people have made, without those who have left. It is as new as this moment: nobody else changes it. */
export async function localRoster(engine: EngineState, now: Instant): Promise<Roster> {
  const { place } = configuredOf(engine).configuration;
  const { residents, incomplete } = await readLocalList(engine.store, homesOf(place));
  return {
    residents: residents
      .filter(({ left }) => left === null)
      .map(({ resident, name, born, nhsNumber, room }) => ({ resident, name, born, nhsNumber, room })),
    asOf: now,
    incomplete,
  };
}
