import { EhchError, type DeviceStatus } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Store } from '@ehch/store';
import type { Http } from '../http/http.ts';
import type { Locks } from '../locks.ts';
import { profileFor } from '../probe/kept-profile.ts';
import type { ServerProfile } from '../probe/server-profile.ts';
import type { SignedIn } from '../protocol.ts';
import { createPush } from '../push/create-push.ts';
import { MOST_LANES } from '../push/lanes.ts';
import type { Timing } from '../timing.ts';

/** What sends needs from outside. */
export interface SenderPorts {
  readonly store: Store;
  readonly http: Http;
  readonly base: string;
  readonly user: SignedIn | null;
  readonly timing: Timing;
  readonly locks: Locks;
  readonly database: string;
  /** Called after each step that changed something. */
  readonly onChange: () => void;
}

/** Milliseconds. A browser ends a service worker whose request takes longer than 30 s. */
const PROBE_DEADLINE_MS = 25_000;
/** Milliseconds until a server that could not be tried is tried again, doubled each time up to the longest. */
const PROBE_AGAIN_MS = 5_000;
const LONGEST_PROBE_WAIT_MS = 300_000;
/** Milliseconds after which a sleeping loop looks again, although nothing was due: another window may have kept something. */
const LOOK_AGAIN_MS = 30_000;

/** Brings to the server what people have done, in one window of all (SPEC A1, A2). */
export class Sender {
  readonly #ports: SenderPorts;
  readonly #stop = new AbortController();
  #wake = new AbortController();
  #profile: ServerProfile | null = null;

  constructor(ports: SenderPorts) {
    this.#ports = ports;
  }

  /** Queues for the lead, and works once it has it. */
  start(): void {
    const { locks, database } = this.#ports;
    const { signal } = this.#stop;
    locks
      .exclusive(`ehch-sync:${database}`, () => this.#lead(), signal)
      .catch((error: unknown) => {
        if (!signal.aborted) reportCaught(error, 'sync/lead');
      });
  }

  stop(): void {
    this.#stop.abort();
    this.wake();
  }

  /** Says that something may be due now. */
  wake(): void {
    this.#wake.abort();
    this.#wake = new AbortController();
  }

  get sends(): DeviceStatus['sends'] {
    if (this.#ports.user === null) return 'nobody-signed-in';
    if (this.#profile === null) return 'not-known-yet';
    const isReadOnly = this.#profile.level === 'read-only' || this.#profile.ignoresIfMatch;
    return isReadOnly ? 'server-refuses-updates' : 'yes';
  }

  async #lead(): Promise<void> {
    const { store } = this.#ports;
    const epoch = await store.leadership.begin();
    const profile = await this.#profileOnceNeeded();
    if (profile === null) return;
    const { user } = this.#ports;
    const push = createPush({
      ...this.#ports,
      profile,
      epoch: () => epoch,
      whoIsSignedIn: () => (user === null ? null : { ...user, home: user.organisation }),
    });
    // One lane more than usual, so that a slow answer holds up no escalation.
    await Promise.all(Array.from({ length: MOST_LANES + 1 }, () => this.#run(push)));
  }

  /** Takes one step after another until this window has lost the lead or is closed. */
  async #run(push: ReturnType<typeof createPush>): Promise<void> {
    const { timing, onChange } = this.#ports;
    while (!this.#stop.signal.aborted) {
      const wake = this.#wake.signal;
      try {
        const did = await push.step();
        if (did === 'worked') {
          onChange();
          continue;
        }
        const due = (await push.nextAt()) ?? Number.POSITIVE_INFINITY;
        await timing.wait(Math.min(Math.max(due - timing.now(), 0), LOOK_AGAIN_MS) + 1, wake);
      } catch (error) {
        if (error instanceof EhchError && error.code === 'overtaken') return;
        // A lock takes the keys away in the middle of a step. What it was doing is found again after unlocking.
        reportCaught(error, 'sync/push');
        await timing.wait(LOOK_AGAIN_MS, wake);
      }
    }
  }

  /** Tries the server out once there is something to send: a probe writes scratch resources to it. */
  async #profileOnceNeeded(): Promise<ServerProfile | null> {
    const { store, user, timing, http, base } = this.#ports;
    let wait = PROBE_AGAIN_MS;
    while (!this.#stop.signal.aborted) {
      const wake = this.#wake.signal;
      if (user === null || (await store.outbox.counts()).total === 0) {
        await timing.wait(LOOK_AGAIN_MS, wake);
        continue;
      }
      try {
        this.#profile = await profileFor(store.settings, {
          http,
          base,
          deadlineMs: PROBE_DEADLINE_MS,
          newId: () => crypto.randomUUID(),
          now: timing.now(),
        });
        this.#ports.onChange();
        return this.#profile;
      } catch (error) {
        reportCaught(error, 'sync/probe');
        await timing.wait(wait, wake);
        wait = Math.min(wait * 2, LONGEST_PROBE_WAIT_MS);
      }
    }
    return null;
  }
}
