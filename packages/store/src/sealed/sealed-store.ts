import { EhchError, type HeldHere } from '@ehch/clinical';
import type { SessionKeeper } from '../keys/session-keeper.ts';
import type { ConnectionState } from '../database/connection.ts';
import { addOne, fence, numberIn } from '../database/meta.ts';
import { finishWipes, markForWipe } from '../database/registry.ts';
import { named, read, write } from '../database/transact.ts';
import { randomBytes, type Bytes } from '../keys/bytes.ts';
import type { Unlock } from '../keys/unlock.ts';
import { exportSealed, type SealedExport } from '../moving/export-sealed.ts';
import { LOCAL_SOURCE } from '../memory/open-memory-store.ts';
import { MemoryRecords } from '../memory/memory-records.ts';
import type { OutboxEntry } from '../outbox/outbox.ts';
import { holdsUnsent } from '../records/purge-reason.ts';
import type { RecordStore, SourceTerms } from '../records/record-store.ts';
import type { Leadership, LookStore, Settings, Store } from '../store.ts';
import { keptSource, type SealedContext } from './context.ts';
import { countLost, discardOldSession, forgetLost, type Lost } from './lost.ts';
import { openEntry } from './outbox/entry-row.ts';
import { SealedOutbox } from './outbox/sealed-outbox.ts';
import { openLog, type LogEntry } from './outbox/log-row.ts';
import { keepPasskey, passkeyRow, type PasskeyRow } from './passkeys.ts';
import { putSlot, removeSlot, rootFor } from './people.ts';
import { keepingWork } from './records/make-room.ts';
import { purgeResident, purgeSources } from './records/purge.ts';
import { SealedRecords } from './records/sealed-records.ts';
import { SealedDrafts } from './sealed-drafts.ts';
import { plainSettings, sealedLeadership, sealedLooks } from './sealed-facts.ts';

export interface SealedStoreParts {
  readonly context: SealedContext;
  readonly name: string;
  readonly mode: 'memory' | 'device';
  readonly server: SourceTerms;
  readonly keeper: SessionKeeper;
}

/** How much lies in a database. Audit events, about which no person has to do anything, are left out. */
export type HeldRows = Omit<HeldHere, 'isOnlyCopy'>;

/** The store of this device, sealed in IndexedDB (SPEC K, D, R, O, L, P). */
export class SealedStore implements Store {
  readonly lasts: 'device' | 'memory';
  readonly outbox: SealedOutbox;
  readonly drafts: SealedDrafts;
  readonly looks: LookStore;
  readonly leadership: Leadership;
  readonly settings: Settings;
  readonly #parts: SealedStoreParts;
  readonly #records = new Map<string, RecordStore>();
  #lockedAway: Bytes | null = null;

  constructor(parts: SealedStoreParts) {
    const { context, mode, server } = parts;
    this.#parts = parts;
    this.lasts = mode;
    this.outbox = new SealedOutbox(context, {
      ...keptSource(server),
      isKept: server.keep !== 'no',
      isOnlyCopy: server.id === LOCAL_SOURCE.id,
      keepInMemory: (resident, bodies) => {
        const records = server.keep === 'no' ? this.records(server) : null;
        if (records instanceof MemoryRecords && !this.isLocked) records.keepAccepted(resident, bodies);
      },
    });
    this.drafts = new SealedDrafts(context, mode);
    this.looks = sealedLooks(context);
    this.leadership = sealedLeadership(context);
    this.settings = plainSettings(context);
  }

  get isLocked(): boolean {
    return this.#parts.context.keys.isLocked;
  }

  /** Whether what somebody did last found no room on the disk. */
  get isFull(): boolean {
    return this.#parts.context.room.isFull;
  }

  /** Whether what is kept can be read and written at this moment (SPEC D9). It needs no key, and asks nobody. */
  get connection(): ConnectionState {
    return this.#parts.context.db.state;
  }

  /** How much of people's work lay only here when it was last counted. It asks nobody, so it outlives an erased database. */
  get lastCounted(): number {
    return this.#parts.context.last.work;
  }

  /** What tells this database from another one of the same name, as from one that was made after it was erased. */
  get databaseId(): string {
    return this.#parts.context.db.id;
  }

  /** Calls `onChange` whenever {@link connection} has changed, until the store closes or the returned function is called. */
  watchConnection(onChange: () => void): () => void {
    return this.#parts.context.db.watch(onChange);
  }

  records(source: SourceTerms): RecordStore {
    const { context, server } = this.#parts;
    const name = `${source.keep} ${source.id}`;
    const records =
      this.#records.get(name) ??
      (source.keep === 'no'
        ? this.#inMemory(source)
        : new SealedRecords(context, keptSource(source), source.id === server.id));
    this.#records.set(name, records);
    return records;
  }

