import type { DeviceStatus, PlaceConfiguration, ResidentId } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Instant } from '@ehch/clinical/time';
import type { SourceTerms, Store } from '@ehch/store';
import type { Http } from '../http/http.ts';
import { lead, type Lead } from '../leader/lead.ts';
import type { Locks } from '../locks.ts';
import { resting } from '../leader/resting.ts';
import { createWorker, type Stepper, type Worker } from '../leader/work.ts';
import { keptProfile, profileFor } from '../probe/kept-profile.ts';
import { profileWords } from '../probe/profile-words.ts';
import type { ServerProfile } from '../probe/server-profile.ts';
import type { SignedIn } from '../engine-configuration.ts';
import { createPull, type Pull } from '../pull/pull.ts';
import { createPush, type Push } from '../push/create-push.ts';
import { MOST_LANES } from '../push/lanes.ts';
import type { AskContext } from '../steps/ask.ts';
import type { Timing } from '../timing.ts';
import { HandOver } from './hand-over.ts';
import { forgottenCopies, restingWhileForgotten } from './forgotten-copies.ts';

/** What the leader needs from outside. */
export interface LeaderWorkPorts {
  readonly store: Store;
  readonly source: SourceTerms;
  readonly http: Http;
  /** The server, with what the reading has learnt about it. */
  readonly asking: AskContext;
  readonly user: SignedIn | null;
  /** Whether nothing that comes could be kept, as while the records are locked. */
  readonly isLocked: () => boolean;
  /** The homes to copy; `null`: only records that somebody opens are copied. */
  readonly place: PlaceConfiguration | null;
  readonly timing: Timing;
  readonly locks: Locks;
  readonly database: string;
  /** The latest clinical moment that a window has brought. */
  readonly now: () => Instant;
  /** Called after each step that changed something, with the residents whose record has changed. */
  readonly onChange: (residents: readonly ResidentId[]) => void;
  /** Called after each step of the push: what the server has accepted is part of somebody's record from then on. */
  readonly onPushed: () => void;
}

/** Milliseconds. A browser ends a service worker whose request takes longer than 30 s. */
const PROBE_DEADLINE_MS = 25_000;
/** Milliseconds until a server that could not be tried is tried again, doubled each time up to the longest. */
const PROBE_AGAIN_MS = 5_000;
const LONGEST_PROBE_WAIT_MS = 300_000;
/** Milliseconds after which a sleeping push looks again, although nothing was due: another window may have kept something. */
const LOOK_AGAIN_MS = 30_000;

/** [P] Milliseconds between two pulls while a thread is open on a screen: the other side's answer is seen within these. */
const CLOSE_EVERY_MS = 30_000;

type ServerTold = Pick<DeviceStatus, 'merged' | 'duplicates' | 'serverWords'>;

/** Pushes and pulls, in one window of all (SPEC A1, A2). */
export class LeaderWork {
  readonly #ports: LeaderWorkPorts;
  readonly #handOver: HandOver;
  #lead: Lead | null = null;
  #workers: readonly Worker[] = [];
  #pull: Pull | null = null;
  #push: Push | null = null;
  #profile: ServerProfile | null = null;
  /** What was found out about the server before this window led. It decides how to read, and never how to write. */
  #former: ServerProfile | null = null;
  #isStopped = false;
  #closeSince = -Infinity;
  /** When the server is tried out next, by the device's clock. */
  #probeAt = 0;

  constructor(ports: LeaderWorkPorts) {
    this.#ports = ports;
    this.#handOver = new HandOver(ports);
  }

