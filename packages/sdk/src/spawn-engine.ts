import type { EnginePort } from '@ehch/sync';

/** Starts the engine in a dedicated worker. A page whose bundler or policy serves the script elsewhere gives `make`. */
export function spawnEngine(make?: () => Worker): EnginePort {
  // Bundlers find the worker's file by this literal form: `new Worker(new URL(…, import.meta.url))`.
  const worker =
    make?.() ??
    new Worker(new URL('./engine.worker.js', import.meta.url), { type: 'module', name: 'ehch-engine' });
  const lost = new Promise<void>((resolve) => {
    worker.addEventListener('error', () => resolve());
    worker.addEventListener('messageerror', () => resolve());
  });
  return { endpoint: worker, lost, close: () => worker.terminate() };
}
