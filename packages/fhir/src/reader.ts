import type { Content, EhchErrorCode, Gap, SectionName, WithheldReason } from '@ehch/clinical';
import type { BuildViewInput } from './build-view-input.ts';
import type { Entry } from './entry.ts';
import type { Account } from './ledger.ts';
import type { Recognition } from './recognise.ts';
import type { RecordedSections } from './recorded-view.ts';

/** What a record says in one section, before it is known how well the record could be asked. */
export interface SectionReading<N extends SectionName> {
  readonly content: Content<RecordedSections[N]>;
  /** What belongs here and could not be brought here. */
  readonly gaps: readonly Gap[];
  /** What came, and is listed in no section. That there is none of what this section lists can be said all the same. */
  readonly beside: readonly Gap[];
}

export interface Reading {
  /**
   * What the record says in these sections. Their gaps count what has been read so far: only when all sections have been
   * asked for are they whole.
   */
  sections(names: readonly SectionName[]): ReadonlyMap<SectionName, SectionReading<SectionName>>;
  /** No section can be told at all, and why. */
  readonly refused?: EhchErrorCode;
  /** The whole record but its identity is withheld. */
  readonly withheld: WithheldReason | null;
  /** One row for each entry that was given, in the same order. Whole once every section has been asked for. */
  readonly account: Account;
}

/** Reads records of one version or source into the domain. Another one is one more folder and one line. */
export interface RecordReader {
  readonly id: string;
  readonly title: string;
  reads(version: Recognition['version']): boolean;
  /** Never throws, whatever it is given. */
  read(entries: readonly Entry[], input: BuildViewInput): Reading;
}
