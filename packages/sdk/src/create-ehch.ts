import { EhchError, type PlaceConfiguration, type ResidentSource } from '@ehch/clinical';
import { openLog, type LogLine } from '@ehch/clinical/diagnostics';
import type { Clock } from '@ehch/clinical/time';
import { fetchHttp, withinBase, type EngineConfiguration, type HostSurface, type Roster } from '@ehch/sync';
import { memoryActions, type MemoryActions } from './actions/memory-actions.ts';
import { engineResidents } from './client/engine-residents.ts';
import { deviceClock } from './device-clock.ts';
import { spawnEngine } from './spawn-engine.ts';

export interface EhchOptions {
  /** The FHIR R4 server, such as `https://record.example/fhir`. */
  readonly fhirBaseUrl: string;
  /** Runs every request in this window, with the vendor's own session. */
  readonly fetch?: typeof globalThis.fetch;
  /** Gives a bearer token for requests that the worker runs itself. `null`: nobody is signed in. */
  readonly getToken?: () => Promise<string | null>;
  /** The place: homes, hours, thresholds. Without it there is no list of residents. */
  readonly place?: PlaceConfiguration;
  /** Named in the footer of every view. Defaults to the server's host name. */
  readonly sourceLabel?: string;
  /** The clinical clock. Defaults to the device's. */
  readonly clock?: Clock;
  /** Makes the engine's worker, where the page must serve it from a place of its own. */
  readonly worker?: () => Worker;
  /** How long one request to the server may take. Defaults to 25 seconds. */
  readonly deadlineMs?: number;
  /**
   * Hears the log of this page and of its engine: where an error was caught, by its code, and how long things took. No line
   * holds a message, an address or anything of a record. Without it nothing is gathered.
   */
  readonly log?: (line: LogLine) => void;
}

/** What a page needs: a source for its components, and the residents of its homes. */
export interface Ehch {
  readonly source: ResidentSource;
  /** Takes what people do: drafts and finished assessments. Held in this page's memory alone, as each receipt says. */
  readonly actions: MemoryActions;
  readonly clock: Clock;
  readonly place: PlaceConfiguration | null;
  listResidents(): Promise<Roster>;
  /** Forgets everything that was read, and every draft and intent that is held. Call it at sign-out. */
  forget(): Promise<void>;
  close(): void;
}

/**
 * Connects a page to a FHIR server. The engine runs in a worker of its own and keeps what it reads in memory.
 *
 * @throws EhchError `bad-argument` for an address that is not http(s), or when both `fetch` and `getToken` are given
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

const THIS_MACHINE = /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/;

function checkedBase(address: string): URL {
  const base = URL.parse(address);
  const isPlain = base !== null && (base.username || base.password || base.search || base.hash) === '';
  // Only with this machine itself may a record travel in the clear.
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

/** What the worker may ask of this window. It answers for the configured server only. */
function hostOf({ fetch, getToken }: EhchOptions, base: URL): HostSurface {
  const http = fetch ? fetchHttp((...request) => fetch(...request), { ownCredentials: true }) : null;
  return {
    async getToken() {
      return (await getToken?.()) ?? null;
    },
    async request(request) {
      if (!http) throw new EhchError('forbidden', 'This page runs no requests. Give `fetch` to createEhch.');
      return http.request({ ...request, url: withinBase(base.href, request.url) });
    },
  };
}
