import type { ScoreResult } from '../score.ts';
import { bandOf, type BandTable } from './bands.ts';
import { fieldsOf } from './not-answered.ts';

/** A result whose band comes from a table that a place chose. Without one there is no band. */
export interface ChosenBand extends ScoreResult {
  /** The source of the band's cut-offs, shown beside it. */
  readonly bandSource: string | null;
}

/** Adds the band of the place's table. Published tables disagree or do not fit, so without a table there is no band. */
export function withChosenBand(result: ScoreResult, table: BandTable | undefined): ChosenBand {
  const band = isTable(table) ? bandOf(table.rows, result.total) : null;
  return { ...result, band, bandSource: band === null ? null : (table?.source ?? null) };
}

/** A place's file may hold anything. A table that cannot be read, or has no source, gives no band. */
function isTable(table: unknown): table is BandTable {
  const { source, rows } = fieldsOf(table);
  return typeof source === 'string' && source.trim() !== '' && Array.isArray(rows) && rows.every(isRow);
}

function isRow(row: unknown): boolean {
  return Array.isArray(row) && typeof row[0] === 'number' && typeof row[1] === 'string';
}
