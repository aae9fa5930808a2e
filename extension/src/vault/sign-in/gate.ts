import { browser } from '../../browser.ts';
import type { AccountsMessage, WhoTold } from '../../messages/accounts.ts';
import type { SideState } from '../../messages/side-state.ts';
import { clinicalClock } from '../clinical-clock.ts';
import type { Configuration } from '../configuration.ts';
import { computerState, onComputerState, watchForIdle, type ComputerState } from '../lock-with-computer.ts';
import { LockDesk } from '../lock/lock-desk.ts';
import { sessionMemory } from '../lock/session-memory.ts';
import { lockSettings } from '../lock/settings.ts';
import { carriedOutWipe, orderedWipe } from '../lock/wipe-order.ts';
import { AccountsDesk } from './accounts-desk.ts';
import { frontOfAccounts, whoOf } from './front.ts';

export interface GatePorts {
  readonly blank: () => void;
  readonly changed: () => void;
  readonly restart: () => void;
}

const ALARM = 'ehch-lock';
/** So that two vaults, one after the other, are told apart: the running clock of each starts anew. */
const RUN = crypto.randomUUID();
const now = () => ({ wall: Date.now(), mono: performance.now(), run: RUN });

/** What stands between a person and everything else: the sign-in where there is one, and the lock. */
export class Gate {
  readonly #ports: GatePorts;
  #configuration: Configuration | null = null;
  #desk: AccountsDesk | null = null;
  /** The lock of a browser in which nobody signs in. */
  #free: LockDesk | null = null;
  #made: Promise<AccountsDesk | null> | null = null;

  constructor(ports: GatePorts) {
    this.#ports = ports;
    // Every listener is added as the script loads: a service worker that wakes for an event finds only those.
    onComputerState((state) => void this.#hear(state));
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void this.#lookAtComputer();
    });
  }

  /** The desk of the people who sign in. `null`: nobody does here. The same configuration keeps its desk. */
  ready(configuration: Configuration | null): Promise<AccountsDesk | null> {
    if (this.#made === null || configuration !== this.#configuration) {
      this.#desk?.close();
      this.#configuration = configuration;
      this.#made = this.#make(configuration);
    }
    return this.#made;
  }

  get isHeldBack(): boolean {
    return this.#lock?.isHeldBack ?? true;
  }

  get who(): WhoTold {
    const { place, now: starts } = this.#configuration ?? {};
    return whoOf(this.#desk, place ? { place, now: clinicalClock(starts)() } : null);
  }

  /** What stands before whatever else a panel would show. `null`: nothing does. */
  front(): SideState | null {
    if (this.#desk === null || this.#configuration === null) return null;
    const { place } = this.#configuration;
    return frontOfAccounts(this.#desk, place, clinicalClock(this.#configuration.now)());
  }

  press(message: AccountsMessage): void {
    this.#desk?.press(message);
  }

  /** A person presses something in a panel. */
  active(): void {
    this.#lock?.act({ kind: 'active' });
  }

  /** An administrator may have ordered everything here erased. */
  async lookForOrders(): Promise<void> {
    const desk = await this.#made;
    desk?.wipe(await orderedWipe());
  }

  get #lock(): LockDesk | null {
    return this.#desk?.lock ?? this.#free;
  }

  async #make(configuration: Configuration | null): Promise<AccountsDesk | null> {
    this.#desk = this.#free = null;
    if (configuration === null) return null;
    const settings = lockSettings(configuration);
    const { accounts, fhirBaseUrl } = configuration;
    const computer = await computerState(settings.softLockMinutes * 60);
    const ports = { ...this.#ports, memory: sessionMemory, settings, now };
    if (accounts === undefined) {
      this.#free = LockDesk.free(
        { ...ports, wiped: () => 0, run: async () => undefined },
        computer === 'locked',
      );
      return null;
    }
    watchForIdle(settings.softLockMinutes * 60);
    const desk = await AccountsDesk.restore(
      {
        ...ports,
        accounts,
        fhirBaseUrl,
        place: configuration.place,
        clock: clinicalClock(configuration.now),
        fetch: (url, init) => fetch(url, init),
        window: signInWindow(),
        wiped: await carriedOutWipe(),
        setAlarm,
      },
      await orderedWipe(),
    );
    this.#desk = desk;
    this.#act(computer);
    await desk.lock.settled();
    return desk;
  }

  async #lookAtComputer(): Promise<void> {
    await this.#made;
    if (this.#configuration === null) return;
    const { softLockMinutes } = lockSettings(this.#configuration);
    this.#act(await computerState(softLockMinutes * 60));
    this.#desk?.lock.act({ kind: 'time' });
  }

  async #hear(state: ComputerState): Promise<void> {
    await this.#made;
    this.#act(state);
  }

  #act(state: ComputerState): void {
    const lock = this.#lock;
    if (state === 'locked') return lock?.act({ kind: 'computer-locked' });
    lock?.act({ kind: 'computer-open' });
    lock?.act({ kind: state });
  }
}

function signInWindow() {
  const redirectUri = browser.identity.getRedirectURL();
  return {
    redirectUri,
    open: (url: string) => browser.identity.launchWebAuthFlow({ url, interactive: true }),
  };
}

async function setAlarm(isOn: boolean): Promise<void> {
  if (isOn) await browser.alarms.create(ALARM, { periodInMinutes: 1 });
  else await browser.alarms.clear(ALARM);
}
