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
  /** Unique within the record, and stable while the resource exists. */
  readonly key: string;
  readonly fullUrl: string | null;
  readonly raw: JsonObject;
  readonly cautions: readonly Caution[];
  /** Another record under this name says something else, so no reference certainly means this one. */
  readonly isRival?: true;
  /** The panel that this component belongs to. They are shown or set aside together. */
  readonly partOf?: Held;
  /** Elements that are neither read nor harmless. */
  readonly more: readonly MoreInRecord[];
}

/** A record of the resident that could not be read. */
export interface UnreadRecord {
  /** `null`: the type is unknown, so the record may belong to any section. */
  readonly type: string | null;
  readonly raw: JsonObject;
}

/** A record of the resident that no section lists, and that is counted beside one. */
export interface CountedRecord extends Place {
  readonly type: string;
}

/** Where a reference stands. Its target may be contained there, or be on the same server. */
type Place = Pick<Held, 'key' | 'fullUrl' | 'raw'>;

/** Everything that was read about one resident, and what became of it. */
export interface PatientRecord {
  readonly input: BuildViewInput;
  /** Today in London. */
  readonly today: string;
  readonly patient: Held<'Patient'> | null;
  /** The Patient as it arrived, even if it could not be read. Its security labels count all the same. */
  readonly rawPatient: JsonObject | null;
  /** Two people answer to the id that was asked for. Nobody is shown, and no section. */
  readonly isInDoubt: boolean;
  /** Records of the resident that could not be read, including those that a map refused. */
  unread(): readonly UnreadRecord[];
  /** The resident's own resources of a type, readable and not entered in error. */
  all<T extends ReadableType>(type: T): readonly Held<T>[];
  /** The resident's own records of a type that were refuted. No list shows them. */
  refuted(type: ReadableType): readonly JsonObject[];
  /**
   * The record that a reference names: contained, relative, absolute or `urn:`. Never a record about another
   * patient.
   */
  resolve(reference: Reference | undefined, from: Place): Held | null;
  /** The resident's own records of types that no section lists. */
  readonly counted: readonly CountedRecord[];
  /** Records that a section shows the resource. */
  show(held: Held, section: SectionName): void;
  /**
   * Records why a resource is not shown; returns no facts. It counts only where no section shows the
   * resource.
   */
  setAside(held: Held, why: SetAsideReason): readonly never[];
  /** Records that a resource has no safe meaning; returns no facts. */
  refuse(held: Held, why: UnreadableReason, path: string): readonly never[];
}

/** Whether a reference led to a record of one of these types. */
export function isHeld<T extends ReadableType>(held: Held | null, ...types: readonly T[]): held is Held<T> {
  return held !== null && types.some((type) => type === held.type);
}
