import { actionsSurface } from './actions/actions-surface.ts';
import { deviceSurface } from './device/device-surface.ts';
import { Device, type DevicePorts } from './device/device.ts';
import { openInMemory } from './device/open-store.ts';
import { configuredOf, newEngineState, type EnginePorts } from './engine-state.ts';
import { queuedLocks } from './locks.ts';
import type { EngineSurface } from './protocol.ts';
import { changesSince } from './steps/changes-since.ts';
import { closeResident } from './steps/close-resident.ts';
import { configure } from './steps/configure.ts';
import { forgetAll } from './steps/forget-all.ts';
import { gatheredNotes } from './steps/gathered-notes.ts';
import { loadRoster } from './steps/roster/load-roster.ts';
import { openedFor } from './steps/opened-for.ts';
import { openResident } from './steps/open-resident.ts';
import { refreshResident } from './steps/refresh-resident.ts';

/**
 * Above the number of residents in most homes. Beyond it, the engine forgets the record that was unused for longest.
 */
const MOST_RESIDENTS = 40;

export interface EngineOptions extends EnginePorts, Partial<Omit<DevicePorts, 'onChange'>> {
  /** How many residents' records the engine holds. It never drops a record that is on a screen, even above this. */
  readonly mostResidents?: number;
  /** Where the engine runs, for the status. */
  readonly runsIn?: 'worker' | 'page';
}

/**
 * Creates the engine. It reads the FHIR server and answers with views of residents; it keeps what people do, and sends
 * it. It has no clock of its own: each call brings the present moment.
 */
export function createEngine({
  mostResidents = MOST_RESIDENTS,
  runsIn = 'worker',
  openStore = openInMemory,
  locks = queuedLocks(),
  program = 'EHCH Kit',
  onChange,
  ...ports
}: EngineOptions): EngineSurface {
  const engine = newEngineState({ ...ports, onChange: gatheredNotes(onChange) }, mostResidents);
  const device = new Device({
    openStore,
    locks,
    program,
    onChange: () => engine.onChange({ seq: ++engine.seq }),
  });
  return {
    async configure(next) {
      await device.open(next);
      await configure(engine, next);
      return null;
    },
    listResidents: ({ now }) => loadRoster(engine, now),
    async openResident({ resident, now, since }) {
      const reading = await openResident(engine, resident, now);
      if (since === undefined) return openedFor(reading);
      const from = since ?? (await device.lastLook(resident, now));
      return openedFor(reading, { since: from, place: configuredOf(engine).configuration.place });
    },
    async refreshResident({ resident, section, now }) {
      await refreshResident(engine, resident, section, now);
      return null;
    },
    async closeResident({ resident }) {
      closeResident(engine, resident);
      await device.left(resident);
      return null;
    },
    changesSince: async ({ seq }) => changesSince(engine, seq),
    async forget() {
      await forgetAll(engine);
      return null;
    },
    ...actionsSurface(() => device.actions()),
    ...deviceSurface(device, runsIn),
  };
}
