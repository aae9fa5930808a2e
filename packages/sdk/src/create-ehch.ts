import { EhchError, type PlaceConfiguration, type ResidentSource } from '@ehch/clinical';
import { openLog, type LogLine } from '@ehch/clinical/diagnostics';
import type { Clock } from '@ehch/clinical/time';
import type { CopiedRecords, EngineConfiguration, HostSurface, KeyMode, Roster, SignedIn } from '@ehch/sync';
import { checkConfiguration, fetchHttp, localBase, withinBase } from '@ehch/sync/window';
import { askToStay } from './ask-to-stay.ts';
import { checkOptions } from './check-options.ts';
import { engineClient, type EngineClient } from './client/engine-client.ts';
import { deviceClock } from './device-clock.ts';
import { passkeysOf, type Passkeys } from './passkey/passkey.ts';
import { checkedPlace } from './place/checked-place.ts';
import { spawnEngine } from './spawn-engine.ts';

/** The options of `createEhch`. Required is the server's address, or a place that says `server: 'none'`. */
export interface EhchOptions {
  /** The FHIR R4 server, such as `https://record.example/fhir`. Left out where the place has no server. */
  readonly fhirBaseUrl?: string | undefined;
  /** Runs every request in this window, with the host page's own session. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Gives a bearer token for the worker's own requests. `null` means that nobody is signed in.
   *
   * @param user the `user` of this `ehch`. Return `null` where somebody else is signed in by now: the token of another
   *   person would send this user's work in the other's name.
   */
  readonly getToken?: ((user: SignedIn | null) => Promise<string | null>) | undefined;
  /** The place: homes, hours and thresholds. Without it there is no list of residents. */
  readonly place?: PlaceConfiguration | null | undefined;
  /** The source's name in the footer of every view. Defaults to the server's host name. */
  readonly sourceLabel?: string | undefined;
  /** The clinical clock. Defaults to the device's. */
  readonly clock?: Clock | undefined;
  /** Makes the engine's worker, for a page that must serve the script from an address of its own. */
  readonly worker?: (() => Worker) | undefined;
  /** Milliseconds that one request to the server may take. Defaults to 25 seconds. */
  readonly deadlineMs?: number | undefined;
  /**
   * Receives the log of this page and its engine: the place and code of each caught error, and how long requests took.
   * No line holds a message, an address or anything of a record. Without this option, nothing is gathered.
   */
  readonly log?: ((line: LogLine) => void) | undefined;
  /**
   * Who works here. Without a user (`null`, or left out), what people do is kept and not sent, and every receipt says so.
   * Their role and organisation stand in the audit.
   */
  readonly user?: SignedIn | null | undefined;
  /**
   * Whether this server's records may be kept on the device: `no`, while the `session` lasts, or `yes`. Defaults to
   * `session`. Its terms decide that, not this page: GP Connect's records, for one, may not be kept.
   */
  readonly keep?: EngineConfiguration['keep'] | undefined;
  /** Where the key of the device's records comes from. Defaults to `memory`: everything ends with the last window. */
  readonly keys?: KeyMode | undefined;
  /** The PC as its people call it, such as "front desk". The audit names it. */
  readonly deviceName?: string | undefined;
  /** Which records are copied to this device: of residents who were opened, or of all homes. Defaults to `opened`. */
  readonly copies?: CopiedRecords | undefined;
}

/** What a page needs: a source for its components, actions for what people do, and the residents of its homes. */
export interface Ehch extends Omit<EngineClient, 'residents' | 'passkeyRow'> {
  readonly source: ResidentSource;
  readonly clock: Clock;
  readonly place: PlaceConfiguration | null;
  /** Opens the records with a passkey, where `keys` is `passkey`. */
  readonly passkeys: Passkeys;
  listResidents(): Promise<Roster>;
  /**
   * Forgets every copy of a record, also those of earlier pages, and while locked. Call it at sign-out, before `close`. What
   * was not sent stays sealed. If it rejects, nothing was erased.
   */
  forget(): Promise<void>;
}

/**
 * Connects a page to a FHIR server, or to what this device keeps where the place has none. The engine runs in its own
 * worker. It keeps sealed copies for as long as `keep` and `keys` allow.
 *
 * @throws EhchError `bad-argument` for what is no place, for a place without a server beside an address, for an address that
 *   is not https (http only for this machine) or has a query or user name in it, when both `fetch` and `getToken` are given, for an
 *   option of a wrong kind or under a name that is none, and for a clock that gives no ISO instant.
 *   `bad-configuration` for a word that `keep`, `keys` or `copies` does not have, and for a user without `sub`.
 *   `unsupported` on a page without TLS, where browsers seal nothing
 */
