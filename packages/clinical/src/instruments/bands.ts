/** Bands from the lowest total up: each holds every total up to and including `upTo` that no earlier row took. */
export type BandRows<Band extends string = string> = readonly (readonly [upTo: number, band: Band])[];

/** Bands that a place has chosen where published tables disagree. Never without whose they are. */
export interface BandTable {
  /** The publication or the licence that the rows come from; shown beside the band. */
  readonly source: string;
  readonly rows: BandRows;
}

/** The lowest whole total of a band: what raises something "from here up" has its cut from the bands, and none of its own. */
export function lowestOf<Band extends string>(rows: BandRows<Band>, band: NoInfer<Band>): number {
  const at = rows.findIndex(([, name]) => name === band);
  return (rows[at - 1]?.[0] ?? -1) + 1;
}

/** The band of a total, exactly as it is: nothing is rounded here. */
export function bandOf<Band extends string>(rows: BandRows<Band>, total: number | null): Band | null {
  if (total === null) return null;
  return rows.find(([upTo]) => total <= upTo)?.[1] ?? null;
}
