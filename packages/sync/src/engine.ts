import type { ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { configuredOf, newEngineState, type EnginePorts } from './engine-state.ts';
import type { EngineSurface } from './protocol.ts';
import { changesSince } from './steps/changes-since.ts';
import { closeResident } from './steps/close-resident.ts';
import { listMatters } from './matters/list-matters.ts';
import { configure } from './steps/configure.ts';
import { dropAll } from './steps/drop-all.ts';
import { forgetAll } from './steps/forget-all.ts';
import { gatheredNotes } from './steps/gathered-notes.ts';
import { listResidents } from './steps/roster/load-roster.ts';
import { lookedAt } from './steps/looked-at.ts';
import { openedFor } from './steps/opened-for.ts';
import { openResident } from './steps/open-resident.ts';
import { noteChange, tellChange } from './steps/tell-change.ts';
import { refreshResident } from './steps/refresh-resident.ts';

/**
 * Above the number of residents in most homes. Beyond it, the engine forgets the record that was unused for longest.
 */
const MOST_RESIDENTS = 40;

export interface EngineOptions extends EnginePorts {
  /** How many residents' records the engine holds. It never drops a record that is on a screen, even above this. */
  readonly mostResidents?: number;
  /** The number of the last note of a former engine on the same port. Notes go on counting from there. */
  readonly seq?: number;
  /** When the user looked before this resident came on screen; `null`: not known. It never fails. */
  readonly lastLook?: (resident: ResidentId, now: Instant) => Promise<Instant | null>;
}

/** The part of the engine that reads, in this context. */
export interface ReadingEngine extends ReadingSurface {
  /** Sends a note that these records, or with none something beside them, have changed. */
  noteChange(residents: readonly ResidentId[]): void;
  /** Sends a note that any record may have changed, as by another window. */
  noteElsewhere(): void;
  /** Whoever is on a screen of this engine, and is to be opened in the next one. */
  readonly screens: {
    residents(): readonly ResidentId[];
    /** Sends a note that these were read by a former engine. */
    take(residents: readonly ResidentId[]): void;
  };
  /** Drops every record and view from memory, as at a lock. */
  drop(): void;
  /** The number of the last note. */
  readonly seq: number;
}

/** The calls that read. */
export type ReadingSurface = Pick<
  EngineSurface,
  | 'configure'
  | 'listResidents'
  | 'listMatters'
  | 'openResident'
  | 'refreshResident'
  | 'lookedAt'
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
  seq = 0,
  lastLook = async () => null,
  onChange,
  ...ports
}: EngineOptions): ReadingEngine {
  const engine = newEngineState({ ...ports, onChange: gatheredNotes(onChange) }, mostResidents);
  engine.seq = seq;
  return {
    get seq() {
      return engine.seq;
    },
    screens: {
      residents: () => [...engine.records.keys()],
      take(residents) {
        for (const resident of residents) tellChange(engine, resident);
        noteChange(engine, []);
      },
    },
    noteChange: (residents) => noteChange(engine, residents),
    noteElsewhere: () => noteChange(engine, [...engine.records.keys()]),
    drop: () => dropAll(engine),
    async configure(next) {
      await configure(engine, next);
      return null;
    },
    listResidents: ({ now }) => listResidents(engine, now),
    listMatters: ({ now }) => listMatters(engine, now),
    async openResident({ resident, now, since, leading }) {
      const reading = await openResident(engine, resident, now, leading ? 'leading' : 'whole');
      if (since === undefined) return openedFor(reading);
      const from = since ?? (await lastLook(resident, now));
      return openedFor(reading, { since: from, place: configuredOf(engine).configuration.place });
    },
    async refreshResident({ resident, section, now }) {
      await refreshResident(engine, resident, section, now);
      return null;
    },
    lookedAt: ({ resident, since }) => lookedAt(engine, resident, since),
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
