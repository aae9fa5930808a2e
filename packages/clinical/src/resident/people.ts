import type { Recorded } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';

/** Family, friends, attorneys, and the professionals around the resident. */
export interface People {
  readonly contacts: readonly Contact[];
  readonly team: readonly TeamMember[];
}

/** Family, friends and attorneys. `until` is the day on which they ceased to be one, and `null` where none is recorded. */
export interface Contact extends Recorded {
  readonly name: string;
  readonly relation: string | null;
  readonly phones: readonly string[];
  /** Next of kin, first contact or attorney, in the record's words. */
  readonly roles: readonly string[];
  readonly until: PartialDate | null;
}

/** Somebody who cares for the resident by profession. `until` is the day on which they left, or `null`. */
export interface TeamMember extends Recorded {
  readonly name: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly phones: readonly string[];
  readonly until: PartialDate | null;
}
