import {
  databaseKeys,
  findDatabase,
  LOCAL_SOURCE,
  type DatabaseKeys,
  type HeldRows,
  type OutboxCounts,
  type SealedExport,
  type SourceTerms,
  type Store,
} from '@ehch/store';
import { isLocal } from '../local/local-base.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import type { PasskeyFacts } from '../protocol.ts';
import type { BrowserDisk } from './browser-disk.ts';
import type { KeptConnection } from './kept-connection.ts';

/** What this device holds for one server and organisation, and whether its keys are here. */
export interface OpenedStore {
  /** While locked, reading throws `locked`. Counts and the home's outbox work all the same. */
  readonly store: Store;
  /** Names the database for locks and channels. It says nothing about anybody. */
  readonly name: string;
  /** It lies under keys of an earlier configuration, which still open it. Nothing of it is given up for the new one. */
  readonly hasEarlierKeys?: true;
  /** What the browser promises about the disk. Absent: nothing of it is on one. */
  readonly disk?: BrowserDisk;
  /** Whether the browser holds open what is kept here. Absent: nothing of it is on a disk. */
  readonly connection?: KeptConnection;
  /** Unsent entries and drafts of an earlier session whose key is gone. */
  lost(): Promise<number>;
  /** A person was told of them. They are counted no more. */
  forgetLost(): Promise<void>;
  isLocked(): boolean;
  /** Whether what somebody did last found no room on this device. */
  isFull(): boolean;
  /** What a window needs to ask for the signed-in person's passkey. Without a disk there is none. */
  readonly passkeys: {
    facts(): Promise<PasskeyFacts>;
    keep(credential: string): Promise<void>;
  } | null;
  /** Returns whether the secret opened the records. */
  unlock(secret: string): Promise<boolean>;
  lock(): void;
  /** Lets one more person open the records. `null`: nobody opens them by a secret. */
  readonly addPerson: ((sub: string, secret: string) => Promise<void>) | null;
  /** Everything in one sealed file. `null`: nothing of it is on the disk. */
  readonly exportSealed: ((passphrase: string) => Promise<SealedExport>) | null;
  /** How much lies here. */
  held(): Promise<HeldRows>;
  /** Erases all of it, whatever waits, and closes. */
  wipe(): Promise<void>;
  close(): void;
}

/** What was done on this device, for the same server, before anybody signed in. */
export interface OpenedOfNobody {
  /** `null`: it cannot be opened now, because another window has the key and does not give it. */
  readonly opened: OpenedStore | null;
  /** What it held when it was looked into. */
  readonly unsent: OutboxCounts;
}

/** Unsent work of people, without the audit events, for which no person waits. */
export interface CountedUnsent {
  readonly total: number;
  readonly escalations: number;
}

export function peoplesWork(all: readonly OutboxCounts[]): CountedUnsent {
  return {
    total: all.reduce((sum, { total, audits }) => sum + total - audits, 0),
    escalations: all.reduce((sum, { escalations }) => sum + escalations, 0),
  };
}

/** The databases of one engine, for as long as that engine lives. */
export interface Stores {
  /** Opens what is kept on this device for a configuration. */
  open(configuration: EngineConfiguration): Promise<OpenedStore>;
  /**
   * Opens what lies here of nobody, beside the store of a signed-in person. `null`: nothing lies there, or it is the same
   * database. It never makes a database.
   */
  openOfNobody(configuration: EngineConfiguration): Promise<OpenedOfNobody | null>;
  /**
   * How much is unsent in all other databases that will open again, by plain counts: a screen to which nobody is signed in
   * must not say that everything is sent.
   */
  unsentElsewhere(configuration: EngineConfiguration): Promise<CountedUnsent>;
  /**
   * How much waits in the database of a configuration that does not open because a newer release wrote it (store SPEC D7).
   * `null`: not even that can be read here.
   */
  unsentOfNewer(configuration: EngineConfiguration): Promise<OutboxCounts | null>;
  /** Drops every key, as when the last window of this engine has gone. */
  close(): void;
}

/** The terms of the configured server. Without one, the copies on this device are the only ones, and stay. */
export function sourceOf(configuration: EngineConfiguration): SourceTerms {
  return isLocal(configuration) ? LOCAL_SOURCE : { id: 'server', keep: configuration.keep ?? 'session' };
}

/**
 * By what the database of a configuration is found: one for each server and organisation. Where nobody is signed in, it is
 * that of nobody.
 */
export function keysOf({
  fhirBaseUrl,
  user,
}: Pick<EngineConfiguration, 'fhirBaseUrl' | 'user'>): Promise<DatabaseKeys> {
  return databaseKeys(fhirBaseUrl, { id: user?.organisationId ?? null, name: user?.organisation ?? '' });
}

/** The name of that database on this disk. */
export async function nameOf(
  configuration: Pick<EngineConfiguration, 'fhirBaseUrl' | 'user'>,
): Promise<string> {
  return findDatabase(await keysOf(configuration));
}

/** The same engine, before anybody signed in. */
export function ofNobody(configuration: EngineConfiguration): EngineConfiguration {
  return { ...configuration, user: null };
}
