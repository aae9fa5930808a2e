import type { Decision, DeviceStatus, ResidentId } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Instant } from '@ehch/clinical/time';
import { auditOperation, type AuditedKind } from '@ehch/fhir/writers';
import type { ActionsContext } from '../actions/actions-context.ts';
import { operationOf } from '../actions/operation-of.ts';
import { countedHere, countedIn, unsentIn } from '../actions/status.ts';
import type { Http } from '../http/http.ts';
import { isLocal } from '../local/local-base.ts';
import { LocalDevice } from '../local/local-device.ts';
import { whyNoList } from '../local/local-list.ts';
import { localReceipt } from '../local/local-receipt.ts';
import type { Locks } from '../locks.ts';
import type { EngineConfiguration, SignedIn } from '../protocol.ts';
import { decide, type Decision as PushDecision } from '../push/decide.ts';
import { receiptOf } from '../push/receipt-of.ts';
import type { Timing } from '../timing.ts';
import { LeaderWork } from './leader-work.ts';
import { Looks } from './looks.ts';
import { sourceOf, type OpenedStore } from './open-store.ts';

export interface DevicePorts {
  readonly opened: OpenedStore;
  readonly configuration: EngineConfiguration;
  readonly http: Http;
  readonly locks: Locks;
  readonly timing: Timing;
  /** The program with its version, as it stands in what is written. */
  readonly program: string;
  readonly runsIn: 'worker' | 'page';
  /** Called after something was kept or has moved on, so that windows ask again. */
  readonly onChange: (residents: readonly ResidentId[]) => void;
  /** Called when something was sent, so that windows read again what they show. */
  readonly onPushed: () => void;
}

/** What this device holds for one server and user: what people did, how it is sent, and its lock. */
export class Device {
  readonly #ports: DevicePorts;
  readonly #work: LeaderWork;
  /** What the device does itself where there is no server. `null`: there is one. */
  readonly here: LocalDevice | null;
  /** `null`: nobody is signed in, so whoever looked last is not known. */
  readonly #looks: Looks | null;
  /** How the last request ended. */
  server: DeviceStatus['server'] = 'not-asked';
  /** The latest clinical moment that a window has brought; `null`: none yet. */
  clinicalNow: Instant | null = null;

