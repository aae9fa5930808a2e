import './contract.ts';

/** The clock in the page. Times are milliseconds; `null`: it did not come within the limit. */
export interface Probe {
  /** From the page's start to the contestant's being ready. */
  readonly ready: number;
  render(questionnaire: unknown, radios: number, limit: number): Promise<Rendered | null>;
  /** Gets ready for the next press, whose totals these must be. Then press, and ask `pressed`. */
  arm(totals: readonly (readonly [id: string, value: string])[], limit: number): void;
  /** From pointerdown until each total was painted. */
  pressed(): Promise<readonly (number | null)[]>;
  /** The longest of everything clicked or typed so far. Shorter than 16 ms is not told by the browser: 0. */
  interactions(): Readonly<Record<'click' | 'key', number>>;
  /** In the document and in every open shadow tree. */
  elements(): number;
  settled(): Promise<void>;
}

export interface Rendered {
  /** From the call until all radios and the grand total are there, and two frames more. */
  readonly ms: number;
  /** What tasks took beyond 50 ms each. */
  readonly blocking: number;
  readonly longestTask: number;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Runs in the page before anything else. It is sent there as text, so it may use nothing from outside itself. */
export function installProbe(): void {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  /** Asked in a frame: when it has been painted. A message is handled behind that. */
  const painted = (): Promise<number> => {
    const { port1, port2 } = new MessageChannel();
    const heard = new Promise<number>((resolve) => {
      port1.addEventListener('message', () => resolve(performance.now()), { once: true });
      port1.start();
    });
    port2.postMessage(null);
    return heard;
  };

  const tasks: PerformanceEntry[] = [];
  const taskObserver = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  taskObserver.observe({ type: 'longtask' });

  const longest = { click: 0, key: 0 };
  const countInteractions = (entries: readonly PerformanceEntry[]) => {
    for (const entry of entries) {
      if (!(entry instanceof PerformanceEventTiming) || entry.interactionId === 0) continue;
      const kind = entry.name.startsWith('key') ? 'key' : 'click';
      longest[kind] = Math.max(longest[kind], entry.duration);
    }
  };
  const eventObserver = new PerformanceObserver((list) => countInteractions(list.getEntries()));
  eventObserver.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);

  let pressed: Promise<readonly (number | null)[]> = Promise.resolve([]);
  let ready = Number.NaN;
  let bench: Window['bench'];
  Object.defineProperty(window, 'bench', {
    get: () => bench,
    set: (value: Window['bench']) => {
      bench = value;
      ready = performance.now();
    },
  });

  window.probe = {
    get ready() {
      return ready;
    },
    async render(questionnaire, radios, limit) {
      // In a task of its own, which is as long as the call and belongs to it.
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      const start = performance.now();
      window.bench.mount(questionnaire);
      do {
        await frame();
        if (performance.now() - start > limit) return null;
      } while (window.bench.radios() !== radios || window.bench.total('grand') === null);
      await frame();
      await frame();
      const end = performance.now();
      await window.probe.settled();
      const within = [...tasks, ...taskObserver.takeRecords()].filter(
        ({ startTime, duration }) => startTime + duration > start && startTime < end,
      );
      return {
        ms: end - start,
        blocking: within.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
        longestTask: Math.max(0, ...within.map(({ duration }) => duration)),
      };
    },
    arm(totals, limit) {
      const down = new Promise<number>((resolve) => {
        window.addEventListener('pointerdown', (event) => resolve(event.timeStamp), {
          capture: true,
          once: true,
        });
      });
      pressed = down.then((began) =>
        Promise.all(
          totals.map(async ([id, value]) => {
            do {
              await frame();
              if (performance.now() - began > limit) return null;
            } while (window.bench.total(id) !== value);
            return (await painted()) - began;
          }),
        ),
      );
    },
    pressed: () => pressed,
    interactions() {
      countInteractions(eventObserver.takeRecords());
      return longest;
    },
    elements() {
      const count = (root: ParentNode): number =>
        [...root.querySelectorAll('*')].reduce(
          (sum, element) => sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0),
          0,
        );
      return count(document.body);
    },
    async settled() {
      await new Promise((resolve) => {
        setTimeout(resolve, 150);
      });
      // Behind everything else that the page has to do. An idle callback would wait in vain: after a press none comes.
      await window.scheduler.postTask(() => {}, { priority: 'background' });
      await frame();
    },
  };
}
