import './contract.ts';

/** The clock in the page. Times are in milliseconds. `null`: it did not happen within the limit. */
export interface Probe {
  /** From the page's start until the contestant is ready. */
  readonly ready: number;
  render(questionnaire: unknown, radios: number, limit: number): Promise<Rendered | null>;
  /** Prepares for the next press and its right totals. Call it, then press, then call `pressed`. */
  arm(totals: readonly (readonly [id: string, value: string])[], limit: number): void;
  /** From pointerdown until each total was painted. */
  pressed(): Promise<readonly (number | null)[]>;
  /** The longest interaction so far. The browser reports none shorter than 16 ms: then 0. */
  interactions(): Readonly<Record<'click' | 'key', number>>;
  /** In the document and in every open shadow tree. */
  elements(): number;
  settled(): Promise<void>;
}

export interface Rendered {
  /** From the call until all radios and the grand total are there, plus two frames. */
  readonly ms: number;
  /** Sum of the time by which tasks exceeded 50 ms each. */
  readonly blocking: number;
  readonly longestTask: number;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Runs in the page before anything else. The driver sends it as text, so it can use nothing from outside itself. */
export function installProbe(): void {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  /** The moment at which the present frame has been painted. The browser handles a message after that paint. */
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
      // In a task of its own, so that the task is as long as the call.
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
      // A background task comes after all other work of the page. No idle callback comes after a press.
      await window.scheduler.postTask(() => {}, { priority: 'background' });
      await frame();
    },
  };
}
