import type { PartialDate } from '../time/types.ts';
import type { NhsNumberRecord, PersonName, ResidentId } from './identity.ts';

/** A resident as somebody in the home writes them down, where no server names the residents. */
export interface ResidentEntered {
  readonly family: string;
  /** Each given name apart, the first one first. */
  readonly given: readonly string[];
  /** As exactly as it is known: a year, a month or a day. `null`: not known. */
  readonly born: PartialDate | null;
  /** Ten digits that pass modulus 11. `null`: not known. */
  readonly nhsNumber: string | null;
  readonly room: string | null;
}

/** Why a resident is no longer on the list. */
export type LeftHome = 'moved' | 'died';

/** A resident of a home without a server, with what identifies a person. */
export interface LocalResident {
  readonly resident: ResidentId;
  readonly name: PersonName | null;
  readonly born: PartialDate | null;
  readonly nhsNumber: NhsNumberRecord;
  readonly room: string | null;
  /** The home's id in the place file. */
  readonly home: string;
  /** `null`: lives there. What was recorded of somebody who has left stays. */
  readonly left: { readonly why: LeftHome; readonly on: PartialDate | null } | null;
}
