import type { Answered, SyncBench } from './contract.ts';

/** Runs in the page before anything else. The driver sends it as text, so it can use nothing from outside itself. */
export function installSyncProbe(): void {
  let worker: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, (answered: Answered) => void>();
  const bench: SyncBench = {
    start(script) {
      worker = new Worker(script, { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<Answered>) => waiting.get(data.id)?.(data);
      worker.onerror = ({ message }) => {
        for (const answer of waiting.values()) answer({ id: 0, error: `The worker failed: ${message}` });
      };
    },
    async call(name, argument) {
      const id = ++last;
      const answered = await new Promise<Answered>((resolve) => {
        waiting.set(id, resolve);
        worker?.postMessage({ id, name, argument });
      });
      waiting.delete(id);
      if ('error' in answered) throw new Error(answered.error);
      return answered;
    },
    async callEach(name, list) {
      const times: number[] = [];
      for (const argument of list) times.push((await bench.call(name, argument)).ms);
      return times;
    },
  };
  window.syncBench = bench;
}
