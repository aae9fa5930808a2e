import type {
  NhsNumberRecord,
  PersonName,
  PlaceConfiguration,
  ResidentId,
  ResidentView,
  SectionName,
} from '@ehch/clinical';
import type { Instant, PartialDate } from '@ehch/clinical/time';
import type { HttpRequest, HttpResponse } from './http/http.ts';

/**
 * What crosses between a window and the engine. Plain JSON both ways: no functions, proxies, transferables,
 * `Date`, `Map`, bytes or `undefined`, because a browser extension's port keeps none of them.
 * This is the only file that both sides read.
 */

/** The names of the conversations on one port. */
export const CHANNELS = {
  engine: 'ehch-engine',
  host: 'ehch-host',
  notes: 'ehch-notes',
  log: 'ehch-log',
} as const;

/** What the engine is told before anything else. */
export interface EngineConfiguration {
  readonly fhirBaseUrl: string;
  /**
   * Who does the network. `engine`: the engine's own `fetch`, with a token asked of the window where `token` is true.
   * `host`: every request is asked of the window, which runs the vendor's own `fetch`.
   */
  readonly network: { readonly by: 'engine'; readonly token: boolean } | { readonly by: 'host' };
  readonly sourceLabel: string;
  readonly place: PlaceConfiguration | null;
  /** How long one request may take. */
  readonly deadlineMs: number;
  /** Whether the window wants the engine's log: codes and timings. */
  readonly log?: boolean;
}

/** The engine's surface. */
export type EngineSurface = {
  /** Must come first. Repeating it with the same configuration is harmless. */
  configure(configuration: EngineConfiguration): Promise<null>;
  /** The residents of the configured homes. */
  listResidents(argument: { readonly now: Instant }): Promise<Roster>;
  /** What the record says as it is known now; starts asking the server where that is due. Changes are told by a {@link Note}. */
  openResident(argument: { readonly resident: ResidentId; readonly now: Instant }): Promise<OpenedResident>;
  /** Asks the server again and settles when it has answered, whatever it said. */
  refreshResident(argument: {
    readonly resident: ResidentId;
    readonly section: SectionName | null;
    readonly now: Instant;
  }): Promise<null>;
  /** Nobody looks at this resident any more. */
  closeResident(argument: { readonly resident: ResidentId }): Promise<null>;
  /** Which residents have changed since a sequence number. */
  changesSince(argument: { readonly seq: number }): Promise<Changes>;
  /** Forgets every record that is held, as at sign-out. */
  forget(argument: null): Promise<null>;
};

export const ENGINE_CALLS = [
  'configure',
  'listResidents',
  'openResident',
  'refreshResident',
  'closeResident',
  'changesSince',
  'forget',
] as const satisfies readonly (keyof EngineSurface)[];

export interface OpenedResident {
  readonly seq: number;
  readonly view: ResidentView;
}

export interface Changes {
  readonly seq: number;
  readonly residents: readonly ResidentId[];
}

/** Tells that something changed, and nothing else. What changed is asked for. */
export interface Note {
  readonly seq: number;
}

/** The residents of a home. `incomplete` means that somebody may be missing from it. */
export interface Roster {
  readonly residents: readonly RosterEntry[];
  readonly asOf: Instant;
  readonly incomplete: boolean;
}

export interface RosterEntry {
  readonly resident: ResidentId;
  readonly name: PersonName | null;
  readonly born: PartialDate | null;
  readonly nhsNumber: NhsNumberRecord;
  /** Only of those whose names may be taken for each other; `null`: not known. */
  readonly room?: string | null;
}

/** The window's surface: what the engine asks of the page that embeds it. */
export type HostSurface = {
  /** A bearer token for the FHIR server. `null`: nobody is signed in. */
  getToken(argument: null): Promise<string | null>;
  /** Runs one request with the vendor's own `fetch`. */
  request(argument: HttpRequest): Promise<HttpResponse>;
};

export const HOST_CALLS = ['getToken', 'request'] as const satisfies readonly (keyof HostSurface)[];
