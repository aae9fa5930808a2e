import { EhchError, type ResidentId } from '@ehch/clinical';
import type { RecordStore } from '@ehch/store';
import type { Http } from './http/http.ts';
import type { EngineConfiguration, Note, Roster } from './protocol.ts';
import type { ResidentRecord } from './record.ts';
import type { AskContext } from './steps/ask.ts';
import type { Readings } from './steps/reading.ts';

/** What the engine reaches outside itself through. */
export interface EnginePorts {
  readonly store: RecordStore;
  /** Gives the network that a configuration asks for. */
  readonly connect: (configuration: EngineConfiguration) => Http;
  /** Told of what changed, once for changes that come close together. */
  readonly onChange: (note: Note) => void;
}

/** How far the engine has come with the list of residents. */
export type RosterProgress =
  { readonly state: 'unread' | 'failed' } | { readonly state: 'read'; readonly roster: Roster };

/** What a configuration brings with it: it changes as one. */
export interface Configured {
  readonly configuration: EngineConfiguration;
  readonly context: AskContext;
}

/** All that the engine holds. Only the steps in `steps/` change it. */
export interface EngineState extends EnginePorts {
  readonly mostResidents: number;
  configured: Configured | null;
  roster: RosterProgress;
  /** The reading of the list that counts: one from before a forgetting does not. */
  rosterReading: object | null;
  /** Goes up with every change that somebody is told of. */
  seq: number;
  /** Last in the map: looked at most recently. */
  readonly records: Map<ResidentId, ResidentRecord>;
  /** At which number each resident changed last. */
  readonly changed: Map<ResidentId, number>;
  /** What was read goes with the record: nothing of it outlives a forgetting. */
  readonly readings: WeakMap<ResidentRecord, Readings>;
}

export function newEngineState(ports: EnginePorts, mostResidents: number): EngineState {
  return {
    ...ports,
    mostResidents,
    configured: null,
    roster: { state: 'unread' },
    rosterReading: null,
    seq: 0,
    records: new Map(),
    changed: new Map(),
    readings: new WeakMap(),
  };
}

/** @throws {EhchError} `bad-configuration` before `configure` */
export function configuredOf({ configured }: EngineState): Configured {
  if (configured === null)
    throw new EhchError('bad-configuration', 'The engine was not configured. Call `configure` first.');
  return configured;
}