  changeSeq(): Promise<number> {
    return numberIn({ get: (name) => this.#parts.context.db.get('meta', name).catch(rethrow) }, 'changeSeq');
  }

  /** Opens the keys. In memory mode they come from another window, or are new if none lives. */
  async unlock(unlock?: Unlock): Promise<void> {
    const { context, mode, keeper } = this.#parts;
    if (mode === 'memory') {
      const secret = this.#lockedAway ?? (await this.#joinSession());
      await context.keys.open(secret, secret);
      keeper.share(secret);
      this.#lockedAway = null;
      return;
    }
    if (!unlock) throw new EhchError('bad-argument', 'Say how the records are unlocked.');
    const root = await rootFor(context.db, unlock);
    const session = await this.#sessionSecret(root);
    await context.keys.open(root, session);
  }

  /**
   * Drops the keys that read the records, in this window. Those of the home's outbox stay, so that escalations go on
   * (SPEC K6). In memory mode nothing but this worker's memory has the secret, so it is put away there until the next
   * `unlock`: a lock never loses what was not sent. {@link close} ends it.
   */
  lock(): void {
    const { context, mode, keeper } = this.#parts;
    if (context.keys.isLocked) return;
    if (mode === 'memory') {
      this.#lockedAway = context.keys.root;
      keeper.share(null);
    } else {
      keeper.leave();
    }
    context.keys.lock();
    context.memory.empty();
    // What lies in this worker's memory has no key that could be dropped.
    for (const records of this.#records.values()) if (records instanceof MemoryRecords) records.drop();
  }

  /** Lets one more person unlock, or changes how one does. The store must be unlocked. */
  async addPerson(unlock: Unlock): Promise<void> {
    await putSlot(this.#parts.context.db, this.#parts.context.keys.root, unlock);
  }

  async removePerson(sub: string): Promise<void> {
    await removeSlot(this.#parts.context.db, sub);
  }

  /** What a window needs to ask for a person's passkey. It needs no key. */
  passkey(sub: string): Promise<PasskeyRow> {
    return passkeyRow(this.#parts.context.db, sub);
  }

  async keepPasskey(sub: string, credential: Bytes): Promise<void> {
    await keepPasskey(this.#parts.context.db, sub, credential);
  }

  /** What was not sent in earlier sessions and cannot be read any more. It stays until a person has been told. */
  lost(): Promise<Lost> {
    return countLost(this.#parts.context.db);
  }

  async forgetLost(): Promise<void> {
    await forgetLost(this.#parts.context.db);
  }

  /** What people gave up, and what was joined away, with its whole text. */
  async log(): Promise<readonly (LogEntry & { readonly at: string })[]> {
    const { context } = this.#parts;
    return Promise.all((await context.db.getAll('log').catch(rethrow)).map((row) => openLog(context, row)));
  }

  /** Everything that lies here, in one file for another PC, under a passphrase of its own (SPEC M). */
  exportSealed(passphrase: string): Promise<SealedExport> {
    return exportSealed(this.#parts.context, this.#parts.name, passphrase);
  }

  /** How much lies here, by plain counts. */
  async held(): Promise<HeldRows> {
    const [residents, work, drafts] = await read(this.#parts.context.db, ['member', 'ack', 'draft'], (tx) =>
      Promise.all([
        tx.objectStore('member').count(),
        tx.objectStore('ack').count(),
        tx.objectStore('draft').count(),
      ]),
    );
    const { total, audits } = await this.outbox.counts();
    return { residents, work, drafts, unsent: total - audits };
  }

  /**
   * Erases everything on this device. Refused while something was not sent: then it returns the list of it (SPEC P4).
   * `order`: somebody entitled to it wants it erased whatever waits.
   */
  async wipe(order?: { readonly evenUnsent: true }): Promise<readonly OutboxEntry[]> {
    const { context, name, keeper } = this.#parts;
    const unsent = await Promise.all(
      (await context.db.getAll('outbox').catch(rethrow)).map((row) => openEntry(context, row)),
    );
    if (unsent.length > 0 && !order) return unsent;
    await markForWipe(name);
    context.keys.forget();
    context.memory.empty();
    keeper.leave();
    context.db.close();
    await finishWipes();
    return [];
  }

  close(): void {
    this.#lockedAway = null;
    this.#parts.context.keys.forget();
    this.#parts.context.memory.empty();
    this.#parts.keeper.leave();
    this.#parts.context.db.close();
  }

  #joinSession(): Promise<Bytes> {
    const { context, name, keeper, server } = this.#parts;
    return keeper.join(name, async () => {
      await discardOldSession(context.db, context.now(), server);
      return randomBytes(32);
    });
  }

  /** The secret of this session, under which a source with `keep: session` lies. A new session purges the old rows. */
  async #sessionSecret(root: Bytes): Promise<Bytes> {
    const { context, name, keeper } = this.#parts;
    const begin = async () => {
      const secret = randomBytes(32);
      await context.keys.open(root, secret);
      await keepingWork(context, () => purgeSources(context, ({ kept }) => kept === 'session'));
      return secret;
    };
    try {
      return await keeper.join(name, begin);
    } catch (error) {
      // A window that does not answer takes only copies with it that are read again.
      if (error instanceof EhchError && (error.code === 'busy' || error.code === 'locked')) return begin();
      throw error;
    }
  }

  /** A source that may not be kept: its records are in this worker's memory alone (SPEC R7). */
  #inMemory(source: SourceTerms): MemoryRecords {
    const { context, server } = this.#parts;
    const kept = keptSource(source);
    return new MemoryRecords({
      assertOpen: () => context.keys.tree(),
      fence: (epoch) => fence({ get: (name) => context.db.get('meta', name).catch(rethrow) }, epoch),
      changed: async () => {
        await write(context.db, ['meta'], 'relaxed', (tx) => addOne(tx.objectStore('meta'), 'changeSeq'));
      },
      pending: async (resident) =>
        (await this.outbox.entries()).filter(({ operation }) => operation?.resident === resident),
      purged: async (resident, why) => {
        if (source.id !== server.id || why === 'room-needed') return;
        await purgeResident(context, kept, resident, { holds: holdsUnsent(why), erasesDetails: true });
      },
    });
  }
}

function rethrow(error: unknown): never {
  throw named(error);
}
