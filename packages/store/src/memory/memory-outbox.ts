import type { ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { StoreGuards } from '../guards.ts';
import {
  acknowledgementOf,
  givenUpBy,
  HELD_BY_PURGE,
  isOfHome,
  isUnsent,
  moved,
  queued,
  reopened,
} from '../outbox/moved.ts';
import type { Operation } from '../outbox/operation.ts';
import type {
  Acknowledgement,
  GivenUp,
  Outbox,
  OutboxChange,
  OutboxEntry,
  OutboxState,
} from '../outbox/outbox.ts';
import type { StoredResource } from '../records/stored-resource.ts';
import { countsOf } from '../outbox/counts.ts';
import type { MemoryState } from './memory-state.ts';

/** Where accepted bodies go. */
export interface AcceptedBodies {
  readonly isKept: boolean;
  /** There is no server: the whole operation stays beside its bodies. */
  readonly isOnlyCopy: boolean;
  /** Returns whether they are kept: not if the resident's copies were purged meanwhile (SPEC P2). */
  keep(resident: ResidentId, bodies: readonly StoredResource[]): boolean;
}

/** The outbox of a store in memory. It ends with the worker, and every receipt says so. */
export class MemoryOutbox implements Outbox {
  readonly #state: MemoryState;
  readonly #accepted: AcceptedBodies;
  readonly #guards: Pick<StoreGuards, 'uniqueIntent'>;
  readonly #entries = new Map<number, OutboxEntry>();
  readonly #acknowledgements = new Map<string, Acknowledgement>();
  /** Intents that were given up by a person, or joined into another: they must not come back by a late repeat. */
  readonly #joinedInto = new Map<string, string | null>();
  readonly #givenUp = new Map<string, GivenUp>();
  #last = 0;

  constructor(state: MemoryState, accepted: AcceptedBodies, guards: Pick<StoreGuards, 'uniqueIntent'>) {
    this.#state = state;
    this.#guards = guards;
    this.#accepted = accepted;
  }

  async enqueue(operation: Operation) {
    if (this.#guards.uniqueIntent && this.#isKnown(operation.intent)) return 'known';
    this.#put(queued(++this.#last, structuredClone(operation)));
    return 'kept';
  }

  async entries() {
    return [...this.#entries.values()].sort((a, b) => a.n - b.n);
  }

  async change(n: number, from: readonly OutboxState[], epoch: number | null, change: OutboxChange) {
    this.#state.fence(epoch);
    const entry = this.#entries.get(n);
    if (!entry || !from.includes(entry.state)) return false;
    if (change.kind === 'move') this.#put(moved(entry, epoch, structuredClone(change)));
    else this.#remove(n);
    if (change.kind === 'discard') this.#discard(entry, change);
    if (change.kind === 'discard' && change.instead) await this.enqueue(change.instead);
    if (change.kind === 'accept' && entry.operation) this.#accept(entry.operation, change);
    return true;
  }

  async squash(replaced: readonly number[], by: Operation | null) {
    const entries = replaced.map((n) => this.#entries.get(n));
    const first = Math.min(...replaced);
    if (entries.length === 0 || !entries.every((entry) => entry && isUnsent(entry))) return false;
    if (by && this.#isKnown(by.intent) && !entries.some((entry) => entry?.intent === by.intent)) return false;
    for (const n of replaced) this.#remove(n);
    for (const entry of entries) if (entry) this.#joinedInto.set(entry.intent, by?.intent ?? null);
    if (by) this.#put(queued(first, structuredClone(by)));
    return true;
  }

  async counts() {
    return countsOf(
      this.#acknowledgements.size,
      [...this.#entries.values()].map(({ state, operation }) => ({
        state,
        isEscalation: operation?.class === 'escalation',
        isOfHome: operation !== null && isOfHome(operation),
      })),
    );
  }

  async acknowledgement(intent: string) {
    return this.#acknowledgements.get(this.#finalIntent(intent)) ?? null;
  }

  async acknowledgements() {
    return [...this.#acknowledgements.values()];
  }

  async givenUp(intent: string) {
    return this.#givenUp.get(this.#finalIntent(intent)) ?? null;
  }

  async reopen(operation: Operation, epoch: number, state: OutboxState, problem: OutboxEntry['problem']) {
    this.#state.fence(epoch);
    const { intent } = operation;
    if (!this.#acknowledgements.delete(intent)) return false;
    const joined = [...this.#joinedInto.keys()].filter(
      (each) => each !== intent && this.#finalIntent(each) === intent,
    );
    this.#put(reopened(++this.#last, structuredClone(operation), joined, { state, problem }));
    return true;
  }

  async forgetAcknowledgements(before: Instant) {
    for (const [intent, { at }] of this.#acknowledgements) {
      if (Date.parse(at) < Date.parse(before)) this.#acknowledgements.delete(intent);
    }
  }

  /** What waits for one resident, in the order of the presses. */
  async pending(resident: ResidentId) {
    return (await this.entries()).filter(({ operation }) => operation?.resident === resident);
  }

  /** SPEC P2: what was not sent survives, and what belongs to the home is never held back. */
  hold(resident: ResidentId): void {
    for (const entry of this.#entries.values()) {
      const { operation, state } = entry;
      if (operation?.resident !== resident || isOfHome(operation)) continue;
      if (HELD_BY_PURGE.includes(state)) this.#put({ ...entry, state: 'held' });
    }
  }

  /** What was accepted for a resident, or for all, goes with the copies. That it was accepted stays known. */
  eraseDetails(resident: ResidentId | null = null): void {
    for (const each of this.#acknowledgements.values()) {
      if (each.resident === null || (resident !== null && each.resident !== resident)) continue;
      this.#acknowledgements.set(each.intent, withoutDetails(each));
    }
  }

  #put(entry: OutboxEntry): void {
    this.#entries.set(entry.n, entry);
    this.#state.changed();
  }

  #remove(n: number): void {
    this.#entries.delete(n);
    this.#state.changed();
  }

  #accept(operation: Operation, change: Extract<OutboxChange, { kind: 'accept' }>): void {
    const trace = acknowledgementOf(operation, change, this.#accepted);
    const isPurged = operation.resident !== null && !this.#accepted.keep(operation.resident, change.bodies);
    const kept = isPurged ? withoutDetails(trace) : trace;
    this.#acknowledgements.set(operation.intent, structuredClone(kept));
  }

  #discard({ intent }: OutboxEntry, change: Extract<OutboxChange, { kind: 'discard' }>): void {
    this.#joinedInto.set(intent, null);
    this.#givenUp.set(intent, givenUpBy(change));
  }

  #isKnown(intent: string): boolean {
    return (
      this.#acknowledgements.has(intent) ||
      this.#joinedInto.has(intent) ||
      [...this.#entries.values()].some((entry) => entry.intent === intent)
    );
  }

  /** The intent under which a joined one was accepted. */
  #finalIntent(intent: string): string {
    let final = intent;
    for (let next = this.#joinedInto.get(final); next && next !== final; next = this.#joinedInto.get(final)) {
      final = next;
    }
    return final;
  }
}

/** That something was accepted, and nothing of what. */
const withoutDetails = ({
  intent,
  resident,
  at,
  author,
  class: kind,
  written,
}: Acknowledgement): Acknowledgement => ({
  intent,
  resident,
  at,
  author,
  class: kind,
  written,
  about: null,
  bodies: [],
  updates: [],
  merged: null,
});
