/** What each contestant does in its worker. The driver calls one after the other, and times each from outside. */
export interface SyncContestant {
  /** Opens the database, and makes it if there is none. */
  open(): Promise<unknown>;
  /** Brings everything from the server into the database, or what is still missing of it. */
  load(): Promise<unknown>;
  /** Does what the contestant does by itself after a load, so that it disturbs no later measurement. */
  settle(): Promise<unknown>;
  /** Fetches what has changed on the server since, as one page, and applies it: an older row never replaces a newer one. */
  applyChanges(): Promise<unknown>;
  /** Asks the server for changes in its own way, when there are none. */
  askAgain(): Promise<unknown>;
  /** Opens one resident's record, as objects. */
  readResident(resident: string): Promise<readonly unknown[]>;
  /** Prepares the cards of the home's list. Not timed. */
  prepareCards(residents: readonly string[]): Promise<unknown>;
  readCards(): Promise<readonly unknown[]>;
  /** Keeps one edit for sending: the resource and the note that it is not sent, whole or not at all. */
  edit(edit: BenchEdit): Promise<unknown>;
  /** Sends all edits to the server. */
  push(): Promise<unknown>;
  /** How many resources the database has. Not timed. */
  count(): Promise<number>;
  close(): Promise<unknown>;
}

export interface BenchEdit {
  /** A UUID of the press. */
  readonly intent: string;
  readonly id: string;
  readonly resident: string;
  readonly text: string;
}

/** A row as the bench's server gives it to contestants that are no FHIR clients. */
export interface BenchRow {
  readonly id: string;
  readonly resident: string;
  readonly type: string;
  readonly updated: string;
  readonly resource: object;
}

/** One call of the driver, as it goes to the worker. */
export interface Call {
  readonly id: number;
  readonly name: keyof SyncContestant;
  readonly argument: unknown;
}

/** `ms`: from the call's arrival in the worker until its end. */
export type Answered =
  | { readonly id: number; readonly ms: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

export interface SyncBench {
  /** Starts the contestant's worker. */
  start(script: string): void;
  call(
    name: keyof SyncContestant,
    argument: unknown,
  ): Promise<{ readonly ms: number; readonly value: unknown }>;
  /** Calls once for each argument, and gives the milliseconds of each. */
  callEach(name: keyof SyncContestant, list: readonly unknown[]): Promise<readonly number[]>;
}

declare global {
  interface Window {
    syncBench: SyncBench;
  }
}
