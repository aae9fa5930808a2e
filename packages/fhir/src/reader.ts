import type { Content, EhchErrorCode, Gap, SectionName, WithheldReason } from '@ehch/clinical';
import type { Thread } from '@ehch/clinical/thread';
import type { BuildViewInput } from './build-view-input.ts';
import type { Entry } from './entry.ts';
import type { Account } from './ledger.ts';
import type { Recognition } from './recognise.ts';
import type { RecordedSections } from './recorded-view.ts';
import type { Steps } from './steps.ts';

/** What a record says in one section, before the outcomes of the requests are taken into account. */
export interface SectionReading<N extends SectionName> {
  readonly content: Content<RecordedSections[N]>;
  /** What belongs in this section and could not be read into it. */
  readonly gaps: readonly Gap[];
  /** What arrived but no section lists. The section may still say that there is none of what it lists. */
  readonly beside: readonly Gap[];
}

/** What one reader made of a whole record. */
export interface Reading {
  /**
   * What the record says in these sections. Their gaps cover only what has been read so far. They are
   * complete once every section has been asked for.
   */
  sections(names: readonly SectionName[]): Steps<ReadonlyMap<SectionName, SectionReading<SectionName>>>;
  /** Threads that ended lately. A source without threads leaves it out. */
  ended?(): readonly Thread[];
  /** Why no section can be read at all. */
  readonly refused?: EhchErrorCode;
  /** Why the whole record but its identity is withheld. `null`: it is not. */
  readonly withheld: WithheldReason | null;
  /** One row for each entry, in the order given. It is complete once every section has been asked for. */
  readonly account: Account;
}

/** Reads records of one version or source into the domain. A new reader is one folder and one line. */
export interface RecordReader {
  readonly id: string;
  /** The reader as a person sees it in a list. */
  readonly title: string;
  /** Whether this reader reads records of that version. */
  reads(version: Recognition['version']): boolean;
  /** Never throws, whatever the entries hold. */
  read(entries: readonly Entry[], input: BuildViewInput): Steps<Reading>;
}