  /** Queues for the lead, and works once it has it. */
  start(): void {
    const { locks, database, store, timing } = this.#ports;
    this.#lead = lead({
      locks,
      name: database,
      leadership: store.leadership,
      timing,
      work: (epoch, stop) => this.#work(epoch, stop),
    });
  }

  stop(): void {
    this.#lead?.stop();
    this.wake();
  }

  /** Says that something may be due now. */
  wake(): void {
    for (const worker of this.#workers) worker.wake();
  }

  /** Stops the first load, or goes on with it. */
  load(go: boolean): void {
    this.#isStopped = !go;
    if (go) this.#pull?.resume();
    else this.#pull?.pause();
    this.wake();
  }

  /** Tries everything now, unless the server asked to be left alone (SPEC P12). */
  tryNow(): void {
    this.#pull?.tryNow();
    this.#push?.tryNow();
    this.#probeAt = 0;
    this.wake();
  }

  /**
   * Somebody waits for what the other side does with a thread: each home is pulled as often as one that has just changed, however
   * quiet it is.
   */
  stayClose(): void {
    const now = this.#ports.timing.now();
    if (now - this.#closeSince < CLOSE_EVERY_MS) return;
    this.#closeSince = now;
    this.#pull?.poke();
    this.wake();
  }

  /** Until when the server asked to be left alone, by the device's clock. `null`: it did not, as far as is known here. */
  get askedToWaitUntil(): number | null {
    const until = Math.max(this.#pull?.askedToWaitUntil() ?? 0, this.#push?.askedToWaitUntil() ?? 0);
    return until === 0 ? null : until;
  }

  get sends(): DeviceStatus['sends'] {
    if (this.#ports.user === null) return 'nobody-signed-in';
    if (this.#profile === null) return 'not-known-yet';
    const isReadOnly = this.#profile.level === 'read-only' || this.#profile.ignoresIfMatch;
    return isReadOnly ? 'server-refuses-updates' : 'yes';
  }

  /** What this window has sent that a person should hear of, and how the server takes what is written. */
  get told(): ServerTold {
    const merged = this.#push?.merged().length ?? 0;
    const duplicates = this.#push?.retiredDuplicates().length ?? 0;
    const profile = this.#profile ?? this.#former;
    return {
      ...(merged > 0 && { merged }),
      ...(duplicates > 0 && { duplicates }),
      ...(profile !== null && { serverWords: profileWords(profile) }),
    };
  }

  /** The first load of all homes together; `null`: it is done, or not begun. */
  get loading(): DeviceStatus['loading'] {
    const homes = (this.#ports.place?.homes ?? []).flatMap(({ id }) => this.#pull?.progress(id) ?? []);
    const open = homes.filter(({ residents, share }) => residents > 0 && share < 1);
    if (open.length === 0) return null;
    const left = open.map(({ leftMs }) => leftMs);
    const known = left.filter((ms) => ms !== null);
    return {
      done: homes.reduce((sum, { residentsDone }) => sum + residentsDone, 0),
      of: homes.reduce((sum, { residents }) => sum + residents, 0),
      state: this.#isStopped ? 'stopped' : 'running',
      secondsLeft:
        known.length < left.length ? null : Math.ceil(known.reduce((sum, ms) => sum + ms, 0) / 1000),
    };
  }

  async #work(epoch: number, stop: AbortSignal): Promise<void> {
    const { timing, store, asking } = this.#ports;
    this.#former = await keptProfile(store.settings, asking.base).catch((error: unknown) => {
      // As while it was never tried: the pull reads more than it need.
      reportCaught(error, 'sync/profile');
      return null;
    });
    const push = resting(this.#pushStepper(epoch), timing);
    // One lane more than usual, so that a slow answer holds up no escalation.
    const pushing = Array.from({ length: MOST_LANES + 1 }, () => createWorker([push], timing));
    // A pull that fails, as while the records are locked, holds up nothing that is sent.
    const pulling = this.#pullStepper(epoch).map((pull) => createWorker([resting(pull, timing)], timing));
    const term = new AbortController();
    const handingOver = createWorker(
      [
        resting(
          this.#handOver.inTerm(() => term.abort()),
          timing,
        ),
      ],
      timing,
    );
    this.#workers = [...pushing, ...pulling, handingOver];
    stop.addEventListener('abort', () => term.abort(), { signal: term.signal });
    // Who is overtaken ends the others: nobody may be at work once the lock is given back.
    const ends = await Promise.allSettled(
      this.#workers.map((worker) => worker.run(term.signal).finally(() => term.abort())),
    );
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  /** Pushes once there is something to send: trying a server out writes scratch resources to it. */
  #pushStepper(epoch: number): Stepper {
    const { store, user, timing, asking, onChange, onPushed } = this.#ports;
    const whoIsSignedIn = () => (user === null ? null : { ...user, home: user.organisation });
    let push: Push | null = null;
    let failures = 0;
    let isProbing = false;

    const probe = async (): Promise<'did' | 'idle'> => {
      if (user === null || isProbing || isAhead(this.#probeAt, timing.now(), LONGEST_PROBE_WAIT_MS))
        return 'idle';
      // Before the first wait: two lanes that both tried the server would each send what the other is sending.
      isProbing = true;
      try {
        if ((await store.outbox.counts()).total === 0) return 'idle';
        this.#profile = await this.#tryServer();
        this.#push = push = createPush({
          ...this.#ports,
          base: asking.base,
          profile: this.#profile,
          epoch: () => epoch,
          whoIsSignedIn,
        });
        onChange([]);
        return 'did';
      } catch (error) {
        reportCaught(error, 'sync/probe');
        this.#probeAt = timing.now() + Math.min(PROBE_AGAIN_MS * 2 ** failures++, LONGEST_PROBE_WAIT_MS);
        return 'idle';
      } finally {
        isProbing = false;
      }
    };

    return {
      async step() {
        if (push === null) return { state: await probe() };
        const did = await push.step();
        if (did === 'worked') onPushed();
        return { state: did === 'worked' ? 'did' : 'idle' };
      },
      nextAt: async () => {
        const again = timing.now() + LOOK_AGAIN_MS;
        if (push === null) return Math.max(this.#probeAt, timing.now() + 1_000);
        return Math.min((await push.nextAt()) ?? again, again);
      },
    };
  }

  #tryServer(): Promise<ServerProfile> {
    const { store, http, asking, timing } = this.#ports;
    return profileFor(store.settings, {
      http,
      base: asking.base,
      deadlineMs: PROBE_DEADLINE_MS,
      newId: () => crypto.randomUUID(),
      now: timing.now(),
    });
  }

  /** Pulls the homes of the place; none without a place. */
  #pullStepper(epoch: number): readonly Stepper[] {
    const { store, source, asking, place, timing, now, isLocked, onChange } = this.#ports;
    if (place === null || place.homes.length === 0) return [];
    const profile = () => this.#profile ?? this.#former;
    const server = { refusesPostSearch: false };
    const begin = (): Stepper => {
      const pull = createPull({
        ...asking,
        server,
        store,
        source,
        place,
        epoch,
        timing,
        now,
        onChange,
        profile,
      });
      this.#pull = pull;
      if (this.#isStopped) pull.pause();
      return {
        async step(stop) {
          // Guard: nobody is asked for what cannot be kept, and no failure delays the pull after the unlocking.
          if (isLocked()) return { state: 'idle' };
          const end = await pull.step(stop);
          // A failure has its own wait, and a first load shows its progress.
          if (end.state === 'did') onChange([]);
          return { state: end.state === 'did' ? 'did' : 'idle' };
        },
        nextAt: () => (isLocked() ? Infinity : pull.nextAt()),
      };
    };
    const forgotten = forgottenCopies(store.settings);
    return [restingWhileForgotten(begin, forgotten, store.records(source), timing)];
  }
}

/** Whether a moment is still to come. After the clock was set back, one beyond the longest wait is not believed. */
function isAhead(at: number, now: number, longestMs: number): boolean {
  return at > now && at - now <= longestMs;
}
