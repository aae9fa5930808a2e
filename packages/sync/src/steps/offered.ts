/** The types that a server stated, and when it was asked, by the device's clock. */
export interface Offered {
  readonly types: ReadonlySet<string>;
  readonly at: number;
}
