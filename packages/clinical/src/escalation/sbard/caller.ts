/** Who rings, and from where. Filled from the place and the sign-in, and never guessed. */
export interface Caller {
  /** Empty: nobody has said it. */
  readonly name: string;
  readonly role: string | null;
  /** `null`: the record does not say in which of the place's homes this is. */
  readonly home: string | null;
  readonly address: string | null;
  /** How to get in: "key safe by the side door". */
  readonly access: string | null;
  /** The number on which this person can be rung back. */
  readonly phone: string | null;
}
