import type { ResidentId } from '@ehch/clinical';
import { holdsUnsent } from '../records/purge-reason.ts';
import type { SourceTerms } from '../records/record-store.ts';
import type { Store } from '../store.ts';
import { ALL_STORE_GUARDS, type StoreGuards } from '../guards.ts';
import { memoryDrafts } from './memory-drafts.ts';
import { MemoryOutbox } from './memory-outbox.ts';
import { MemoryRecords } from './memory-records.ts';
import { MemoryState } from './memory-state.ts';

/** The source that the outbox writes to, unless a caller names another. */
export const SERVER_SOURCE: SourceTerms = { id: 'server', keep: 'yes' };

/**
 * The source of a home without a server. Its copies are the only ones, so no room is made with them (SPEC R10), and what
 * was accepted keeps its whole operation for a server that comes.
 */
export const LOCAL_SOURCE: SourceTerms = { id: 'local', keep: 'yes' };

/**
 * A store in memory: for a browser without IndexedDB, and for tests. Everything ends with the worker, and every receipt
 * says so.
 *
 * @param options.guards tests switch one off, to prove that the suite would notice
 * @param options.server the source that the outbox writes to: accepted bodies become its cached copies
 */
export function openMemoryStore({
  server = SERVER_SOURCE,
  guards = ALL_STORE_GUARDS,
}: { readonly server?: SourceTerms; readonly guards?: StoreGuards } = {}): Store {
  const state = new MemoryState();
  const sources = new Map<string, MemoryRecords>();
  const outbox = new MemoryOutbox(
    state,
    {
      isKept: server.keep !== 'no',
      isOnlyCopy: server.id === LOCAL_SOURCE.id,
      keep: (resident, bodies) => recordsOf(server.id).keepAccepted(resident, bodies),
    },
    guards,
  );
  const recordsOf = (id: string): MemoryRecords => {
    const records =
      sources.get(id) ??
      new MemoryRecords({
        fence: state.fence,
        changed: state.changed,
        pending: (resident) => outbox.pending(resident),
        mayMakeRoom: id !== LOCAL_SOURCE.id,
        purged: (resident, why) => {
          if (id !== server.id || why === 'room-needed') return;
          outbox.eraseDetails(resident);
          if (holdsUnsent(why)) outbox.hold(resident);
        },
        purgedAll: () => {
          if (id === server.id) outbox.eraseDetails();
        },
      });
    sources.set(id, records);
    return records;
  };
  return {
    lasts: 'memory',
    records: ({ id }) => recordsOf(id),
    outbox,
    drafts: memoryDrafts(state),
    leadership: { begin: async () => ++state.epoch, current: async () => state.epoch },
    ...memoryFacts(state),
    changeSeq: async () => state.seq,
    close: () => undefined,
  };
}

/** Looks and settings: names with values. */
function memoryFacts(state: MemoryState): Pick<Store, 'looks' | 'settings'> {
  const looks = new Map<string, string>();
  const settings = new Map<string, unknown>();
  const nameOf = (sub: string, resident: ResidentId) => JSON.stringify([sub, resident]);
  return {
    looks: {
      last: async (sub, resident) => looks.get(nameOf(sub, resident)) ?? null,
      set: async (sub, resident, at) => {
        looks.set(nameOf(sub, resident), at);
        state.changed();
      },
    },
    settings: {
      get: async (name) => settings.get(name),
      set: async (name, value) => void settings.set(name, structuredClone(value)),
    },
  };
}
