import type { Receipt } from '@ehch/clinical';
import type { OutboxEntry } from '@ehch/store';
import type { PushPorts } from './context.ts';
import { decide, type Decision } from './decide.ts';
import { ALL_GUARDS, type PushGuards } from './guards.ts';
import type { PlacedEntry } from './lanes.ts';
import { PushQueue } from './push-queue.ts';
import { receiptOf } from './receipt-of.ts';
import type { RetiredDuplicate } from './retire-duplicates.ts';
import { waitsForPerson } from './waits-for.ts';

/** What is not on the server yet, and why. */
interface Unsent {
  readonly entry: OutboxEntry;
  readonly standing: PlacedEntry['standing'];
}

/** Brings what people have done to the server. One leader of all windows runs it. */
export interface Push {
  /**
   * Does one thing: at most one request. Up to {@link MOST_LANES} steps may run at the same time, and one more that takes
   * escalations alone, so that a slow answer holds up no worry.
   *
   * - `worked`: ask again at once. - `waiting`: ask again at {@link nextAt}. - `idle`: nothing can go by itself.
   *
   * @throws {EhchError} `overtaken` if another leader has begun: stop
   */
  step(): Promise<'idle' | 'worked' | 'waiting'>;
  /** When the next step has something to do, by the device's clock. `null`: only a person, a sign-in or a press helps. */
  nextAt(): Promise<number | null>;
  receiptOf(intent: string): Promise<Receipt | null>;
  /** Entries that wait for a person, with both versions or the server's words. */
  conflicts(): Promise<readonly OutboxEntry[]>;
  /** Carries out a person's decision, and returns the intent under which it goes on. See {@link Decision}. */
  decide(intent: string, decision: Decision): Promise<string | null>;
  /** All that the server has not accepted, escalations first. */
  unsent(): Promise<readonly Unsent[]>;
  /** Says that somebody has signed in again, so that a 401 need not be waited out. */
  signedInAgain(): void;
  /**
   * Says that a person wants everything tried now, whatever wait follows from failures. A wait that the server asked for
   * stays (P12), and so does that before a create is repeated (P3).
   */
  tryNow(): void;
  /** Until when the server asked to be left alone, by the device's clock. `null`: it did not. */
  askedToWaitUntil(): number | null;
  /** Intents that were put together with somebody else's change of the same record, since this engine began. */
  merged(): readonly string[];
  /** Duplicates of one press that a server made, and that were taken out of use, since this engine began. */
  retiredDuplicates(): readonly RetiredDuplicate[];
}

/** @param guards tests switch one off, to prove that the suite would notice */
export function createPush(ports: PushPorts, guards: PushGuards = ALL_GUARDS): Push {
  const queue = new PushQueue(ports, guards);
  return {
    step: () => queue.step(),
    nextAt: () => queue.nextAt(),
    receiptOf: (intent) => receiptOf(ports, intent),
    conflicts: async () => (await ports.store.outbox.entries()).filter(waitsForPerson),
    decide: (intent, decision) => decide(ports, intent, decision),
    unsent: async () => (await queue.placed()).map(({ entry, standing }) => ({ entry, standing })),
    signedInAgain: () => queue.signedInAgain(),
    tryNow: () => queue.tryNow(),
    askedToWaitUntil: () => queue.askedToWaitUntil(),
    merged: () => queue.merged(),
    retiredDuplicates: () => queue.retiredDuplicates(),
  };
}
