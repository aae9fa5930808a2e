/** What keeps a reading from half of a value, and from one of two people. Tests switch one off at a time. */
export interface ReadGuards {
  /** Of two places that a person sees, neither is taken. */
  readonly onePlace: boolean;
  /** All that is read of one field says the same: its places, and its parsers. */
  readonly placesAgree: boolean;
  /** The hidden copies of a date are that date. */
  readonly copiesAgree: boolean;
  /** An attribute does not say another number or date than the text that people see. */
  readonly textAgrees: boolean;
  /** A person sees what the value is called. */
  readonly labelSeen: boolean;
  /** No component draws letters between the words that are read. */
  readonly allDrawn: boolean;
  /** Nobody can write there. */
  readonly nobodyWrites: boolean;
  /** An input is compared at each look, because no change of it is announced. */
  readonly inputAgain: boolean;
}

export const EVERY_READ_GUARD: ReadGuards = {
  onePlace: true,
  placesAgree: true,
  copiesAgree: true,
  textAgrees: true,
  labelSeen: true,
  allDrawn: true,
  nobodyWrites: true,
  inputAgain: true,
};
