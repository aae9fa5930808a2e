import type { CareIntent, Receipt } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { JsonObject } from '@ehch/fhir';
import type { DraftStore, Operation, Store } from '@ehch/store';
import type { Locks } from '../locks.ts';
import type { SignedIn } from '../engine-configuration.ts';

/** What the actions of people need: where things are kept, who acts, and what became of an intent. */
export interface ActionsContext {
  readonly store: Store;
  /** The drafts of the store, and behind them those from before anybody signed in. */
  readonly drafts: DraftStore;
  readonly user: SignedIn | null;
  readonly locks: Locks;
  /** The name of the database, so that windows on other databases do not wait. */
  readonly database: string;
  /** What an accepted assessment became, where this device did not keep it. `null`: nothing has to be recalled. */
  recall(intent: CareIntent): Promise<readonly JsonObject[] | null>;
  /** The intent as resources to create and fields to change. `recalled`: what {@link recall} has found. `now`: by the page's clock. */
  operationOf(intent: CareIntent, recalled?: readonly JsonObject[] | null, now?: Instant): Promise<Operation>;
  /** Why an intent is not taken by this place or server; `null`: nothing is known against it. Absent: nobody asks. */
  whyNotTaken?(intent: CareIntent): Promise<string | null>;
  /** Settles what can be settled on this device: everything, where there is no server. */
  settleHere(): Promise<void>;
  /** Called after an intent was kept, so that it is sent soon. */
  onEnqueued(): void;
  /** The present receipt of an intent; `null`: it is not known here. */
  receiptOf(intent: string): Promise<Receipt | null>;
}
