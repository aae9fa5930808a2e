import { EhchError, type PlaceConfiguration, type ResidentSource } from '@ehch/clinical';
import { openLog, type LogLine } from '@ehch/clinical/diagnostics';
import type { Clock } from '@ehch/clinical/time';
import { fetchHttp, withinBase, type EngineConfiguration, type HostSurface, type Roster } from '@ehch/sync';
import { memoryActions, type MemoryActions } from './actions/memory-actions.ts';
import { engineResidents } from './client/engine-residents.ts';
import { deviceClock } from './device-clock.ts';
import { spawnEngine } from './spawn-engine.ts';

/** The options of `createEhch`. Only the server's address is required. */
export interface EhchOptions {
  /** The FHIR R4 server, such as `https://record.example/fhir`. */
  readonly fhirBaseUrl: string;
  /** Runs every request in this window, with the host page's own session. */
  readonly fetch?: typeof globalThis.fetch;
  /** Gives a bearer token for the worker's own requests. `null` means that nobody is signed in. */
  readonly getToken?: () => Promise<string | null>;
  /** The place: homes, hours and thresholds. Without it there is no list of residents. */
  readonly place?: PlaceConfiguration;
  /** The source's name in the footer of every view. Defaults to the server's host name. */
  readonly sourceLabel?: string;
  /** The clinical clock. Defaults to the device's. */
  readonly clock?: Clock;
  /** Makes the engine's worker, for a page that must serve the script from an address of its own. */
  readonly worker?: () => Worker;
  /** Milliseconds that one request to the server may take. Defaults to 25 seconds. */
  readonly deadlineMs?: number;
  /**
   * Receives the log of this page and its engine: the place and code of each caught error, and how long requests took.
   * No line holds a message, an address or anything of a record. Without this option, nothing is gathered.
   */
  readonly log?: (line: LogLine) => void;
}

/** What a page needs: a source for its components, actions for what people do, and the residents of its homes. */
export interface Ehch {
  readonly source: ResidentSource;
  /** Takes drafts and finished assessments. They stay in this page's memory only, and each receipt says so. */
  readonly actions: MemoryActions;
  readonly clock: Clock;
  readonly place: PlaceConfiguration | null;
  listResidents(): Promise<Roster>;
  /** Forgets every record, draft and intent. Call it at sign-out. */
  forget(): Promise<void>;
  close(): void;
}

/**
 * Connects a page to a FHIR server. The engine runs in its own worker and keeps records in memory only.
 *
 * @throws EhchError `bad-argument` for an address that is not https (http only for this machine) or has a query or user
 *   name in it, and when both `fetch` and `getToken` are given
 */
export function createEhch(options: EhchOptions): Ehch {
  const { place = null, clock = deviceClock } = options;
  const base = checkedBase(options.fhirBaseUrl);
  if (options.fetch && options.getToken) {
    throw new EhchError(
      'bad-argument',
      'Give `fetch` or `getToken`, not both: with `fetch` the page itself signs each request.',
    );
  }
  const configuration: EngineConfiguration = {
    fhirBaseUrl: base.href,
    network: options.fetch ? { by: 'host' } : { by: 'engine', token: options.getToken !== undefined },
    sourceLabel: options.sourceLabel ?? base.host,
    place,
    deadlineMs: options.deadlineMs ?? 25_000,
    ...(options.log && { log: true }),
  };
  const closeLog = options.log ? openLog(options.log) : () => {};
  const residents = engineResidents({
    open: () => spawnEngine(options.worker),
    configuration,
    host: hostOf(options, base),
    clock,
    ...(options.log && { log: options.log }),
  });
  const actions = memoryActions({ clock });
  return {
    source: residents,
    actions,
    clock,
    place,
    listResidents: () => residents.listResidents(),
    // The actions first: they are forgotten at once, even if the engine takes a while.
    forget: () => {
      actions.forget();
      return residents.forget();
    },
    close: () => {
      residents.close();
      closeLog();
    },
  };
}

/** Host names that always mean this machine, for demos and tests without TLS. */
const THIS_MACHINE = /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/;

function checkedBase(address: string): URL {
  const base = URL.parse(address);
  const isPlain = base !== null && (base.username || base.password || base.search || base.hash) === '';
  // A record may travel unencrypted only within this machine.
  const isSafe =
    base?.protocol === 'https:' || (base?.protocol === 'http:' && THIS_MACHINE.test(base.hostname));
  if (!base || !isPlain || !isSafe) {
    throw new EhchError(
      'bad-argument',
      'fhirBaseUrl must be a whole https address without a query or a name in it, such as https://record.example/fhir.',
    );
  }
  return base;
}

/** Answers the worker's requests to this window. It sends nothing to any but the configured server. */
function hostOf({ fetch, getToken }: EhchOptions, base: URL): HostSurface {
  const http = fetch ? fetchHttp((...request) => fetch(...request), { ownCredentials: true }) : null;
  return {
    async getToken() {
      return (await getToken?.()) ?? null;
    },
    async request(request, stop) {
      if (!http) throw new EhchError('forbidden', 'This page runs no requests. Give `fetch` to createEhch.');
      return http.request({ ...request, url: withinBase(base.href, request.url) }, stop);
    },
  };
}
