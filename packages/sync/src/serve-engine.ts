import { openLog } from '@ehch/clinical/diagnostics';
import { createEngine } from './engine.ts';
import { openMemoryAnswers } from '@ehch/store';
import { fetchHttp } from './http/fetch-http.ts';
import type { Http } from './http/http.ts';
import { channel, type Endpoint } from './port/endpoint.ts';
import { callSurface, serveSurface } from './port/surface.ts';
import { CHANNELS, HOST_CALLS, type EngineConfiguration, type HostSurface } from './protocol.ts';

/** Starts the engine behind one end of a port. It keeps records in memory only. */
export function serveEngine(endpoint: Endpoint): void {
  const notes = channel(endpoint, CHANNELS.notes);
  // A worker ends with its window, so it need not notice that the window has gone.
  const never = new Promise<never>(() => {});
  const host = callSurface<HostSurface>(channel(endpoint, CHANNELS.host), HOST_CALLS, {
    deadlineMs: 60_000,
    lost: never,
  });
  const logLines = channel(endpoint, CHANNELS.log);
  let closeLog = () => {};
  const connect = ({ network, log }: EngineConfiguration): Http => {
    closeLog();
    closeLog = log ? openLog((line) => logLines.postMessage(line)) : () => {};
    return network.by === 'host'
      ? { request: (request) => host.request(request, { deadlineMs: request.deadlineMs }) }
      : fetchHttp(
          (...request) => fetch(...request),
          network.token ? { getToken: () => host.getToken(null) } : {},
        );
  };
  const engine = createEngine({
    store: openMemoryAnswers(),
    connect,
    onChange: (note) => notes.postMessage(note),
  });
  serveSurface(channel(endpoint, CHANNELS.engine), engine);
}
