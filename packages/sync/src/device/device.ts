import type { Decision, DeviceStatus, ResidentId, WaitingForPerson } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { AuditedKind } from '@ehch/fhir/writers';
import type { ActionsContext } from '../actions/actions-context.ts';
import { namesFor } from '../actions/names-for.ts';
import { countedHere } from '../actions/status.ts';
import { waitingIn } from '../actions/waiting.ts';
import type { Http } from '../http/http.ts';
import { isLocal } from '../local/local-base.ts';
import { LocalDevice } from '../local/local-device.ts';
import type { Locks } from '../locks.ts';
import type { EngineConfiguration, SignedIn } from '../engine-configuration.ts';
import type { Timing } from '../timing.ts';
import { actionsOf } from './actions-of.ts';
import { auditedAct, type AuditedAct } from './audited-act.ts';
import { carryOut } from './carry-out.ts';
import { forgottenCopies } from './forgotten-copies.ts';
import { closedStatus, unlessClosed } from './kept-connection.ts';
import { LeaderWork } from './leader-work.ts';
import { Looks } from './looks.ts';
import { LostHere } from './lost-here.ts';
import { userLooks, type UserLooks } from './user-looks.ts';
import { ClockDifference } from './server-clock.ts';
import { HAS_SERVER, keptStatus, listStatus, loadingStatus } from './status-of.ts';
import { sourceOf, type CountedUnsent, type OpenedStore, type Stores } from './stores.ts';
import { whoDecides, type Deciders } from './who-decides.ts';
import { WorkOfNobody } from './work-of-nobody.ts';
import { WrongTries } from './wrong-tries.ts';

export interface DevicePorts {
  readonly opened: OpenedStore;
  readonly stores: Pick<Stores, 'openOfNobody' | 'unsentElsewhere'>;
  readonly configuration: EngineConfiguration;
  readonly http: Http;
  readonly locks: Locks;
  readonly timing: Timing;
  /** Whom the place file in force names: that of the configuration, or a newer one. */
  readonly deciders: () => Deciders;
  /** The program with its version, and this PC where it has a name, as they stand in what is written. */
  readonly program: string;
  readonly runsIn: 'worker' | 'page';
  /** Called after something was kept or has moved on, so that windows ask again. */
  readonly onChange: (residents: readonly ResidentId[]) => void;
  /** Called when something was signed, sent or given up, so that windows read again what they show. */
  readonly onPushed: () => void;
  /** Called when a person wants everything tried now: another window may be the one that sends. */
  readonly onTryNow: () => void;
}

