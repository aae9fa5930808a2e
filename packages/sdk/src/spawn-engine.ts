import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Endpoint } from '@ehch/sync';
import type { EnginePort } from '@ehch/sync/window';

/**
 * Starts the engine in a dedicated worker. A page whose bundler or policy serves the script elsewhere gives `make`.
 *
 * A page's policy may forbid workers, and its script may be served from another origin. The engine then runs in the
 * page itself, and its status says so: slower, but the same.
 */
export function spawnEngine(make?: () => Worker): EnginePort {
  const waiting: unknown[] = [];
  const listeners: ((event: { data: unknown }) => void)[] = [];
  let target: Endpoint | null = null;
  let end = () => {};
  let isClosed = false;
  const connect = (endpoint: Endpoint, close: () => void): void => {
    end = close;
    if (isClosed) return close();
    target = endpoint;
    for (const message of waiting.splice(0)) endpoint.postMessage(message);
  };
  const hear = (event: { data: unknown }): void => {
    for (const listener of listeners) listener(event);
  };

  const lost = new Promise<void>((resolve) => {
    const inPage = async (): Promise<void> => {
      try {
        const { servePageEngine } = await import('./page-engine.ts');
        const { port, close } = servePageEngine(hear);
        connect(port, close);
      } catch (error) {
        reportCaught(error, 'sdk/page-engine');
        resolve();
      }
    };
    const worker = startWorker(make);
    if (worker === null) return void inPage();
    end = () => worker.terminate();
    worker.addEventListener('message', (event) => {
      // The worker's first word says that its script was loaded. Before it, nothing would have heard a call.
      if (target === null) connect(worker, () => worker.terminate());
      hear(event);
    });
    worker.addEventListener('messageerror', () => resolve());
    worker.addEventListener('error', () => {
      if (target !== null || isClosed) return resolve();
      reportCaught(NOT_LOADED, 'sdk/spawn-engine');
      worker.terminate();
      void inPage();
    });
  });
  return {
    endpoint: {
      postMessage: (message) => (target === null ? void waiting.push(message) : target.postMessage(message)),
      addEventListener: (_type, listener) => void listeners.push(listener),
    },
    lost,
    close() {
      isClosed = true;
      end();
    },
  };
}

const NOT_LOADED = new EhchError(
  'unreachable',
  'The engine’s worker did not start, so this page does its work. Check the address of its script, and `worker-src` of the policy.',
);

function startWorker(make?: () => Worker): Worker | null {
  try {
    // Bundlers find the worker's file by this literal form: `new Worker(new URL(…, import.meta.url))`.
    return (
      make?.() ??
      new Worker(new URL('./engine.worker.js', import.meta.url), { type: 'module', name: 'ehch-engine' })
    );
  } catch (error) {
    reportCaught(error, 'sdk/spawn-engine');
    return null;
  }
}
