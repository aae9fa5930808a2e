import { reportCaught } from '@ehch/clinical/diagnostics';
import type { DeviceStatus, PlaceConfiguration } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { EngineClient, HostSurface, SignedIn } from '@ehch/sdk/client';
import type { AccountsMessage } from '../../messages/accounts.ts';
import { keptLock, keptWork } from '../lock/kept-lock.ts';
import { keptSecrets } from '../lock/kept-secrets.ts';
import { LockDesk } from '../lock/lock-desk.ts';
import type { LockEffect, LockSettings } from '../lock/lock.ts';
import { pinCheckOf } from '../lock/pin.ts';
import type { SessionMemory } from '../lock/session-memory.ts';
import type { Stamp } from '../lock/stamp.ts';
import { eraseDatabases, noteWipe } from '../lock/wipe-order.ts';
import { roleOf } from './role-of.ts';
import { sessionOf, type Session } from './session.ts';
import { SignInError, type SignInCode } from './sign-in-error.ts';
import { renewed, revoked, signIn, type SignInPorts } from './sign-in.ts';
import { TokenKeeper } from './token-keeper.ts';
import type { Tokens } from './tokens.ts';
import { vaultHttp } from './vault-http.ts';

export interface AccountsPorts extends SignInPorts {
  readonly memory: SessionMemory;
  readonly settings: LockSettings;
  readonly now: () => Stamp;
  /** Takes everything off every screen, in this task. */
  readonly blank: () => void;
  readonly changed: () => void;
  /** Begins anew: another person works here, or nobody. */
  readonly restart: () => void;
  readonly setAlarm: (isOn: boolean) => Promise<void>;
  /** The newest order to erase that was carried out before. */
  readonly wiped: number;
}

/** Milliseconds. That the server answers is noted no more often: each note is written down. */
const HEARD_EVERY_MS = 30_000;

/** Who is signed in, and the lock around it. It runs the sign-in, keeps the session, and does what the lock decides. */
export class AccountsDesk {
  readonly #ports: AccountsPorts;
  #lock!: LockDesk;
  #session: Session | null = null;
  #keeper: TokenKeeper | null = null;
  #client: EngineClient | null = null;
  #status: DeviceStatus | null = null;
  #leave = new AbortController();
  #wiped: number;
  #heardAt = -Infinity;
  #isReady = false;
  #isSigningIn = false;
  #failed: SignInCode | null = null;
  #tellsUnsent = false;
  /** Guard: `null`, nobody has counted them, which is not none. Then nothing is deleted. */
  #drafts: number | null = null;

  private constructor(ports: AccountsPorts) {
    this.#ports = ports;
    this.#wiped = ports.wiped;
  }

