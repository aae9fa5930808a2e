import type { ScoreResult } from '../score.ts';
import { bandOf, type BandTable } from './bands.ts';

/** A result whose band comes from a table that a place chose. Without one there is no band. */
export interface ChosenBand extends ScoreResult {
  /** Whose cuts the band comes from; shown beside it. */
  readonly bandSource: string | null;
}

/** Published tables disagree or none fits, so nothing is banded until a place says by whose cuts. */
export function withChosenBand(result: ScoreResult, table: BandTable | undefined): ChosenBand {
  const band = table === undefined || table.source.trim() === '' ? null : bandOf(table.rows, result.total);
  return { ...result, band, bandSource: band === null ? null : (table?.source ?? null) };
}
