import { reportCaught } from '@ehch/clinical/diagnostics';
import { afterPaint } from './after-paint.ts';
import type { PartSource } from './part-source.ts';
import { withinDeadline } from './within-deadline.ts';

/** How far a part is. `awaited`: somebody has pressed for it, and it is on its way. */
export type PartState = 'to-come' | 'awaited' | 'failed' | 'here';

/** [P] A page that never rests fetches all the same, after so long, in milliseconds. */
const RESTLESS_MS = 2000;

/**
 * Brings a part of one component that is used only after a press. It is fetched in idle time after the first paint, so that it
 * is there when the network is not.
 */
export class PartLoader<Part> {
  readonly #source: () => PartSource<Part>;
  readonly #onChange: () => void;
  /** What was pressed before the part was there; `null`: nobody waits. */
  #waiting: ((part: Part) => void) | null = null;
  #isAsked = false;
  #hasFailed = false;

  constructor(source: () => PartSource<Part>, onChange: () => void) {
    this.#source = source;
    this.#onChange = onChange;
  }

  /** `null`: it is on its way, was not asked for, or is not to be had. */
  get part(): Part | null {
    return this.#source().atHand;
  }

  get state(): PartState {
    if (this.part !== null) return 'here';
    if (this.#waiting !== null) return 'awaited';
    return this.#hasFailed ? 'failed' : 'to-come';
  }

  /** Fetches it when the page has nothing else to do. After a failure a person asks again, or the network that has returned. */
  prepare(): void {
    if (this.#isAsked || this.part !== null) return;
    this.#isAsked = true;
    afterPaint(() => whenIdle(() => void this.#fetch()));
  }

  /** Does what was pressed: at once, or when the part comes. Only the last press counts. */
  use(act: (part: Part) => void): void {
    const { part } = this;
    if (part !== null) return act(part);
    this.#waiting = act;
    this.#isAsked = true;
    this.#hasFailed = false;
    this.#onChange();
    void this.#fetch();
  }

  /** Guard: what was pressed beside one resident is not done beside another. */
  forgetPress(): void {
    this.#waiting = null;
  }

  #fetch(): Promise<void> {
    return withinDeadline(
      () => this.#source().fetch(),
      (got) => ('error' in got ? this.#failed(got.error) : this.#came(got.value)),
    );
  }

  #came(part: Part): void {
    const act = this.#waiting;
    this.#waiting = null;
    this.#hasFailed = false;
    this.#onChange();
    act?.(part);
  }

  #failed(error: unknown): void {
    reportCaught(error, 'elements/part');
    // The state says it, and the next press asks again. A press that failed is not done later behind somebody's back.
    this.#waiting = null;
    this.#hasFailed = true;
    // Without this it would be missing at the next loss of the network as well, unless somebody has pressed between the two.
    addEventListener('online', this.#again, { once: true });
    this.#onChange();
  }

  readonly #again = (): void => {
    if (this.part === null) whenIdle(() => void this.#fetch());
  };
}

/** Safari has no idle callback. After the paint and a task of its own it is as good as idle there. */
function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: RESTLESS_MS });
  else setTimeout(task);
}
