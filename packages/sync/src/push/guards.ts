/**
 * The rules of pushing that can be switched off, one by one, in tests alone. A suite that stays green without a guard
 * would not notice if somebody removed it (`docs/guards.md`).
 */
export interface PushGuards {
  /** After an unknown outcome the marker, the history or the resource itself is read before anything is sent again. */
  readonly readBack: boolean;
  /** An update names the version that it stands on. */
  readonly ifMatch: boolean;
  /** A field must still have the value that the person saw, and a change in between must be one that may be merged. */
  readonly compareFrom: boolean;
  /** Where only the server gives ids, a create is not repeated before every copy of it has left the network. */
  readonly waitBeforeRepost: boolean;
  /** 5xx, a timeout and an answer that is not FHIR are `unknown`, and no refusal. */
  readonly serverErrorIsUnknown: boolean;
  /** An entry is sent in its author's session alone, except an escalation. */
  readonly author: boolean;
  /** What was ever sent is never joined with another entry. */
  readonly squashNeverSent: boolean;
  /** A create says that nothing of that id or identifier may be there. */
  readonly onlyIfNew: boolean;
  /** Duplicates that a server made of one create are found and retired. */
  readonly retireDuplicates: boolean;
  /** Before a create is sent again, it is looked up whether it was made and deleted since. */
  readonly seesDeletions: boolean;
  /** A decision that has not arrived within minutes waits for a person. */
  readonly decidesInTime: boolean;
}

export const ALL_GUARDS: PushGuards = {
  readBack: true,
  ifMatch: true,
  compareFrom: true,
  waitBeforeRepost: true,
  serverErrorIsUnknown: true,
  author: true,
  squashNeverSent: true,
  onlyIfNew: true,
  retireDuplicates: true,
  seesDeletions: true,
  decidesInTime: true,
};
