/** Bands from the lowest total up: each holds every total up to and including `upTo` that no earlier row took. */
export type BandRows<Band extends string = string> = readonly (readonly [upTo: number, band: Band])[];

/** Bands that a place has chosen where published tables disagree. Never without whose they are. */
export interface BandTable {
  /** The publication or the licence that the rows come from; shown beside the band. */
  readonly source: string;
  readonly rows: BandRows;
}

/** The band of a total, exactly as it is: nothing is rounded here. */
export function bandOf<Band extends string>(rows: BandRows<Band>, total: number | null): Band | null {
  if (total === null) return null;
  return rows.find(([upTo]) => total <= upTo)?.[1] ?? null;
}
