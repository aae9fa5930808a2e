/** Bands from the lowest total up. Each holds the totals above the row before it, up to and including `upTo`. */
export type BandRows<Band extends string = string> = readonly (readonly [upTo: number, band: Band])[];

/** Bands that a place has chosen because published tables disagree. The source is required. */
export interface BandTable {
  /** The publication or the licence that the rows come from; shown beside the band. */
  readonly source: string;
  readonly rows: BandRows;
}

/**
 * The lowest whole total of a band. Rules that apply "from here up" use it, so that they have no cut-off of their own.
 */
export function lowestOf<Band extends string>(rows: BandRows<Band>, band: NoInfer<Band>): number {
  const at = rows.findIndex(([, name]) => name === band);
  return (rows[at - 1]?.[0] ?? -1) + 1;
}

/** The band of a total. It does not round the total. */
export function bandOf<Band extends string>(rows: BandRows<Band>, total: number | null): Band | null {
  if (total === null) return null;
  return rows.find(([upTo]) => total <= upTo)?.[1] ?? null;
}