/** What this device holds for one server and user: what people did, how it is sent, and its lock. */
export class Device {
  readonly #ports: DevicePorts;
  readonly #work: LeaderWork;
  /** What the device does itself where there is no server. `null`: there is one. */
  readonly here: LocalDevice | null;
  /** When the user looked at whom. */
  readonly looks: UserLooks;
  readonly lost: LostHere;
  /** `null`: nobody is signed in, who could take anything over. */
  readonly #nobody: WorkOfNobody | null;
  /** How the last request ended. */
  server: DeviceStatus['server'] = 'not-asked';
  /** As it was told last. */
  #last: DeviceStatus | null = null;
  readonly #clock = new ClockDifference();
  readonly #wrongTries = new WrongTries((at) =>
    this.audit('unlock-refused', null, at, { stopped: 'The passphrase or passkey opens nothing here.' }),
  );
  readonly #who: ReturnType<typeof whoDecides>;
  /** The latest clinical moment that a window has brought; `null`: none yet. */
  clinicalNow: Instant | null = null;

  constructor(ports: DevicePorts) {
    this.#ports = ports;
    const { opened, stores, configuration, http, locks, timing, deciders, onChange, onPushed } = ports;
    const user = this.#user;
    this.lost = new LostHere(opened, locks);
    this.#who = whoDecides({ deciders, user, timing, clock: this.#clock });
    const onMoved = () => this.#kept();
    this.#nobody =
      user === null || isLocal(configuration)
        ? null
        : new WorkOfNobody({ stores, configuration, user, opened, timing, onMoved });
    this.looks = userLooks(user === null ? null : new Looks(opened.store.looks, user.sub));
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
      isLocked: () => opened.isLocked(),
      now: () => this.clinicalNow ?? new Date(timing.now()).toISOString(),
      onChange,
      onPushed,
    });
  }

  /**
   * Begins to send, and to copy the homes: somebody has signed in, or opened the page anew. Without a server, it finishes what
   * a crash left.
   */
  async start(): Promise<void> {
    if (this.here !== null) return this.here.settleRest();
    if (this.#ports.configuration.copies === 'homes') await this.#forgotten.set(false);
    this.#work.start();
    // A worry from before the sign-in waits for nobody.
    void this.#nobody?.bringWhatIsOfTheHome();
  }

  get #forgotten() {
    return forgottenCopies(this.#ports.opened.store.settings);
  }

  get #user(): SignedIn | null {
    return this.#ports.configuration.user ?? null;
  }

  get actions(): ActionsContext {
    return actionsOf({
      ...this.#ports,
      here: this.here,
      nobody: this.#nobody,
      clockOffsetMs: this.#clock.offsetMs,
      sends: () => this.#work.sends,
      whyNotDecided: this.#who.whyNotPress,
      onEnqueued: () => this.#moved(),
    });
  }

  get opened(): OpenedStore {
    return this.#ports.opened;
  }

  /** While the browser has closed what is kept, the numbers are those of before (store SPEC D9). */
  async status(): Promise<DeviceStatus> {
    const { opened, runsIn } = this.#ports;
    const ask = async () => (this.#last = await this.#status());
    return unlessClosed(opened.connection, ask, () => closedStatus(opened, this.#last, runsIn));
  }

  async #status(): Promise<DeviceStatus> {
    const { opened, configuration, runsIn } = this.#ports;
    const askedUntil = this.#work.askedToWaitUntil;
    return {
      runsIn,
      server: this.here === null ? this.server : 'none',
      ...(askedUntil !== null && { askedToWaitUntil: new Date(askedUntil).toISOString() }),
      sends: this.here === null ? this.#work.sends : 'no-server',
      ...(await loadingStatus(opened, this.#work.loading)),
      ...(await keptStatus({ opened, lost: this.lost }, this.#user, this.#nobody, await this.#elsewhere())),
      ...(this.here !== null && (await countedHere(opened.store.outbox))),
      ...(this.here === null && this.#work.told),
      ...this.#clock.status,
      ...(!HAS_SERVER.has(this.server) && (await listStatus(opened, configuration))),
    };
  }

  /** An answer has told how far the device's clock is from the server's. */
  noteClock(ms: number): void {
    if (this.#clock.note(ms)) this.#ports.onChange([]);
  }

  /** Somebody who is signed in hears of their own organisation alone. */
  async #elsewhere(): Promise<CountedUnsent> {
    const { stores, configuration } = this.#ports;
    return this.#user === null && this.here === null
      ? stores.unsentElsewhere(configuration)
      : { total: 0, escalations: 0 };
  }

  /** What waits for a person's decision, and what nobody was signed in for, in the words of our screens. */
  async waiting(): Promise<readonly WaitingForPerson[]> {
    const { opened, configuration } = this.#ports;
    const entries = await opened.store.outbox.entries();
    const names = await namesFor(opened.store, sourceOf(configuration), configuration.fhirBaseUrl, entries);
    const own = waitingIn(entries, names, this.#who.whyNotSend);
    if (this.#nobody === null) return own.filter(({ state }) => state !== 'nobody-signed-in');
    return [...(await this.#nobody.waiting()), ...own];
  }

  /** Carries out a person's decision about something that waits. */
  async decide(intent: string, decision: Decision): Promise<void> {
    const { timing } = this.#ports;
    const { whyNotSend: whyNotBy } = this.#who;
    await carryOut({ actions: this.actions, timing, nobody: this.#nobody, whyNotBy }, intent, decision);
    await this.here?.settleRest();
    this.#moved();
  }

  /** The place file names others by now: what waits, and why, is read again. */
  noteDeciders(): void {
    this.#ports.onChange([]);
  }

  /** A person was told of what was lost. What is lost since then, nobody has seen. */
  async noteLost(shown: number): Promise<void> {
    const { lost } = await this.status();
    if (lost > shown) return;
    await this.lost.forget();
    await this.#nobody?.forgetLost();
    this.#ports.onChange([]);
  }

  /** Says that another window may have kept something to send. */
  wake(): void {
    this.#work.wake();
  }

  /** Somebody looks at an open thread, and waits for the other side. */
  stayClose(): void {
    this.#work.stayClose();
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
  async load(go: boolean): Promise<void> {
    if (go) await this.#forgotten.set(false);
    this.#work.load(go);
    this.#ports.onChange([]);
  }

  /** Keeps the copies of the homes from coming back by themselves. The caller erases them after this. */
  async forget(): Promise<void> {
    await this.#forgotten.set(true);
    this.#work.load(false);
  }

  /** Keeps an audited act in the outbox, as every write (SPEC U1). */
  async audit(
    kind: AuditedKind,
    resident: ResidentId | null,
    at: Instant,
    words: Pick<AuditedAct, 'reason' | 'stopped' | 'of'> = {},
  ): Promise<void> {
    const here = { ...this.#ports, clockOffsetMs: this.#clock.offsetMs };
    await this.#ports.opened.store.outbox.enqueue(auditedAct(here, { kind, resident, at, ...words }));
    this.#kept();
  }

  async unlock(secret: string): Promise<boolean> {
    const isOpen = await this.#unlocked(secret);
    if (!isOpen) this.#wrongTries.note(new Date(this.#ports.timing.now()).toISOString());
    await this.#wrongTries.tell();
    if (!isOpen) return false;
    await this.here?.settleRest();
    this.#kept();
    return true;
  }

  /** What nobody did may lie under a passphrase of its own. It stays shut for as long as the person's own records are. */
  async #unlocked(secret: string): Promise<boolean> {
    const { opened } = this.#ports;
    if (!opened.isLocked()) return (await this.#nobody?.unlock(secret)) ?? opened.unlock(secret);
    const isOpen = await opened.unlock(secret);
    if (isOpen) await this.#nobody?.unlock(secret);
    return isOpen;
  }

  lock(): void {
    this.#ports.opened.lock();
    this.#nobody?.lock();
    this.#ports.onChange([]);
  }

  close(): void {
    this.#work.stop();
    this.#nobody?.close();
    this.#ports.opened.close();
  }

  /** What waits is part of somebody's record: windows read again what they show. */
  #moved(): void {
    this.#work.wake();
    this.#ports.onPushed();
  }

  #kept(): void {
    this.#work.wake();
    this.#ports.onChange([]);
  }
}
