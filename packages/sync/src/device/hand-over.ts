import type { Store } from '@ehch/store';
import type { Stepper } from '../leader/work.ts';
import type { Locks } from '../locks.ts';
import { leadOf } from '../leader/lead.ts';
import { isByNobody } from '../nobody.ts';
import { isAudit } from '../push/waits-for.ts';
import type { SignedIn } from '../engine-configuration.ts';
import type { Timing } from '../timing.ts';

/** Milliseconds for which a leader keeps the lead although only another window could send what waits. */
const FIRST_MS = 2_000;
/** Each turn in vain is twice as long, up to this. A turn begins the pull anew, so it must not come often. */
const LONGEST_MS = 300_000;

interface HandOverPorts {
  readonly store: Store;
  readonly user: SignedIn | null;
  readonly timing: Timing;
  readonly locks: Locks;
  readonly database: string;
}

/**
 * Hands the lead over while only another window could send what waits: work is sent in a session of its author alone (SPEC P5, A4).
 * The leader queues behind the others. It keeps the lead if no window waits for it.
 */
export class HandOver {
  readonly #ports: HandOverPorts;
  #pauseMs = FIRST_MS;
  /** What of others waited at the last turn. */
  #before = '';

  constructor(ports: HandOverPorts) {
    this.#ports = ports;
  }

  /** Looks now and then in one term of the lead. `end`: ends the term. */
  inTerm(end: () => void): Stepper {
    const { timing } = this.#ports;
    let at = timing.now() + this.#pauseMs;
    return {
      step: async () => {
        const left = at - timing.now();
        // After the clock was set back, the wait would last for years.
        if (left > 0 && left <= this.#pauseMs) return { state: 'idle' };
        if (await this.#isAsked()) end();
        at = timing.now() + this.#pauseMs;
        return { state: 'idle' };
      },
      nextAt: () => at,
    };
  }

  async #isAsked(): Promise<boolean> {
    const { locks, database } = this.#ports;
    const others = await this.#othersWaiting();
    if (others === '' || !(await locks.isWaitedFor(leadOf(database)))) {
      this.#pauseMs = FIRST_MS;
      return false;
    }
    this.#pauseMs = others === this.#before ? Math.min(this.#pauseMs * 2, LONGEST_MS) : FIRST_MS;
    this.#before = others;
    return true;
  }

  /** The unsent work of other people. What cannot be read, or belongs to the home, asks for no other window. */
  async #othersWaiting(): Promise<string> {
    const { store, user } = this.#ports;
    const entries = (await store.outbox.entries()).filter((entry) => !isAudit(entry));
    return entries
      .flatMap(({ intent, state, operation }) => {
        const isGoing = state === 'queued' || state === 'unknown' || state === 'wait-auth';
        if (operation === null || !isGoing || operation.class === 'escalation') return [];
        const { author } = operation;
        return isByNobody(author) || author.sub === user?.sub ? [] : [intent];
      })
      .join(' ');
  }
}
