import type { Caution, MoreInRecord, SectionName } from '@ehch/clinical';
import type { JsonObject } from '../../entry.ts';
import type { BuildViewInput } from '../../build-view-input.ts';
import type { SetAsideReason, UnreadableReason } from '../../ledger.ts';
import type { Reference } from './datatypes.ts';
import type { ReadableType, ResourceOf } from './resources/index.ts';

/** A resource that was read. */
export interface Held<T extends ReadableType = ReadableType> {
  readonly type: T;
  readonly value: ResourceOf[T];
  /** Unique within the record and stable while the resource exists. */
  readonly key: string;
  readonly fullUrl: string | null;
  readonly raw: JsonObject;
  readonly cautions: readonly Caution[];
  /** Another record of the same name says something else, so that no reference can mean this one for certain. */
  readonly isRival?: true;
  /** The record that it stands in, which is shown or set aside with it. */
  readonly partOf?: Held;
  /** Its elements that are neither read nor harmless. */
  readonly more: readonly MoreInRecord[];
}

/** A record of the resident that could not be read. */
export interface UnreadRecord {
  /** `null`: not even its type is known, so that it may belong anywhere. */
  readonly type: string | null;
  readonly raw: JsonObject;
}

/** A record of hers that no section lists, and that is counted beside one. */
export interface CountedRecord extends Place {
  readonly type: string;
}

/** Where a reference stands: what it names may be contained there, or on the same server. */
type Place = Pick<Held, 'key' | 'fullUrl' | 'raw'>;

/** All that was read about one resident, and what became of it. */
export interface PatientRecord {
  readonly input: BuildViewInput;
  /** The day in London. */
  readonly today: string;
  readonly patient: Held<'Patient'> | null;
  /** The Patient as it came, also when it could not be read: its restriction counts all the same. */
  readonly rawPatient: JsonObject | null;
  /** Two people answer to what was asked for: nobody is shown, and no section. */
  readonly isInDoubt: boolean;
  /** Records of the resident that could not be read, those that a map refused included. */
  unread(): readonly UnreadRecord[];
  /** The resident's own resources of a type: readable, and not entered in error. */
  all<T extends ReadableType>(type: T): readonly Held<T>[];
  /** Her own records of a type that say that what they name is not so. They are on no list. */
  refuted(type: ReadableType): readonly JsonObject[];
  /** The record that a reference names: contained, relative, absolute or `urn:`. Never one about another patient. */
  resolve(reference: Reference | undefined, from: Place): Held | null;
  /** Her own records of types that no section lists. */
  readonly counted: readonly CountedRecord[];
  /** Marks a resource as shown in a section. */
  show(held: Held, section: SectionName): void;
  /** Says why a resource is not shown, and gives no facts. It counts only when no section shows it. */
  setAside(held: Held, why: SetAsideReason): readonly never[];
  /** A resource turns out to have no safe meaning, and gives no facts. */
  refuse(held: Held, why: UnreadableReason, path: string): readonly never[];
}

/** Narrows what a reference led to. */
export function isHeld<T extends ReadableType>(held: Held | null, ...types: readonly T[]): held is Held<T> {
  return held !== null && types.some((type) => type === held.type);
}
