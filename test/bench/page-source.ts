/** What a page of a benchmark is built from. */
export interface PageSource {
  readonly id: string;
  /** `control`: the floor, by which the machine's noise is judged. */
  readonly kind: 'peer' | 'ours' | 'control';
  /** The module that makes the contestant callable. */
  readonly entry: string;
  /** Classic scripts that stand before the module. */
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
}
