import { openLog } from '@ehch/clinical/diagnostics';
import { createDeviceEngine } from './device/device-engine.ts';
import { memoryStores } from './device/memory-stores.ts';
import { sealedStores } from './device/sealed-stores.ts';
import { fetchHttp } from './http/fetch-http.ts';
import type { Http } from './http/http.ts';
import { findSealed } from './linking/local-database.ts';
import { importFile } from './moving/import-file.ts';
import { oneTask } from './in-slices.ts';
import { queuedLocks, webLocks } from './locks.ts';
import { channel, type Endpoint } from './port/endpoint.ts';
import { hostHttp } from './port/host-http.ts';
import { hostKeeper } from './port/host-keeper.ts';
import { callSurface, serveSurface } from './port/surface.ts';
import type { EngineConfiguration } from './engine-configuration.ts';
import { CHANNELS, HOST_CALLS, type HostPortSurface } from './protocol.ts';

/** The program, as it stands in what it writes. */
const PROGRAM = 'EHCH Kit 0.1.0';

/** How an engine is served behind a port. */
export interface ServeOptions {
  /** Where the engine runs, for its status. Defaults to `worker`. */
  readonly runsIn?: 'worker' | 'page';
  /** Keeps everything in memory and writes nothing to the disk. */
  readonly inMemory?: true;
  /** The secret of a session in memory mode lies at the other end of the port, and not in other windows. */
  readonly secrets?: 'host';
}

/** A worker hears of the network as a page does. */
function networkBack(then: () => void): () => void {
  globalThis.addEventListener('online', then);
  return () => globalThis.removeEventListener('online', then);
}

/**
 * Starts the engine behind one end of a port.
 *
 * @returns a function that ends the engine. A worker that is terminated needs none; one that lives on beside its port
 *   must call it, or the engine would go on sending in the name of who has left.
 */
export function serveEngine(
  endpoint: Endpoint,
  { runsIn = 'worker', inMemory, secrets }: ServeOptions = {},
): () => void {
  const notes = channel(endpoint, CHANNELS.notes);
  // A worker ends with its window, so it need not notice that the window has gone.
  const never = new Promise<never>(() => {});
  const host = callSurface<HostPortSurface>(channel(endpoint, CHANNELS.host), HOST_CALLS, {
    deadlineMs: 60_000,
    lost: never,
  });
  const logLines = channel(endpoint, CHANNELS.log);
  let closeLog = () => {};
  const connect = ({ network, log }: EngineConfiguration): Http => {
    closeLog();
    closeLog = log ? openLog((line) => logLines.postMessage(line)) : () => {};
    return network.by === 'host'
      ? hostHttp(host)
      : fetchHttp(
          (...request) => fetch(...request),
          network.token ? { getToken: () => host.getToken(null) } : {},
        );
  };
  const { close, ...engine } = createDeviceEngine({
    connect,
    runsIn,
    stores: inMemory ? memoryStores() : sealedStores(secrets && (() => hostKeeper(host))),
    // Somebody always waits: others who need this thread, and whoever is to see first what leads of a long record.
    pause: oneTask,
    ...(!inMemory && { importFile, findLocal: findSealed }),
    // Without a database there is nothing that another window could have changed.
    ...('indexedDB' in globalThis && { openChannel: (name: string) => new BroadcastChannel(name) }),
    ...('addEventListener' in globalThis && { onNetworkBack: networkBack }),
    // A frame in a sandbox has an origin of its own, which gets no locks, and no other window.
    locks: 'locks' in navigator && globalThis.origin !== 'null' ? webLocks(navigator.locks) : queuedLocks(),
    program: PROGRAM,
    onChange: (note) => notes.postMessage(note),
  });
  serveSurface(channel(endpoint, CHANNELS.engine), engine);
  return () => {
    closeLog();
    void close();
  };
}
