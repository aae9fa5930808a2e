/** Who rings, and from where. Filled from the place and the sign-in, and never guessed. */
export interface Caller {
  readonly name: string;
  readonly role: string | null;
  readonly home: string;
  readonly address: string | null;
  /** How to get in: "key safe by the side door". */
  readonly access: string | null;
  /** The number on which this person can be rung back. */
  readonly phone: string | null;
}