export function createEhch(options: EhchOptions): Ehch {
  checkOptions(options);
  const { clock = deviceClock } = options;
  const place = options.place ? checkedPlace(options.place) : null;
  const base = place?.server === 'none' ? null : checkedBase(options.fhirBaseUrl);
  if (base === null) checkLocal(options);
  if (options.fetch && options.getToken) {
    throw new EhchError(
      'bad-argument',
      'Give `fetch` or `getToken`, not both: with `fetch` the page itself signs each request.',
    );
  }
  checkConfiguration(options);
  // Guard: without it every call would end as a failure of the server. A server that renders pages has no such property.
  if ('isSecureContext' in globalThis && !globalThis.isSecureContext)
    throw new EhchError('unsupported', 'Serve this page over https. Without it, browsers can seal nothing.');
  const configuration: EngineConfiguration = {
    fhirBaseUrl: base?.href ?? localBase({ id: place?.id ?? '' }),
    network: options.fetch ? { by: 'host' } : { by: 'engine', token: options.getToken !== undefined },
    sourceLabel: options.sourceLabel ?? base?.host ?? 'This PC',
    place,
    deadlineMs: options.deadlineMs ?? 25_000,
    ...(options.log && { log: true }),
    ...(options.user && { user: options.user }),
    ...(options.keep && { keep: options.keep }),
    ...(options.keys && { keys: options.keys }),
    ...(options.copies && { copies: options.copies }),
    ...(options.deviceName && { deviceName: options.deviceName }),
  };
  askToStay(options.keys);
  const closeLog = options.log ? openLog(options.log) : () => {};
  const { residents, close, passkeyRow, ...client } = engineClient({
    open: () => spawnEngine(options.worker),
    configuration,
    host: hostOf(options, base),
    clock,
    ...(options.log && { log: options.log }),
  });
  return {
    ...client,
    source: residents,
    clock,
    place,
    passkeys: passkeysOf({
      row: passkeyRow,
      unlock: (secret) => client.unlock(secret),
      person: options.user?.display ?? null,
      // Absent in old browsers, and on pages without TLS.
      credentials: 'PublicKeyCredential' in globalThis ? navigator.credentials : null,
    }),
    async placeChanged(next) {
      await client.placeChanged(next ? checkedPlace(next) : null);
    },
    listResidents: () => residents.listResidents(),
    forget: () => residents.forget(),
    close() {
      close();
      closeLog();
    },
  };
}

/** Host names that always mean this machine, for demos and tests without TLS. */
const THIS_MACHINE = /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/;

function checkedBase(address = ''): URL {
  const base = URL.parse(address);
  const isPlain = base !== null && (base.username || base.password || base.search || base.hash) === '';
  // A record may travel unencrypted only within this machine.
  const isSafe =
    base?.protocol === 'https:' || (base?.protocol === 'http:' && THIS_MACHINE.test(base.hostname));
  if (!base || !isPlain || !isSafe) {
    throw new EhchError(
      'bad-argument',
      'fhirBaseUrl must be a whole https address without a query or a user name, such as https://record.example/fhir. Only on this machine may it be http.',
    );
  }
  return base;
}

/** Guard: a place without a server and a page that names one disagree about whether anything leaves this device. */
function checkLocal({ fhirBaseUrl, fetch, getToken }: EhchOptions): void {
  if (fhirBaseUrl !== undefined || fetch !== undefined || getToken !== undefined)
    throw new EhchError(
      'bad-argument',
      'This place has no server, so give no `fhirBaseUrl`, `fetch` or `getToken`. With a server, take `server` out of the place.',
    );
}

/** Answers the worker's requests to this window. It sends nothing to any but the configured server. */
function hostOf({ fetch, getToken, user }: EhchOptions, base: URL | null): HostSurface {
  const http = fetch && base ? fetchHttp((...request) => fetch(...request), { ownCredentials: true }) : null;
  return {
    async getToken() {
      return (await getToken?.(user ?? null)) ?? null;
    },
    async request(request, stop) {
      if (!http || !base)
        throw new EhchError('forbidden', 'This page runs no requests. Give `fetch` to createEhch.');
      return http.request({ ...request, url: withinBase(base.href, request.url) }, stop);
    },
  };
}
