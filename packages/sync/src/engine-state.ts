import { EhchError, type ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { SERVER_SOURCE, type RecordStore, type SourceTerms, type Store } from '@ehch/store';
import type { Http } from './http/http.ts';
import type { EngineConfiguration } from './engine-configuration.ts';
import type { Pause } from './in-slices.ts';
import type { Note, Roster } from './protocol.ts';
import type { ResidentRecord } from './record.ts';
import type { AskContext } from './steps/ask.ts';
import type { Readings } from './steps/reading.ts';
import { turns, type Turns } from './steps/turns.ts';

/** Everything outside itself that the engine uses. */
export interface EnginePorts {
  readonly store: Store;
  /** Whether the server's records may be kept on this device. Without it, they may. */
  readonly source?: SourceTerms;
  /** Returns the network that a configuration asks for. */
  readonly connect: (configuration: EngineConfiguration) => Http;
  /** The device's own clock, by which a pull notes when it read. Without it, the page's clock is the only one. */
  readonly deviceNow?: () => Instant;
  /** Lets others on this thread go first. Without it the engine has the thread to itself. */
  readonly pause?: Pause | undefined;
  /** Called after a change, and once for several changes that come close together. */
  readonly onChange: (note: Note) => void;
}

/** How far the engine has read the list of residents. A list that failed is not an empty one. */
export type RosterProgress =
  { readonly state: 'unread' | 'failed' } | { readonly state: 'read'; readonly roster: Roster };

/** A configuration with its network. Both change together, so that no request goes to a former server. */
export interface Configured {
  readonly configuration: EngineConfiguration;
  readonly context: AskContext;
}

/** Everything the engine holds. Only the steps in `steps/` change it. */
export interface EngineState extends EnginePorts {
  readonly mostResidents: number;
  /** The cached copies of the configured source. */
  readonly copies: RecordStore;
  /** Every write of cached copies takes its turn. */
  readonly inTurn: Turns;
  configured: Configured | null;
  roster: RosterProgress;
  /** The latest reading of the list. Results of an older reading, or of one from before a sign-out, are not kept. */
  rosterReading: object | null;
  /** Counts the changes that the engine has reported. */
  seq: number;
  /** In the order of last use: the last record in the map was opened most recently. */
  readonly records: Map<ResidentId, ResidentRecord>;
  /** The number of each resident's last change. */
  readonly changed: Map<ResidentId, number>;
  /** The asking for messages about people who are on no list; `null`: nobody has asked yet. */
  unlisted: ResidentRecord | null;
  /** Computed views, keyed weakly by their record, so that none outlives a record that was forgotten. */
  readonly readings: WeakMap<ResidentRecord, Readings>;
}

export function newEngineState(ports: EnginePorts, mostResidents: number): EngineState {
  return {
    ...ports,
    mostResidents,
    copies: ports.store.records(ports.source ?? SERVER_SOURCE),
    inTurn: turns(),
    configured: null,
    roster: { state: 'unread' },
    rosterReading: null,
    seq: 0,
    records: new Map(),
    changed: new Map(),
    unlisted: null,
    readings: new WeakMap(),
  };
}

/** @throws {EhchError} `bad-configuration` before `configure` */
export function configuredOf({ configured }: EngineState): Configured {
  if (configured === null)
    throw new EhchError('bad-configuration', 'The engine was not configured. Call `configure` first.');
  return configured;
}