  constructor(ports: DevicePorts) {
    this.#ports = ports;
    const { opened, configuration, http, locks, timing, onChange, onPushed } = ports;
    const user = this.#user;
    this.#looks = user === null ? null : new Looks(opened.store.looks, user.sub);
    const { place } = configuration;
    this.here = isLocal(configuration)
      ? new LocalDevice({ opened, place, locks, onAccepted: onPushed })
      : null;
    this.#work = new LeaderWork({
      store: opened.store,
      source: sourceOf(configuration),
      http,
      asking: { http, base: configuration.fhirBaseUrl, deadlineMs: configuration.deadlineMs },
      user,
      place: configuration.copies === 'homes' ? configuration.place : null,
      timing,
      locks,
      database: opened.name,
      now: () => this.clinicalNow ?? new Date(timing.now()).toISOString(),
      onChange,
      onPushed,
    });
  }

  /** Begins to send; without a server, finishes what a crash left. */
  async start(): Promise<void> {
    if (this.here === null) this.#work.start();
    else await this.here.settleRest();
  }

  get #user(): SignedIn | null {
    return this.#ports.configuration.user ?? null;
  }

  get actions(): ActionsContext {
    const { opened, locks, program, timing, configuration } = this.#ports;
    const { store, name } = opened;
    const here = this.here;
    // Without a server nobody has a record there, so no reference may name one.
    const user = here !== null && this.#user !== null ? { ...this.#user, reference: null } : this.#user;
    const written = { user, clockOffsetMs: null, device: program, source: sourceOf(configuration) };
    return {
      store,
      user,
      locks,
      database: name,
      operationOf: (intent) => operationOf(store, intent, written),
      whyNotHere: async (intent) => (here === null ? whyNoList(intent) : here.whyNotHere(intent)),
      settleHere: async () => here?.settle(),
      onEnqueued: () => this.#kept(),
      receiptOf: async (intent) => {
        const receipt = await receiptOf({ store, timing }, intent);
        return here === null ? receipt : localReceipt(receipt, store.lasts);
      },
    };
  }

  get opened(): OpenedStore {
    return this.#ports.opened;
  }

  async status(): Promise<DeviceStatus> {
    const { opened, runsIn } = this.#ports;
    return {
      runsIn,
      lasts: opened.store.lasts,
      lock: opened.isLocked() ? 'locked' : 'unlocked',
      server: this.here !== null ? 'none' : this.server,
      sends: this.here !== null ? 'no-server' : this.#work.sends,
      loading: this.#work.loading,
      ...(await this.#unsent()),
      lost: await opened.lost(),
    };
  }

  #unsent(): ReturnType<typeof unsentIn> {
    const { store } = this.#ports.opened;
    if (this.here !== null) return countedHere(store.outbox);
    return this.#ports.opened.isLocked() ? countedIn(store.outbox) : unsentIn(store.outbox, this.#user);
  }

  /** Carries out a person's decision about something that waits. */
  async decide(intent: string, decision: Decision): Promise<void> {
    const { opened, timing } = this.#ports;
    const user = this.#user;
    const whoIsSignedIn = () => (user === null ? null : { ...user, home: user.organisation });
    const ports = { store: opened.store, timing, epoch: () => 0, whoIsSignedIn };
    await decide(ports, intent, asPushed(decision));
    await this.here?.settleRest();
    this.#kept();
  }

  /** Says that another window may have kept something to send. */
  wake(): void {
    this.#work.wake();
  }

  /** Looks at once for something to send, and for changes on the server. */
  tryNow(): void {
    this.#work.poke();
  }

  /** Stops the first load of the homes, or goes on with it. */
  load(go: boolean): void {
    this.#work.load(go);
    this.#ports.onChange([]);
  }

  /** Remembers that the user looks at a resident, and returns when they looked before. */
  async look(resident: ResidentId, now: Instant): Promise<Instant | null> {
    const before = (await this.#looks?.before(resident, now, false)) ?? null;
    await this.#looks?.keep(resident, now);
    return before;
  }

  /** When the user looked before this resident came on screen. `null`: not known. It never fails. */
  async lastLook(resident: ResidentId, now: Instant): Promise<Instant | null> {
    try {
      return (await this.#looks?.before(resident, now, true)) ?? null;
    } catch (error) {
      // The records may be locked. What is on screen stays, and the glance says that the look is not known.
      reportCaught(error, 'sync/looks');
      return null;
    }
  }

  /** Keeps the look at a resident who has left the screen. */
  async left(resident: ResidentId): Promise<void> {
    try {
      await this.#looks?.left(resident);
    } catch (error) {
      // A look that was not kept makes the next glance tell more, so nobody has to hear of it.
      reportCaught(error, 'sync/looks');
    }
  }

  /** Keeps an audited act in the outbox, as every write (SPEC U1). */
  async audit(
    kind: AuditedKind,
    resident: ResidentId | null,
    at: Instant,
    words: { readonly reason?: string | null; readonly stopped?: string } = {},
  ): Promise<void> {
    const { configuration, opened, program } = this.#ports;
    const { sub, display, reference, role, organisation } = this.#user ?? NOBODY;
    const place = configuration.place?.title ?? configuration.sourceLabel;
    await opened.store.outbox.enqueue(
      auditOperation({
        id: crypto.randomUUID(),
        kind,
        at,
        clockOffsetMs: null,
        author: { sub, display, reference, role },
        organisation: { display: organisation ?? place },
        device: program,
        of: resident === null ? { resident: null, list: `Residents of ${place}` } : { resident },
        reason: { code: 'TREAT', ...(typeof words.reason === 'string' && { words: words.reason }) },
        ...(words.stopped !== undefined && { stopped: words.stopped }),
      }),
    );
    this.#kept();
  }

  async unlock(secret: string): Promise<boolean> {
    const isOpen = await this.#ports.opened.unlock(secret);
    if (!isOpen) return false;
    await this.here?.settleRest();
    this.#kept();
    return true;
  }

  lock(): void {
    this.#ports.opened.lock();
    this.#ports.onChange([]);
  }

  close(): void {
    this.#work.stop();
    this.#ports.opened.close();
  }

  #kept(): void {
    this.#work.wake();
    this.#ports.onChange([]);
  }
}

/** Nobody is signed in. What was seen is kept all the same, and is sent to nobody. */
const NOBODY: SignedIn = {
  sub: '',
  display: 'Not signed in',
  reference: null,
  role: null,
  organisation: null,
};

/** The person's words for what the push does. */
function asPushed(decision: Decision): PushDecision {
  switch (decision.kind) {
    case 'mine':
      return { kind: 'keep-mine' };
    case 'theirs':
      return { kind: 'discard', why: 'The other version stands.' };
    case 'try-again':
      return { kind: 'send-again' };
    case 'discard':
      return decision;
  }
}
