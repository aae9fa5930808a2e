import type { Leadership, Operation, Outbox, RecordStore, Store } from '@ehch/store';

/** What people and leaders did to a store, whatever window they did it in. It outlives every window. */
export interface StoreRecord {
  readonly made: Operation[];
  readonly discarded: Set<string>;
  /** Each intent that was joined into another, with that other. `null`: both cancelled each other out. */
  readonly joinedInto: Map<string, string | null>;
  readonly overtakenWrites: string[];
  /** Intents that were offered to their authors, because a restored server has lost them. */
  readonly offered: Set<string>;
}

export function newStoreRecord(): StoreRecord {
  return { made: [], discarded: new Set(), joinedInto: new Map(), overtakenWrites: [], offered: new Set() };
}

/**
 * A store that also records what was done to it, for the invariants.
 *
 * @param epochOf the epoch that the window of this store has begun. It tells an overtaken window, whatever it claims.
 */
export function recordingStore(
  store: Store,
  record: StoreRecord,
  epochOf: () => number | null = () => null,
): Store {
  const { leadership } = store;
  const writer: Writer = { leadership, record, epochOf };
  return {
    lasts: store.lasts,
    records: (source) => recordingRecords(store.records(source), writer),
    outbox: recordingOutbox(store.outbox, writer),
    drafts: store.drafts,
    looks: store.looks,
    leadership,
    settings: store.settings,
    changeSeq: () => store.changeSeq(),
    close: () => store.close(),
  };
}

/** Who writes through one recorded store. */
interface Writer {
  readonly leadership: Leadership;
  readonly record: StoreRecord;
  epochOf(): number | null;
}

function recordingOutbox(outbox: Outbox, writer: Writer): Outbox {
  const { record } = writer;
  return {
    async enqueue(operation) {
      const kept = await outbox.enqueue(operation);
      if (kept === 'kept') record.made.push(operation);
      return kept;
    },
    entries: () => outbox.entries(),
    reopen: (...lost) => outbox.reopen(...lost),
    async change(n, from, epoch, change) {
      const intent = (await outbox.entries()).find((entry) => entry.n === n)?.intent ?? '';
      const isDone = await outbox.change(n, from, epoch, change);
      if (isDone && change.kind === 'discard') record.discarded.add(intent);
      if (isDone) await noteIfOvertaken(writer, epoch, `${change.kind} of ${intent}`);
      return isDone;
    },
    async squash(replaced, by) {
      const entries = (await outbox.entries()).filter(({ n }) => replaced.includes(n));
      const isDone = await outbox.squash(replaced, by);
      if (isDone)
        for (const { intent } of entries)
          if (intent !== by?.intent) record.joinedInto.set(intent, by?.intent ?? null);
      return isDone;
    },
    counts: () => outbox.counts(),
    acknowledgement: (intent) => outbox.acknowledgement(intent),
    acknowledgements: () => outbox.acknowledgements(),
    givenUp: (intent) => outbox.givenUp(intent),
    forgetAcknowledgements: (before) => outbox.forgetAcknowledgements(before),
  };
}

function recordingRecords(records: RecordStore, writer: Writer): RecordStore {
  return {
    read: (resident, types) => records.read(resident, types),
    versions: (resident) => records.versions(resident),
    kinds: (resident) => records.kinds(resident),
    async apply(step) {
      const applied = await records.apply(step);
      await noteIfOvertaken(writer, step.epoch, 'a step of a pull');
      return applied;
    },
    checkpoint: (home, type) => records.checkpoint(home, type),
    checkpoints: (home) => records.checkpoints(home),
    members: (home) => records.members(home),
    async putMembers(epoch, members) {
      await records.putMembers(epoch, members);
      await noteIfOvertaken(writer, epoch, 'the members of a home');
    },
    cards: (home) => records.cards(home),
    buildCards: (home, residents, builder) => records.buildCards(home, residents, builder),
    purge: (resident, why) => records.purge(resident, why),
    purgeAll: () => records.purgeAll(),
  };
}

/** Only where a store is asked one thing at a time is the epoch read afterwards that of the write. */
async function noteIfOvertaken(
  { leadership, record, epochOf }: Writer,
  claimed: number | null,
  what: string,
): Promise<void> {
  // Without an epoch it is a person's own act, which needs no leader.
  if (claimed === null) return;
  const epoch = epochOf() ?? claimed;
  const current = await leadership.current();
  if (epoch < current) record.overtakenWrites.push(`${what} by epoch ${epoch} of ${current}`);
}
