/** The sources of a benchmark page. */
export interface PageSource {
  readonly id: string;
  /** `control`: the floor, which shows the noise of the machine. */
  readonly kind: 'peer' | 'ours' | 'control';
  /** The module that lets the driver call the contestant. */
  readonly entry: string;
  /** Classic scripts that the page loads before the module. */
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
}
