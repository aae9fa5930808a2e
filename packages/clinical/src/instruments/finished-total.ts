import type { Instrument } from '../instrument.ts';
import type { BandRows, BandTable } from './bands.ts';
import { withChosenBand, type ChosenBand } from './chosen-bands.ts';
import { enterTotal, entryQuestions, type TotalInput, type TotalResult } from './total-entry.ts';

/** What there is to say of an instrument of which a finished total is all that is entered. */
interface FinishedTotal<Band extends string> extends Pick<
  Instrument,
  'id' | 'title' | 'searchWords' | 'version' | 'direction' | 'unit' | 'source' | 'permission'
> {
  readonly range: readonly [min: number, max: number];
  /** `null`: the sources give none, or disagree; then a place may name a table of its own. */
  readonly bands: BandRows<Band> | null;
  /** The question for the total, and the one for the version. */
  readonly asks: readonly [total: string, version: string];
}

/** An instrument of tier B with a total: its owner's steps are not here. */
/* @__NO_SIDE_EFFECTS__ */
export function finishedTotal<Band extends string = never>({ bands, asks, ...about }: FinishedTotal<Band>) {
  const { id, range, direction } = about;
  const [min, max] = range;
  return {
    ...about,
    tier: 'B' as const,
    items: [
      { id: 'total', type: 'integer' as const, text: asks[0], limits: { min, max } },
      ...entryQuestions(asks[1]),
    ],
    score(input: TotalInput, table?: BandTable): TotalResult & ChosenBand {
      const result = enterTotal({ instrument: id, range, direction, bands }, input);
      return bands === null
        ? { ...result, ...withChosenBand(result, table) }
        : { ...result, bandSource: null };
    },
  };
}
