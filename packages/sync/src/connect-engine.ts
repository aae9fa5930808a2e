import { EhchError } from '@ehch/clinical';
import type { LogLine } from '@ehch/clinical/diagnostics';
import { channel, type Endpoint } from './port/endpoint.ts';
import { hostSurface } from './port/host-http.ts';
import { callSurface, serveSurface, type Remote } from './port/surface.ts';
import { CHANNELS, ENGINE_CALLS, type EngineSurface, type HostSurface, type Note } from './protocol.ts';

/** One end of a port to an engine that may go away. */
export interface EnginePort {
  readonly endpoint: Endpoint;
  /** Settles when the port is lost, because the worker died or the extension was updated. */
  readonly lost: Promise<void>;
  close(): void;
}

export interface EngineConnection {
  readonly engine: Remote<EngineSurface>;
  /** Settles when the port is lost. Every open call then ends as `unreachable`. */
  readonly lost: Promise<void>;
  onNote(listener: (note: Note) => void): void;
  /** Receives the engine's log, if the configuration asks for one. */
  onLog(listener: (line: LogLine) => void): void;
  /** Every open call then ends as `unreachable`. */
  close(): void;
}

/**
 * Connects to an engine over a port, and answers the engine's requests to this side.
 *
 * @param host answers the engine's requests; without it, every request ends as `forbidden`
 */
export function connectEngine(port: EnginePort, host: HostSurface | null): EngineConnection {
  const { endpoint } = port;
  serveSurface(channel(endpoint, CHANNELS.host), hostSurface(host ?? refusing));
  const listeners = new Set<(note: Note) => void>();
  channel(endpoint, CHANNELS.notes).addEventListener('message', ({ data }) => {
    const seq = (data as Partial<Note> | null)?.seq;
    if (typeof seq === 'number') for (const listener of listeners) listener({ seq });
  });
  const closed = Promise.withResolvers<void>();
  // A page that closes hears of each open call at once. A port that was closed by itself never answers again.
  const gone = Promise.race([port.lost, closed.promise]).then((): never => {
    throw new EhchError(
      'unreachable',
      'The connection to the engine was lost or closed. What it was doing is not known: ask again.',
    );
  });
  // No call may be open when the port goes, and an unhandled rejection would then be reported.
  gone.catch(() => undefined);
  const engine = callSurface<EngineSurface>(channel(endpoint, CHANNELS.engine), ENGINE_CALLS, {
    // Milliseconds. Longer than one request to the server takes, so that the engine itself reports a slow server.
    deadlineMs: 90_000,
    lost: gone,
  });
  return {
    engine,
    lost: port.lost,
    onNote: (listener) => void listeners.add(listener),
    onLog: (listener) =>
      channel(endpoint, CHANNELS.log).addEventListener('message', ({ data }) => listener(data as LogLine)),
    close() {
      port.close();
      closed.resolve();
    },
  };
}

const refusing: HostSurface = {
  getToken: () =>
    Promise.reject(new EhchError('forbidden', 'This side gives no token. Connect with a host that does.')),
  request: () =>
    Promise.reject(new EhchError('forbidden', 'This side runs no requests. Connect with a host that does.')),
};
