import type { EnginePort } from '@ehch/sync';

/** Starts the engine in a dedicated worker. `make` is for pages whose bundler or policy serves the worker from elsewhere. */
export function spawnEngine(make?: () => Worker): EnginePort {
  const worker =
    make?.() ??
    new Worker(new URL('./engine.worker.js', import.meta.url), { type: 'module', name: 'ehch-engine' });
  const lost = new Promise<void>((resolve) => {
    worker.addEventListener('error', () => resolve());
    worker.addEventListener('messageerror', () => resolve());
  });
  return { endpoint: worker, lost, close: () => worker.terminate() };
}
