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

/** More than one home has residents at once; beyond that, who was not looked at for longest is forgotten. */
const MOST_RESIDENTS = 40;

export interface EngineOptions extends EnginePorts {
  /** How many residents are held. Those whom somebody looks at are held beside them. */
  readonly mostResidents?: number;
}

/** The engine: reads the FHIR server and answers with residents in care-home words. It has no clock of its own. */
export function createEngine({
  mostResidents = MOST_RESIDENTS,
  onChange,
  ...ports
}: EngineOptions): EngineSurface {
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
