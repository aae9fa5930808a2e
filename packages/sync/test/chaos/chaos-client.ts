import { EhchError } from '@ehch/clinical';
import type { OperationAuthor, Store } from '@ehch/store';
import type { FhirServer } from '@ehch/dev-server';
import type { Http } from '../../src/http/http.ts';
import type { Attention } from '../../src/pull/polling.ts';
import { createPull, type Pull } from '../../src/pull/pull.ts';
import { ALL_PULL_GUARDS, type PullGuards } from '../../src/pull/guards.ts';
import type { ServerProfile } from '../../src/probe/server-profile.ts';
import { createPush, type Push } from '../../src/push/create-push.ts';
import { ALL_GUARDS, type PushGuards } from '../../src/push/guards.ts';
import type { Timing } from '../../src/timing.ts';
import { CHAOS_PLACE } from './chaos-home.ts';
import { ClientWindow, type Death, type DeviceClock } from './client-window.ts';
import { faultNetwork } from './fault-network.ts';
import type { FaultRates } from './faults.ts';
import { newStoreRecord, recordingStore, type StoreRecord } from './recording-store.ts';
import type { ServedRequest } from './served-request.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What is going wrong at present. It changes in the course of a run. */
export interface Weather {
  rates: FaultRates;
  /** Writes and requests that a window lives for on average. `null`: it lives on. */
  callsOfLife: number | null;
}

export interface ChaosClientOptions {
  readonly name: string;
  readonly time: VirtualTime;
  readonly server: FhirServer;
  readonly profile: ServerProfile;
  readonly weather: Weather;
  readonly guards?: Partial<PushGuards>;
  readonly pullGuards?: Partial<PullGuards>;
  readonly attention?: Attention;
  /** When the first window dies. Without it, the weather decides. */
  readonly firstDeath?: Death | null;
  /** What outlives every window. */
  readonly store: Store;
  served(request: ServedRequest): void;
}

/** Milliseconds. */
const ROUND = 15_000;
const DEADLINE_MS = 25_000;
const LONGEST_RESTART = 60_000;
const LONGEST_FREEZE = 600_000;
/** How many windows freeze, and thaw when the next one leads already. From 0 to 1. */
const FREEZES = 0.2;
const SIDE_BY_SIDE = 3;

/** One computer of a home: a store that lasts, and one window after another that dies in the middle of its work. */
export class ChaosClient {
  readonly name: string;
  readonly record: StoreRecord = newStoreRecord();
  readonly store: Store;
  readonly clock: DeviceClock = { offsetMs: 0 };
  user: OperationAuthor | null = null;
  push: Push | null = null;
  readonly #options: ChaosClientOptions;
  readonly #http: Http;
  readonly #windows = new Set<ClientWindow>();
  #window: ClientWindow | null = null;
  /** `undefined`: the weather decides. */
  #nextDeath: Death | null | undefined;
  /** The calls of the window that is open, or was the last. */
  get calls(): readonly string[] {
    return this.#window?.calls ?? [];
  }

  constructor(options: ChaosClientOptions) {
    const { name, weather } = options;
    this.name = name;
    this.#options = options;
    this.store = recordingStore(options.store, this.record);
    this.#nextDeath = options.firstDeath;
    this.#http = faultNetwork({
      ...options,
      by: name,
      session: () => this.user?.sub ?? null,
      rates: () => weather.rates,
    });
  }

  /** Opens one window after another, until the run ends. */
  async live(): Promise<void> {
    const { time, weather } = this.#options;
    for (;;) {
      const window = new ClientWindow(time, this.#death(), this.clock);
      this.#window = window;
      this.#windows.add(window);
      const died = new Promise<void>((resolve) => window.onDeath(resolve));
      void this.#work(window);
      const isFreezing = weather.callsOfLife !== null && time.random() < FREEZES;
      await (isFreezing ? Promise.race([died, time.wait(time.random() * LONGEST_FREEZE)]) : died);
      await time.wait(time.random() * LONGEST_RESTART);
    }
  }

  /** Ends every window that is open, as when the person closes it. */
  closeWindows(): void {
    for (const window of this.#windows) window.kill();
    this.#windows.clear();
  }

  #death(): Death | null {
    const { time, weather } = this.#options;
    const given = this.#nextDeath;
    this.#nextDeath = undefined;
    if (given !== undefined) return given;
    if (weather.callsOfLife === null) return null;
    const at = Math.floor(-Math.log(1 - time.random()) * weather.callsOfLife);
    return { at, when: time.random() < 0.5 ? 'before' : 'after' };
  }

  async #work(window: ClientWindow): Promise<void> {
    const { server, profile, guards, pullGuards, attention = 'other' } = this.#options;
    const http = window.port('http', this.#http, 'virtual');
    let own: number | null = null;
    const recorded = recordingStore(this.#options.store, this.record, () => own);
    const store = window.port('store', recorded, 'real');
    const timing: Timing = window.timing();
    const epoch = await store.leadership.begin();
    own = epoch;
    const push = createPush(
      {
        store,
        http,
        base: server.base,
        profile,
        timing,
        epoch: () => epoch,
        whoIsSignedIn: () => (this.user === null ? null : { ...this.user, home: 'home' }),
      },
      { ...ALL_GUARDS, ...guards },
    );
    const pull = createPull({
      http,
      base: server.base,
      deadlineMs: DEADLINE_MS,
      store,
      place: CHAOS_PLACE,
      epoch,
      timing,
      now: () => new Date(timing.now()).toISOString(),
      // Every half minute would be more of the same.
      attention: () => attention,
      guards: { ...ALL_PULL_GUARDS, ...pullGuards },
      profile: () => profile,
      onLost: (lost) => {
        for (const { intent } of lost) this.record.offered.add(intent);
      },
    });
    this.push = push;
    for (let n = 0; n < SIDE_BY_SIDE; n++) void untilOvertaken(pushOn(push, timing));
    void untilOvertaken(pullOn(pull, timing));
  }
}

async function pushOn(push: Push, timing: Timing): Promise<never> {
  for (;;) {
    const did = await push.step();
    if (did === 'worked') continue;
    const next = did === 'waiting' ? await push.nextAt() : null;
    await timing.wait(Math.min(ROUND, Math.max(500, (next ?? Infinity) - timing.now())));
  }
}

async function pullOn(pull: Pull, timing: Timing): Promise<never> {
  for (;;) {
    const { state } = await unlessLocked(pull.step(), timing);
    if (state !== 'did') await timing.wait(Math.min(4 * ROUND, Math.max(1000, pull.nextAt() - timing.now())));
  }
}

/** While the records are locked, a pull fails, and comes again. */
async function unlessLocked(step: ReturnType<Pull['step']>, timing: Timing): ReturnType<Pull['step']> {
  try {
    return await step;
  } catch (error) {
    if (!(error instanceof EhchError) || error.code !== 'locked') throw error;
    await timing.wait(ROUND);
    return { state: 'idle' };
  }
}

/** A leader who was overtaken stops. */
async function untilOvertaken(work: Promise<never>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof EhchError) || error.code !== 'overtaken') throw error;
  });
}
