import { EhchError } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { addOne, fence, wrappingIn } from '../../database/meta.ts';
import type { AckRow, OutboxRow } from '../../database/schema.ts';
import { isCutOff, named, read, write, type Writing } from '../../database/transact.ts';
import { countsOf } from '../../outbox/counts.ts';
import { givenUpBy, isUnsent, moved, queued, reopened } from '../../outbox/moved.ts';
import type { Operation } from '../../outbox/operation.ts';
import type { Outbox, OutboxChange, OutboxEntry, OutboxState } from '../../outbox/outbox.ts';
import { namesOf, type SealedContext } from '../context.ts';
import { asideRow } from '../quarantine.ts';
import { keepingWork } from '../records/make-room.ts';
import { openAcknowledgement } from './acknowledgement-row.ts';
import { acceptEntry, type ServerSource } from './accept-entry.ts';
import { openEntry, sealEntry, sealNews } from './entry-row.ts';
import { openGivenUp, sealLog } from './log-row.ts';

const TRIES = 25;

/** The stores that a new entry needs, and one that leaves. */
const ENTRY_STORES = ['outbox', 'ack', 'log', 'meta', 'quar', 'ballast'] as const;
type EntryWriting = Writing<(typeof ENTRY_STORES)[number]>;

/** The outbox, sealed on the disk. */
export class SealedOutbox implements Outbox {
  readonly #context: SealedContext;
  readonly #server: ServerSource;

  constructor(context: SealedContext, server: ServerSource) {
    this.#context = context;
    this.#server = server;
  }

