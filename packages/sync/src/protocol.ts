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
 * The messages between a window and the engine. Both ways carry plain JSON: no functions, proxies, transferables,
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

/** The engine's configuration. Every other call fails before it arrives. */
export interface EngineConfiguration {
  readonly fhirBaseUrl: string;
  /**
   * Who runs the requests. `engine`: the engine's own `fetch`, which asks the window for a token if `token` is true.
   * `host`: the window runs every request with the host page's own `fetch`.
   */
  readonly network: { readonly by: 'engine'; readonly token: boolean } | { readonly by: 'host' };
  readonly sourceLabel: string;
  readonly place: PlaceConfiguration | null;
  /** Milliseconds that one request may take. */
  readonly deadlineMs: number;
  /** Whether the window wants the engine's log: codes and timings. */
  readonly log?: boolean;
}

/** The calls that the engine answers. */
export type EngineSurface = {
  /** Must come first. The same configuration again changes nothing; another one forgets every record. */
  configure(configuration: EngineConfiguration): Promise<null>;
  /** Reads the residents of the configured homes. */
  listResidents(argument: { readonly now: Instant }): Promise<Roster>;
  /** Returns the view as it is known now, and asks the server where that is due. A {@link Note} reports each change. */
  openResident(argument: { readonly resident: ResidentId; readonly now: Instant }): Promise<OpenedResident>;
  /** Asks the server again, and settles when every request has ended, with or without success. */
  refreshResident(argument: {
    readonly resident: ResidentId;
    readonly section: SectionName | null;
    readonly now: Instant;
  }): Promise<null>;
  /** Says that no screen shows this resident any more. */
  closeResident(argument: { readonly resident: ResidentId }): Promise<null>;
  /** Returns the residents that have changed since a sequence number. */
  changesSince(argument: { readonly seq: number }): Promise<Changes>;
  /** Forgets every record, as at sign-out. */
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

/** A view, with the sequence number of its state. */
export interface OpenedResident {
  readonly seq: number;
  readonly view: ResidentView;
}

/** The residents that changed, and the sequence number up to which this holds. */
export interface Changes {
  readonly seq: number;
  readonly residents: readonly ResidentId[];
}

/** Says that something changed, and names nobody. The window then asks for the changes. */
export interface Note {
  readonly seq: number;
}

/** The residents of the homes. `incomplete` means that a resident may be missing from the list. */
export interface Roster {
  readonly residents: readonly RosterEntry[];
  readonly asOf: Instant;
  readonly incomplete: boolean;
}

/** One resident on the list, with what identifies a person: name, date of birth and NHS number. */
export interface RosterEntry {
  readonly resident: ResidentId;
  readonly name: PersonName | null;
  readonly born: PartialDate | null;
  readonly nhsNumber: NhsNumberRecord;
  /** The room, only for residents whose names could be confused. `null` means that it is not known. */
  readonly room?: string | null;
}

/** The calls that the window answers for the engine. */
export type HostSurface = {
  /** Returns a bearer token for the FHIR server. `null` means that nobody is signed in. */
  getToken(argument: null): Promise<string | null>;
  /**
   * Runs one request with the host page's own `fetch`.
   *
   * @param stop aborts when nobody needs the answer any more
   */
  request(argument: HttpRequest, stop?: AbortSignal): Promise<HttpResponse>;
};

/** {@link HostSurface} as it crosses a port, which carries no signal: a request has an id, by which it is ended. */
export type HostPortSurface = {
  getToken(argument: null): Promise<string | null>;
  request(argument: HttpRequest & { readonly id: number }): Promise<HttpResponse>;
  /** Ends a request whose answer nobody needs any more. */
  abandon(argument: { readonly id: number }): Promise<null>;
};

export const HOST_CALLS = [
  'getToken',
  'request',
  'abandon',
] as const satisfies readonly (keyof HostPortSurface)[];
