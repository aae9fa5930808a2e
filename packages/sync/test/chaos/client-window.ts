import type { Timing } from '../../src/timing.ts';
import type { VirtualTime } from './virtual-time.ts';

/** When a window dies: at which of its writes and requests, and before or after the call takes effect. */
export interface Death {
  readonly at: number;
  readonly when: 'before' | 'after';
}

/** The clock of a computer, which somebody may set. */
export interface DeviceClock {
  /** Milliseconds by which it is ahead of the true time. */
  offsetMs: number;
}

const READS =
  /\.(entries|members|checkpoints?|get|kinds|read|versions|current|cards|counts|acknowledgements?|changeSeq|load|list|last)$/;

const NEVER = new Promise<never>(() => undefined);

/**
 * A window or worker that can be killed at any `await`. After that nothing of it goes on: whatever it waits for never
 * ends. What a call had begun by then takes effect or not, as with a real transaction or request.
 */
export class ClientWindow {
  /** The names of its writes and requests so far, in their order. */
  readonly calls: string[] = [];
  readonly #time: VirtualTime;
  readonly #death: Death | null;
  readonly #clock: DeviceClock;
  readonly #atDeath = new Set<() => void>();
  #isDead = false;

  constructor(time: VirtualTime, death: Death | null = null, clock: DeviceClock = { offsetMs: 0 }) {
    this.#time = time;
    this.#death = death;
    this.#clock = clock;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Calls `then` at the death, as the browser lets go of locks. */
  onDeath(then: () => void): void {
    this.#atDeath.add(then);
  }

  kill(): void {
    if (this.#isDead) return;
    this.#isDead = true;
    for (const then of this.#atDeath) then();
  }

  /**
   * A port whose calls end with the window.
   *
   * @param kind `real`: its calls take real time, in which no virtual time passes; `virtual`: they wait for it
   */
  port<T extends object>(name: string, port: T, kind: 'real' | 'virtual'): T {
    return new Proxy(port, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (typeof value === 'function')
          return (...given: unknown[]) =>
            this.#call(`${name}.${String(key)}`, () => value.apply(target, given), kind);
        return isPort(value) ? this.port(`${name}.${String(key)}`, value, kind) : value;
      },
    });
  }

  /** The window's time. A death while it waits is the same as one before its next call. */
  timing(): Timing {
    const time = this.#time;
    return {
      now: () => time.now() + this.#clock.offsetMs,
      random: time.random,
      wait: (ms, stop) => (this.#isDead ? NEVER : this.#outlive(time.wait(ms, stop), false)),
    };
  }

  #call(name: string, act: () => unknown, kind: 'real' | 'virtual'): unknown {
    // These hand out another port or let one go, and do nothing by themselves.
    if (/\.(records|close)$/.test(name)) return this.#handedOut(name, act(), kind);
    if (this.#isDead) return NEVER;
    // A death before or after a mere read is the same as one at the next call that does something.
    const place = READS.test(name) ? null : this.calls.push(name) - 1;
    const isLast = place !== null && place === this.#death?.at;
    if (isLast && this.#death?.when === 'before') {
      this.kill();
      return NEVER;
    }
    const made = act();
    if (!(made instanceof Promise)) throw new Error(`${name} is no call that a window waits for.`);
    return this.#outlive(kind === 'real' ? this.#time.during(made) : made, isLast);
  }

  #handedOut(name: string, port: unknown, kind: 'real' | 'virtual'): unknown {
    return isPort(port) ? this.port(name, port, kind) : port;
  }

  #outlive<T>(work: Promise<T>, isLast: boolean): Promise<T> {
    const dies = () => {
      if (isLast) this.kill();
      return this.#isDead;
    };
    return work.then(
      (result) => (dies() ? NEVER : result),
      (error: unknown) => {
        if (dies()) return NEVER;
        throw error;
      },
    );
  }
}

function isPort(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
