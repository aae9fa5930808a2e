import type { Timing } from '../../src/timing.ts';
import { seeded, type Random } from './seeded.ts';

interface Due {
  readonly at: number;
  readonly order: number;
  readonly act: () => void;
}

/** When a virtual run begins: a Saturday morning, in milliseconds since the epoch. */
export const RUN_BEGINS = Date.parse('2026-11-21T08:00:00Z');

/**
 * Time that passes only when nothing is left to do, so that a day takes a second and one seed gives one course.
 *
 * What really takes time, such as a database, is given to {@link VirtualTime.during}: no virtual time passes meanwhile.
 */
export class VirtualTime implements Timing {
  readonly random: Random;
  #now = RUN_BEGINS;
  #order = 0;
  #real = 0;
  readonly #queue: Due[] = [];

  constructor(seed: number) {
    this.random = seeded(seed);
  }

  now(): number {
    return this.#now;
  }

  wait(ms: number, stop?: AbortSignal): Promise<void> {
    if (stop?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      this.at(this.#now + ms, resolve);
      stop?.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  /** Does something at a moment. Two things of one moment happen in the order in which they were planned. */
  at(moment: number, act: () => void): void {
    push(this.#queue, { at: Math.max(moment, this.#now), order: this.#order++, act });
  }

  /** Stops the clock until a piece of work ends that takes real time. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#real += 1;
    try {
      return await work;
    } finally {
      this.#real -= 1;
    }
  }

  /** Lets `ms` pass, with everything that falls due meanwhile. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await this.#settled();
    for (let next = this.#queue[0]; next !== undefined && next.at <= end; next = this.#queue[0]) {
      pop(this.#queue);
      this.#now = next.at;
      next.act();
      await this.#settled();
    }
    this.#now = end;
  }

  /** Lets time pass until some work ends. Work that waits for nothing fails, because it would never end. */
  async until<T>(work: Promise<T>): Promise<T> {
    const end = { isOver: false };
    const over = () => {
      end.isOver = true;
    };
    work.then(over, over);
    await this.#settled();
    while (!end.isOver) {
      const next = pop(this.#queue);
      if (next === undefined)
        throw new Error('Everything has ended, but the work that was waited for has not.');
      this.#now = next.at;
      next.act();
      await this.#settled();
    }
    return work;
  }

  /** All promises have been followed, and no real work is open. */
  async #settled(): Promise<void> {
    do await new Promise(setImmediate);
    while (this.#real > 0);
  }
}

function isBefore(a: Due, b: Due): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** Adds to a binary heap whose first is due first. */
function push(heap: Due[], due: Due): void {
  let place = heap.push(due) - 1;
  while (place > 0) {
    const above = (place - 1) >> 1;
    if (!isBefore(due, heap[above]!)) break;
    heap[place] = heap[above]!;
    place = above;
  }
  heap[place] = due;
}

function pop(heap: Due[]): Due | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let place = 0;
  for (;;) {
    const left = 2 * place + 1;
    const right = left + 1;
    if (left >= heap.length) break;
    const least = right < heap.length && isBefore(heap[right]!, heap[left]!) ? right : left;
    if (!isBefore(heap[least]!, last)) break;
    heap[place] = heap[least]!;
    place = least;
  }
  heap[place] = last;
  return first;
}
