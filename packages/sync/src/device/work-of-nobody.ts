import { EhchError, type Receipt, type WaitingForPerson } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { OperationAuthor, OutboxEntry, Store } from '@ehch/store';
import { waitingIn } from '../actions/waiting.ts';
import type { EngineConfiguration, SignedIn } from '../engine-configuration.ts';
import { isOfHome } from '../push/lanes.ts';
import { receiptOf } from '../push/receipt-of.ts';
import type { Timing } from '../timing.ts';
import type { OpenedOfNobody, OpenedStore, Stores } from './stores.ts';
import { chainOf, moveEntry, takenOver, type Leaving } from './take-over.ts';

export interface WorkOfNobodyPorts {
  readonly stores: Pick<Stores, 'openOfNobody'>;
  readonly configuration: EngineConfiguration;
  readonly user: SignedIn;
  /** What was opened for the signed-in person. */
  readonly opened: OpenedStore;
  readonly timing: Timing;
  /** Called after something has come into the own store, so that it is sent. */
  readonly onMoved: () => void;
}

/** Milliseconds until the device is looked through again: another window may have worked without a sign-in. */
const LOOK_AGAIN_MS = 30_000;

/** What lies in the database of nobody. */
export interface CountsBeside {
  readonly total: number;
  readonly escalations: number;
  readonly lock: 'unlocked' | 'locked';
  readonly lasts: Store['lasts'];
  readonly lost: number;
}

export const NOTHING_BESIDE: CountsBeside = {
  total: 0,
  escalations: 0,
  lock: 'unlocked',
  lasts: 'device',
  lost: 0,
};

/**
 * What was done on this device, for the same server, before the present person signed in. Most of it lies in a database of
 * its own, beside the person's. A person reads it, and takes it over or gives it up: never by itself. Only what belongs to
 * the home goes at once (SPEC P5, P15).
 */
export class WorkOfNobody {
  readonly #ports: WorkOfNobodyPorts;
  #looking: Promise<OpenedOfNobody | null> | null = null;
  #lookedAt = 0;
  #isClosed = false;

  constructor(ports: WorkOfNobodyPorts) {
    this.#ports = ports;
  }

  /** How much of it lies beside, as far as plain columns say. */
  async counts(): Promise<CountsBeside> {
    await this.bringWhatIsOfTheHome();
    const beside = await this.#beside();
    if (beside === null) return NOTHING_BESIDE;
    try {
      return await countedIn(beside);
    } catch (error) {
      // Another window may have closed it, to wipe it. Not known is not nothing: the next look opens it again.
      this.#looking = null;
      throw error;
    }
  }

  /** What a person decides about, in the order of the presses: only what lies beside, and can be read. */
  async waiting(): Promise<readonly WaitingForPerson[]> {
    const store = await this.readable();
    return store === null ? [] : waitingIn(await store.outbox.entries());
  }

