import { newEngineState, type EnginePorts } from './engine-state.ts';
import type { EngineSurface } from './protocol.ts';
import { changesSince } from './steps/changes-since.ts';
import { closeResident } from './steps/close-resident.ts';
import { configure } from './steps/configure.ts';
import { forgetAll } from './steps/forget-all.ts';
import { gatheredNotes } from './steps/gathered-notes.ts';
import { loadRoster } from './steps/roster/load-roster.ts';
import { openResident } from './steps/open-resident.ts';
import { refreshResident } from './steps/refresh-resident.ts';

/**
 * Above the number of residents in most homes. Beyond it, the engine forgets the record that was unused for longest.
 */
const MOST_RESIDENTS = 40;

export interface EngineOptions extends EnginePorts {
  /** How many residents' records the engine holds. It never drops a record that is on a screen, even above this. */
  readonly mostResidents?: number;
}

/** The calls that read. */
export type ReadingSurface = Pick<
  EngineSurface,
  | 'configure'
  | 'listResidents'
  | 'openResident'
  | 'refreshResident'
  | 'closeResident'
  | 'changesSince'
  | 'forget'
>;

/**
 * Creates the part of the engine that reads the FHIR server and answers with views of residents. It has no clock of its
 * own: each call brings the present moment.
 */
export function createEngine({
  mostResidents = MOST_RESIDENTS,
  onChange,
  ...ports
}: EngineOptions): ReadingSurface {
  const engine = newEngineState({ ...ports, onChange: gatheredNotes(onChange) }, mostResidents);
  return {
    async configure(next) {
      await configure(engine, next);
      return null;
    },
    listResidents: ({ now }) => loadRoster(engine, now),
    openResident: ({ resident, now }) => openResident(engine, resident, now),
    async refreshResident({ resident, section, now }) {
      await refreshResident(engine, resident, section, now);
      return null;
    },
    async closeResident({ resident }) {
      closeResident(engine, resident);
      return null;
    },
    changesSince: async ({ seq }) => changesSince(engine, seq),
    async forget() {
      await forgetAll(engine);
      return null;
    },
  };
}
