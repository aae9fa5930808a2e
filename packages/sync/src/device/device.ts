import type { Decision, DeviceStatus, ResidentId } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Instant } from '@ehch/clinical/time';
import { auditOperation, type AuditedKind } from '@ehch/fhir/writers';
import type { ActionsContext } from '../actions/actions-context.ts';
import { operationOf } from '../actions/operation-of.ts';
import { countedIn, unsentIn } from '../actions/status.ts';
import type { Http } from '../http/http.ts';
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
  /** Called when a person wants everything tried now: another window may be the one that sends. */
  readonly onTryNow: () => void;
}

/** What this device holds for one server and user: what people did, how it is sent, and its lock. */
export class Device {
  readonly #ports: DevicePorts;
  readonly #work: LeaderWork;
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

  /** Begins to send. */
  start(): void {
    this.#work.start();
  }

  get #user(): SignedIn | null {
    return this.#ports.configuration.user ?? null;
  }

  get actions(): ActionsContext {
    const { opened, locks, program, timing } = this.#ports;
    const { store, name } = opened;
    const user = this.#user;
    return {
      store,
      user,
      locks,
      database: name,
      operationOf: (intent) => operationOf(store, intent, { user, clockOffsetMs: null, device: program }),
      onEnqueued: () => this.#kept(),
      receiptOf: (intent) => receiptOf({ store, timing }, intent),
    };
  }

  get opened(): OpenedStore {
    return this.#ports.opened;
  }

  async status(): Promise<DeviceStatus> {
    const { opened, runsIn } = this.#ports;
    const askedUntil = this.#work.askedToWaitUntil;
    return {
      runsIn,
      lasts: opened.store.lasts,
      lock: opened.isLocked() ? 'locked' : 'unlocked',
      server: this.server,
      ...(askedUntil !== null && { askedToWaitUntil: new Date(askedUntil).toISOString() }),
      sends: this.#work.sends,
      loading: this.#work.loading,
      ...(await (opened.isLocked()
        ? countedIn(opened.store.outbox)
        : unsentIn(opened.store.outbox, this.#user))),
      lost: await opened.lost(),
    };
  }

  /** Carries out a person's decision about something that waits. */
  async decide(intent: string, decision: Decision): Promise<void> {
    const { opened, timing } = this.#ports;
    const user = this.#user;
    const whoIsSignedIn = () => (user === null ? null : { ...user, home: user.organisation });
    const ports = { store: opened.store, timing, epoch: () => 0, whoIsSignedIn };
    await decide(ports, intent, asPushed(decision));
    this.#kept();
  }

  /** Says that another window may have kept something to send. */
  wake(): void {
    this.#work.wake();
  }

  /** A person wants everything tried now, in whichever window sends. */
  tryNow(): void {
    this.hurry();
    this.#ports.onTryNow();
  }

  /** Tries at once what waits to be sent, and looks for changes on the server, unless that asked to be left alone. */
  hurry(): void {
    this.#work.tryNow();
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
    if (isOpen) this.#kept();
    return isOpen;
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
