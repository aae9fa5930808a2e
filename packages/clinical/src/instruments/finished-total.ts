import type { Instrument } from '../instrument.ts';
import type { BandRows, BandTable } from './bands.ts';
import { withChosenBand, type ChosenBand } from './chosen-bands.ts';
import { enterTotal, entryQuestions, type TotalInput, type TotalResult } from './total-entry.ts';

/** The description of an instrument for which people enter only a finished total. */
interface FinishedTotal<Band extends string> extends Pick<
  Instrument,
  'id' | 'title' | 'searchWords' | 'version' | 'direction' | 'unit' | 'source' | 'permission'
> {
  readonly range: readonly [min: number, max: number];
  /** `null` if the sources give no bands, or disagree. A place may then name its own table. */
  readonly bands: BandRows<Band> | null;
  /** The question for the total, and the one for the version. */
  readonly asks: readonly [total: string, version: string];
}

/** Makes an instrument of tier B with a total. The steps to it belong to its owner and are not here. */
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