  /** Takes a piece of work over as that of the signed-in person, with what builds on it. Returns `false` if it is not here. */
  async takeOver(intent: string): Promise<boolean> {
    const { user, timing } = this.#ports;
    const own = this.#own;
    const { sub, display, reference, role } = user;
    const author: OperationAuthor = { sub, display, reference, role };
    const leaving = this.#leaving('Taken over by the person who signed in.');
    return this.#decideChain(intent, async (entry, from) => {
      if (entry.operation === null)
        throw new EhchError('bad-argument', 'This cannot be read, so nobody can take it over.');
      const operation = takenOver(entry.operation, author, leaving.at);
      if (from !== own) return moveEntry(from, own, entry, operation, leaving);
      const move = { kind: 'move', to: 'queued', notBefore: timing.now(), operation } as const;
      await own.outbox.change(entry.n, [entry.state], null, move);
    });
  }

  /** Gives a piece of work up, with what builds on it. The reason stays in the log. Returns `false` if it is not here. */
  async giveUp(intent: string, why: string): Promise<boolean> {
    if (why.trim() === '')
      throw new EhchError('bad-argument', 'A reason is needed, because it stays in the log.');
    const leaving = this.#leaving(why);
    return this.#decideChain(intent, async ({ n, state }, from) => {
      await from.outbox.change(n, [state], null, { kind: 'discard', ...leaving });
    });
  }

  /** A person was told of what was lost beside. */
  async forgetLost(): Promise<void> {
    await (await this.#beside())?.opened?.forgetLost();
  }

  /** The receipt of an intent that still lies beside. `null`: it does not. */
  async receiptOf(intent: string): Promise<Receipt | null> {
    const beside = await this.#beside();
    if (!beside?.opened) return null;
    return receiptOf({ store: beside.opened.store, timing: this.#ports.timing }, intent);
  }

  /** Tries a secret on the database beside. `null`: it is not locked, or cannot be opened now, so nothing was tried. */
  async unlock(secret: string): Promise<boolean | null> {
    const opened = (await this.#beside(true))?.opened;
    if (opened?.isLocked() !== true) return null;
    if (!(await opened.unlock(secret))) return false;
    await this.bringWhatIsOfTheHome();
    return true;
  }

  lock(): void {
    void this.#looking?.then((beside) => beside?.opened?.lock());
  }

  close(): void {
    this.#isClosed = true;
    void this.#looking?.then((beside) => beside?.opened?.close());
  }

  /** Worries, and the audit of nobody, belong to the home: any member sends them, without waiting for anybody. */
  async bringWhatIsOfTheHome(): Promise<void> {
    try {
      const store = await this.readable();
      const entries = (await store?.outbox.entries()) ?? [];
      const ofHome = entries.filter(({ operation }) => operation !== null && isOfHome(operation));
      const leaving = this.#leaving('Sent by whoever signed in, because it belongs to the home.');
      for (const entry of ofHome)
        if (store !== null && entry.operation !== null)
          await moveEntry(store, this.#own, entry, entry.operation, leaving);
      if (ofHome.length > 0) this.#ports.onMoved();
    } catch (error) {
      // It stays where it was, and is counted there. The next look at the status tries again.
      reportCaught(error, 'sync/of-nobody');
    }
  }

  async #decideChain(
    intent: string,
    carryOut: (entry: OutboxEntry, from: Store) => Promise<void>,
  ): Promise<boolean> {
    const own = this.#own;
    const beside = await this.readable();
    for (const from of beside === null ? [own] : [own, beside]) {
      const entries = await from.outbox.entries();
      const chain = chainOf(entries, intent);
      const damaged =
        from === own ? undefined : entries.find((each) => each.intent === intent && each.operation === null);
      if (!chain.some((entry) => entry.intent === intent) && damaged === undefined) continue;
      // One after another: what builds on something comes after it.
      for (const entry of damaged === undefined ? chain : [damaged]) await carryOut(entry, from);
      this.#ports.onMoved();
      return true;
    }
    return false;
  }

  get #own(): Store {
    return this.#ports.opened.store;
  }

  #leaving(why: string): Leaving {
    const { user, timing } = this.#ports;
    return { at: new Date(timing.now()).toISOString(), by: user.sub, name: user.display, why };
  }

  /** The store beside, if it can be read now. While the person's own records are locked, nothing is. */
  async readable(): Promise<Store | null> {
    if (this.#ports.opened.isLocked()) return null;
    const opened: OpenedStore | null = (await this.#beside())?.opened ?? null;
    return opened === null || opened.isLocked() ? null : opened.store;
  }

  async #beside(again = false): Promise<OpenedOfNobody | null> {
    const { opened, timing } = this.#ports;
    const known = await this.#looking;
    const isOld = again || Math.abs(timing.now() - this.#lookedAt) > LOOK_AGAIN_MS;
    if (known?.opened || (this.#looking !== null && !isOld) || this.#isClosed) return known;
    this.#lookedAt = timing.now();
    this.#looking = this.#open();
    const found = await this.#looking;
    // What was opened while the person's own records are locked is locked as well.
    if (opened.isLocked()) found?.opened?.lock();
    return found;
  }

  async #open(): Promise<OpenedOfNobody | null> {
    try {
      return await this.#ports.stores.openOfNobody(this.#ports.configuration);
    } catch (error) {
      // What the signed-in person does must go on. The next look tries again.
      reportCaught(error, 'sync/of-nobody');
      return null;
    }
  }
}

async function countedIn({ opened, unsent }: OpenedOfNobody): Promise<CountsBeside> {
  const { total, audits, escalations } = opened === null ? unsent : await opened.store.outbox.counts();
  return {
    // No person waits for an audit event.
    total: total - audits,
    escalations,
    lock: opened === null || opened.isLocked() ? 'locked' : 'unlocked',
    lasts: opened?.store.lasts ?? 'memory',
    lost: (await opened?.lost()) ?? 0,
  };
}
