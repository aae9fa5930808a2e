import './contract.ts';
import type { Expected } from './record.ts';

/** Milliseconds from the call until the browser painted each part. */
export interface Painted {
  readonly identity: number;
  /** Identity, agreed limits and allergies, which must come before anything else. */
  readonly first: number;
  readonly all: number;
  /** Every problem and every medicine. */
  readonly every: number;
  /** Sum of the time by which tasks exceeded 50 ms each. */
  readonly blocking: number;
  readonly elements: number;
}

export interface SummaryProbe {
  /** Gives the record to a contestant that keeps records. */
  prepare(bundle: string): Promise<void>;
  draw(bundle: string, expected: Expected, limit: number): Promise<Painted | string>;
  /** Removes what was rendered, and waits until the page has no more work. */
  clear(): Promise<void>;
}

declare global {
  interface Window {
    summaryProbe: SummaryProbe;
  }
}

/** Runs in the page before anything else. The driver sends it as text, so it can use nothing from outside itself. */
export function installSummaryProbe(): void {
  const tasks: PerformanceEntry[] = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' });
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const count = (root: ParentNode): number =>
    [...root.querySelectorAll('*')].reduce(
      (sum, element) => sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0),
      0,
    );
  /** The browser handles a message after it has painted the frame that sent it. */
  const painted = (): Promise<number> => {
    const { port1, port2 } = new MessageChannel();
    const heard = new Promise<number>((resolve) => {
      port1.addEventListener('message', () => resolve(performance.now()), { once: true });
      port1.start();
    });
    port2.postMessage(null);
    return heard;
  };

  window.summaryProbe = {
    async prepare(bundle) {
      await window.summaryPage.prepare?.(JSON.parse(bundle));
    },
    async clear() {
      window.summaryPage.unmount();
      await frame();
      await new Promise((resolve) => {
        setTimeout(resolve, 200);
      });
    },
    async draw(bundle, { family, allergies, others, last }, limit) {
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      const start = performance.now();
      // All contestants start from the same text, because parsing is part of the work.
      window.summaryPage.mount(JSON.parse(bundle));
      const times = new Map<'identity' | 'first' | 'all' | 'every', number>();
      const stages = [
        ['identity', [family]],
        ['first', [family, ...allergies]],
        ['all', [family, ...allergies, ...others]],
        ['every', [family, ...allergies, ...others, ...last]],
      ] as const;
      while (times.size < stages.length) {
        await frame();
        const text = window.summaryPage.text();
        const drawn = stages.filter(
          ([stage, words]) => !times.has(stage) && words.every((word) => text.includes(word)),
        );
        // One frame paints everything at one time. Asking for each part in turn would also count the page's next task.
        const at = drawn.length > 0 ? await painted() : Number.NaN;
        for (const [stage] of drawn) times.set(stage, at);
        if (performance.now() - start > limit) return `it paints: ${text.slice(0, 300)}`;
      }
      await new Promise((resolve) => {
        setTimeout(resolve, 200);
      });
      const all = times.get('all') ?? Number.NaN;
      return {
        identity: (times.get('identity') ?? Number.NaN) - start,
        first: (times.get('first') ?? Number.NaN) - start,
        all: all - start,
        every: (times.get('every') ?? Number.NaN) - start,
        blocking: tasks
          .filter(({ startTime }) => startTime < all)
          .reduce(
            (sum, { startTime, duration }) => sum + (startTime >= start - 1 ? Math.max(0, duration - 50) : 0),
            0,
          ),
        elements: count(document.body),
      };
    },
  };
}