  async enqueue(operation: Operation) {
    const row = await this.#newRow(operation);
    const keep = () =>
      keepingWork(this.#context, () =>
        write(this.#context.db, ENTRY_STORES, 'strict', async (tx) => {
          if (await isKnown(tx, operation)) return 'known';
          // The database gives `n`.
          await Promise.all([tx.objectStore('outbox').add(row), addOne(tx.objectStore('meta'), 'changeSeq')]);
          return 'kept';
        }),
      );
    // What was cut off may lie there. Its intent tells, so that it is never there twice (SPEC D9, O1).
    return keep().catch((error: unknown) => (isCutOff(error) ? keep() : rethrow(error)));
  }

  async entries() {
    const rows = await this.#all('outbox');
    return Promise.all(rows.map((row) => openEntry(this.#context, row)));
  }

  async change(n: number, from: readonly OutboxState[], epoch: number | null, change: OutboxChange) {
    for (let tries = 0; tries < TRIES; tries++) {
      const row = await this.#row(n);
      if (!row || !from.includes(row.state)) return this.#fenced(epoch, false);
      const isDone = await keepingWork(this.#context, () =>
        change.kind === 'accept'
          ? acceptEntry(this.#context, this.#server, row, epoch, change)
          : this.#changeRow(row, epoch, change),
      );
      if (isDone) return true;
    }
    throw new EhchError('busy', 'Other windows write all the time. Try again.');
  }

  async squash(replaced: readonly number[], by: Operation | null) {
    const rows = await Promise.all(replaced.map((n) => this.#row(n)));
    const known = rows.filter((row) => row !== undefined);
    const entries = await Promise.all(known.map((row) => openEntry(this.#context, row)));
    if (known.length === 0 || known.length < replaced.length || !entries.every(isUnsent)) return false;
    const intents = known.flatMap((row) => row.intents);
    const first = Math.min(...replaced);
    const joined = by && {
      n: first,
      ...(await sealEntry(
        this.#context,
        { ...queued(first, by), operation: by },
        { intents: [...new Set([by.intent, ...intents])], revision: 0 },
      )),
    };
    const texts = entries.map(({ operation }) => operation);
    const log = await sealLog(this.#context, { kind: 'joined', intents: joined ? [] : intents, text: texts });
    return keepingWork(this.#context, () => this.#replace(known, joined, log));
  }

  async counts() {
    const [rows, accepted, drafts] = await Promise.all([
      this.#all('outbox'),
      this.#context.db.count('ack').catch(rethrow),
      this.#context.db.count('draft').catch(rethrow),
    ]);
    const counts = countsOf(accepted, rows);
    this.#context.last.work =
      counts.total - counts.audits + drafts + (this.#context.isOnlyCopy ? accepted : 0);
    return counts;
  }

  async acknowledgement(intent: string) {
    const row = await this.#context.db.getFromIndex('ack', 'intents', intent).catch(rethrow);
    return row ? this.#openAcknowledgement(row) : null;
  }

  async acknowledgements() {
    const rows = await this.#all('ack');
    return Promise.all(rows.map((row) => this.#openAcknowledgement(row)));
  }

  async givenUp(intent: string) {
    if (this.#context.keys.isLocked) return null;
    const rows = await this.#context.db.getAllFromIndex('log', 'intents', intent).catch(rethrow);
    const discarded = rows.find(({ kind }) => kind === 'discard');
    return discarded ? openGivenUp(this.#context, discarded) : null;
  }

  async reopen(operation: Operation, epoch: number, state: OutboxState, problem: OutboxEntry['problem']) {
    const { intent } = operation;
    const known = await this.#context.db.get('ack', intent).catch(rethrow);
    if (!known) return this.#fenced(epoch, false);
    const joined = known.intents.filter((each) => each !== intent);
    const { n: _, ...entry } = reopened(0, operation, joined, { state, problem });
    const row = await sealEntry(this.#context, entry, { intents: [intent, ...joined], revision: 0 });
    return write(this.#context.db, ENTRY_STORES, 'strict', async (tx) => {
      const [now] = await Promise.all([
        tx.objectStore('ack').get(intent),
        fence(tx.objectStore('meta'), epoch),
      ]);
      if (!now) return false;
      await Promise.all([
        tx.objectStore('ack').delete(intent),
        tx.objectStore('outbox').add(row as OutboxRow),
        addOne(tx.objectStore('meta'), 'changeSeq'),
      ]);
      return true;
    });
  }

  async forgetAcknowledgements(before: Instant) {
    await write(this.#context.db, ['ack'], 'relaxed', async (tx) => {
      const ack = tx.objectStore('ack');
      const old = (await ack.getAll()).filter(({ at }) => Date.parse(at) < Date.parse(before));
      await Promise.all(old.map(({ intent }) => ack.delete(intent)));
    });
  }

  /** A move or a discard, if nobody changed the row meanwhile. */
  async #changeRow(row: OutboxRow, epoch: number | null, change: Exclude<OutboxChange, { kind: 'accept' }>) {
    const entry = await openEntry(this.#context, row);
    const log =
      change.kind === 'discard'
        ? await sealLog(this.#context, {
            kind: 'discard',
            intents: row.intents,
            // With the other version, where there is one: whoever reads the log sees what was decided between.
            text: {
              ...givenUpBy(change),
              sub: change.by,
              operation: entry.operation,
              problem: entry.problem,
            },
          })
        : null;
    const next = change.kind === 'move' ? await this.#moved(row, epoch, change) : null;
    const instead = change.kind === 'discard' ? change.instead : undefined;
    const added = instead && (await this.#newRow(instead));
    // What a person gives up unread is put aside as it is.
    const aside = !next && !entry.operation ? asideRow(this.#context, 'outbox', row) : null;
    const put = () =>
      write(this.#context.db, ENTRY_STORES, 'strict', async (tx) => {
        const [now] = await Promise.all([
          tx.objectStore('outbox').get(row.n),
          fence(tx.objectStore('meta'), epoch),
        ]);
        if (now?.revision !== row.revision || now.state !== row.state) return false;
        const isAdded = instead !== undefined && !(await isKnown(tx, instead));
        await Promise.all([
          ...(added && isAdded ? [tx.objectStore('outbox').add(added)] : []),
          next ? tx.objectStore('outbox').put(next) : tx.objectStore('outbox').delete(row.n),
          ...(log ? [tx.objectStore('log').add(log)] : []),
          ...(aside ? [tx.objectStore('quar').add(aside)] : []),
          addOne(tx.objectStore('meta'), 'changeSeq'),
        ]);
        return true;
      });
    return added ? keepingWork(this.#context, put) : put();
  }

  /** A row that enters the outbox. The database gives its `n`. */
  async #newRow(operation: Operation): Promise<OutboxRow> {
    const { n: _, ...entry } = queued(0, operation);
    const plain = { intents: [operation.intent], revision: 0 };
    return (await sealEntry(this.#context, { ...entry, operation }, plain)) as OutboxRow;
  }

  /**
   * The row after a move. One that does not open moves as it is: only its plain columns change. What was learnt of it while
   * records are locked lies beside it.
   */
  async #moved(row: OutboxRow, epoch: number | null, change: Extract<OutboxChange, { kind: 'move' }>) {
    const entry = await openEntry(this.#context, row);
    const { operation, ...next } = moved(entry, epoch, change);
    const revision = row.revision + 1;
    if (!entry.operation || !operation) {
      const { state, notBefore, attempts, epoch: by } = next;
      const news = await sealNews(this.#context, row, change);
      return { ...row, state, notBefore, attempts, epoch: by, revision, ...(news && { news }) };
    }
    return {
      n: row.n,
      ...(await sealEntry(this.#context, { ...next, operation }, { intents: row.intents, revision })),
    };
  }

  /** Puts one entry in the place of some, if none of them was changed meanwhile. */
  async #replace(rows: readonly OutboxRow[], by: OutboxRow | null, log: Awaited<ReturnType<typeof sealLog>>) {
    return write(this.#context.db, ['outbox', 'ack', 'log', 'meta'], 'strict', async (tx) => {
      const outbox = tx.objectStore('outbox');
      const now = await Promise.all(rows.map(({ n }) => outbox.get(n)));
      if (now.some((each, i) => each?.revision !== rows[i]?.revision)) return false;
      // Its intent may be one of those that go, and no other.
      const isOurs = by === null || rows.some(({ intents }) => intents.includes(by.intents[0] ?? ''));
      if (
        !isOurs &&
        (await tx
          .objectStore('ack')
          .index('intents')
          .getKey(by?.intents[0] ?? ''))
      )
        return false;
      await Promise.all(rows.map(({ n }) => outbox.delete(n)));
      await Promise.all([
        ...(by ? [outbox.put(by)] : []),
        tx.objectStore('log').add(log),
        addOne(tx.objectStore('meta'), 'changeSeq'),
      ]);
      return true;
    });
  }

  async #openAcknowledgement(row: AckRow) {
    return openAcknowledgement(this.#context, row, async (resident) => {
      const p = await namesOf(this.#context, this.#server).resident(resident);
      const [wrapping, key] = await read(this.#context.db, ['meta', 'key'], (tx) =>
        Promise.all([wrappingIn(tx.objectStore('meta')), tx.objectStore('key').get(p)]),
      );
      return { p, key, wrapping };
    });
  }

  async #fenced<T>(epoch: number | null, answer: T): Promise<T> {
    await fence({ get: (name) => this.#context.db.get('meta', name) }, epoch).catch(rethrow);
    return answer;
  }

  #row(n: number): Promise<OutboxRow | undefined> {
    return this.#context.db.get('outbox', n).catch(rethrow);
  }

  #all<Name extends 'outbox' | 'ack'>(name: Name) {
    return this.#context.db.getAll(name).catch(rethrow);
  }
}

/** Whether an intent waits, was accepted, or was given up (SPEC O1). */
async function isKnown(tx: EntryWriting, { intent }: Operation) {
  const keys = await Promise.all(
    (['outbox', 'ack', 'log'] as const).map((name) => tx.objectStore(name).index('intents').getKey(intent)),
  );
  return keys.some((key) => key !== undefined);
}

function rethrow(error: unknown): never {
  throw named(error);
}