  /** Goes on with the session that an earlier vault left in memory. @param ordered the newest order to erase */
  static async restore(ports: AccountsPorts, ordered: number): Promise<AccountsDesk> {
    const desk = new AccountsDesk(ports);
    await ports.memory.keepFromPages();
    desk.#take(sessionOf(await ports.memory.read('session')));
    await desk.#finishLeaving(await ports.memory.read('lock'));
    desk.#lock = await LockDesk.restore({
      ...ports,
      wiped: () => desk.#wiped,
      run: (effect) => desk.#run(effect),
    });
    // Before anything is shown: what an administrator wants erased is on no screen any more.
    desk.wipe(ordered);
    if (desk.#session === null && desk.#lock.lock.at !== 'signed-out') desk.#lock.act({ kind: 'refused' });
    await desk.#lock.settled();
    desk.#isReady = true;
    return desk;
  }

  /** An earlier vault may have ended between a lock and what follows from it. Nothing of a session outlives that lock. */
  async #finishLeaving(kept: unknown): Promise<void> {
    const lock = keptLock(kept);
    if ((lock.at !== 'hard' && lock.at !== 'signed-out') || lock.stillSends) return;
    const { memory } = this.#ports;
    this.#take(null);
    await memory.forget('session', 'pin');
    if (keptWork(await memory.read('work')).kept === 0) await memory.forget('secrets');
  }

  /**
   * Guard: nobody sees copies that the server gave to somebody else. A session's engine is given to the vault only
   * once those of another person are erased.
   */
  async #ownCopies(client: EngineClient): Promise<void> {
    const { memory } = this.#ports;
    const sub = this.#session?.person.sub ?? '';
    if ((await memory.read('copiesOf')) === sub) return;
    await client.residents.forget();
    await memory.keep('copiesOf', sub);
  }

  get lock(): LockDesk {
    return this.#lock;
  }

  get session(): Session | null {
    return this.#session;
  }

  get isSigningIn(): boolean {
    return this.#isSigningIn;
  }

  /** Why the last sign-in did not happen. */
  get failed(): SignInCode | null {
    return this.#failed;
  }

  /** What keeps somebody from signing out, while they read it. `null`: nobody asked, or nothing does. */
  get unsent(): DeviceStatus | null {
    return this.#tellsUnsent ? this.#status : null;
  }

  /** Drafts of the signed-in person. `null`: not known. */
  get drafts(): number | null {
    return this.#drafts;
  }

  /** What this device has not sent. `null`: not known. */
  get status(): DeviceStatus | null {
    return this.#status;
  }

  /** An order to erase. The same order again is carried out already. */
  wipe(epoch: number): void {
    this.#lock.act({ kind: 'wipe', epoch });
  }

  press(message: AccountsMessage): void {
    // Whoever presses something is here. A press that comes late finds the lock, and does nothing behind it.
    this.#lock.act({ kind: 'active' });
    switch (message.kind) {
      case 'sign-in':
        return void this.#signIn(message.pin);
      case 'lock-now':
        return this.#lock.act({ kind: 'press-lock' });
      case 'unlock':
        return this.#lock.act({ kind: 'pin' }, message.pin);
      case 'sign-out':
        return this.#lock.act({ kind: 'sign-out' });
      case 'stay-signed-in':
        return this.#tell(false);
      case 'send-now':
        return void this.#client?.device
          .tryNow()
          .catch((error: unknown) => reportCaught(error, 'extension/try-now'));
    }
  }

  /** Takes the engine of the session over, before anything reads by it, and follows what it has not sent. */
  async begin(client: EngineClient): Promise<void> {
    this.#client = client;
    await this.#ownCopies(client);
    this.#leave = new AbortController();
    if (this.#lock.lock.at === 'hard' || this.#lock.lock.at === 'signed-out') await this.#lockEngine();
    client.device.watchStatus((status) => void this.#count(client, status), this.#leave.signal);
  }

  /** The engine of the session ends. */
  close(): void {
    this.#leave.abort();
    this.#client?.close();
    this.#client = null;
  }

  /** Answers the engine of this session. */
  get host(): HostSurface {
    const { fetch } = globalThis;
    return {
      getToken: async () => (await this.#keeper?.token()) ?? null,
      request: vaultHttp({
        fetch: (...asked) => fetch(...asked),
        keeper: () => this.#keeper,
        heard: () => this.#heard(),
      }),
      secrets: keptSecrets(this.#ports.memory),
    };
  }

  async #signIn(pin: string | null): Promise<void> {
    if (this.#isSigningIn) return;
    this.#isSigningIn = true;
    this.#failed = null;
    this.#ports.changed();
    try {
      const session = await signIn(this.#ports);
      const { memory } = this.#ports;
      const former = this.#keeper?.tokens;
      await memory.keep('session', session);
      await (pin === null ? memory.forget('pin') : memory.keep('pin', await pinCheckOf(pin)));
      if (former) this.#revoke(former);
      this.#take(session);
      this.#isSigningIn = false;
      this.#lock.act({ kind: 'signed-in', hasPin: pin !== null });
    } catch (error) {
      reportCaught(error, 'extension/sign-in');
      this.#failed = error instanceof SignInError ? error.code : 'bad-answer';
    }
    this.#isSigningIn = false;
    this.#ports.changed();
  }

  #take(session: Session | null): void {
    this.#session = session;
    this.#keeper =
      session &&
      new TokenKeeper(session.tokens, {
        refresh: (refresh) => renewed(this.#ports, refresh, session.person.sub),
        keep: (tokens) => this.#ports.memory.keep('session', { ...session, tokens }),
        ended: () => this.#lock.act({ kind: 'refused' }),
        now: () => Date.now(),
      });
  }

  #heard(): void {
    const now = performance.now();
    if (now - this.#heardAt < HEARD_EVERY_MS) return;
    this.#heardAt = now;
    this.#lock.act({ kind: 'heard' });
  }

  async #count(client: EngineClient, status: DeviceStatus | null): Promise<void> {
    if (status === null || client !== this.#client) return;
    this.#status = status;
    const { total, escalations } = status.unsent;
    // Behind a lock nobody writes, so the drafts are those of before. What was counted then may have been sent since.
    if (status.lock !== 'locked') this.#drafts = await this.#draftsOf(client);
    if (client === this.#client) this.#lock.counted({ escalations, kept: total + (this.#drafts ?? 1) });
    this.#ports.changed();
  }

  async #draftsOf(client: EngineClient): Promise<number | null> {
    try {
      return (await client.moving.heldHere()).drafts;
    } catch (error) {
      reportCaught(error, 'extension/count-drafts');
      return this.#drafts;
    }
  }

  #tell(unsent: boolean): void {
    this.#tellsUnsent = unsent;
    this.#ports.changed();
  }

  #revoke(tokens: Tokens): void {
    // Nobody waits for it: without an answer the tokens end by themselves.
    revoked(this.#ports, tokens).catch((error: unknown) => reportCaught(error, 'extension/revoke-token'));
  }

  async #lockEngine(): Promise<void> {
    await this.#client?.lock();
  }

  async #run(effect: Exclude<LockEffect, { kind: 'blank' | 'compare-pin' }>): Promise<void> {
    const { memory, setAlarm } = this.#ports;
    const restart = () => this.#isReady && this.#ports.restart();
    switch (effect.kind) {
      case 'begin':
        this.#tellsUnsent = false;
        return void restart();
      case 'revoke':
        if (this.#keeper) this.#revoke(this.#keeper.tokens);
        return;
      case 'clear-session':
        this.#session = this.#keeper = null;
        return memory.forget('session', 'pin');
      case 'drop-keys':
        // First: a key that cannot be dropped in the engine goes from the memory all the same.
        if (effect.keeps === 'nothing') await memory.forget('secrets', 'work');
        await this.#lockEngine();
        // Copies are read again. What was not sent stays.
        return this.#client?.residents.forget();
      case 'delete-database':
        // Where nothing waits, the copies were all that lay there under the key that has gone.
        if (!effect.all) return;
        this.close();
        return eraseDatabases();
      case 'note-wiped':
        this.#wiped = effect.epoch;
        return noteWipe(effect.epoch);
      case 'tell-unsent':
        return this.#tell(true);
      case 'arm-alarm':
        await setAlarm(effect.isOn);
        // It comes last. Without a session there is no engine any more either.
        if (!effect.isOn) restart();
    }
  }
}

/** The signed-in person, as the engine names them in what it sends. A role that is not known is none. */
export function signedIn({ person }: Session, place: PlaceConfiguration, now: Instant): SignedIn {
  const { sub, display, reference, organisation, organisationId } = person;
  const { role, words } = roleOf(person, place, now);
  return {
    sub,
    display,
    reference,
    role: role.id === 'unknown' ? null : words,
    organisation,
    organisationId,
  };
}
