import { defineInstrument } from '../../instrument.ts';
import type { BandTable } from '../bands.ts';
import { withChosenBand, type ChosenBand } from '../chosen-bands.ts';
import { enterTotal, entryQuestions, type TotalInput, type TotalResult } from '../total-entry.ts';

/** [P] Two digits: the source at hand gives no highest total. */
const RANGE = [0, 99] as const;

export type FiCgaResult = TotalResult & ChosenBand;

/**
 * Takes a finished FI-CGA total. The published bands (mild 0 to 7, moderate 7 to 13, severe above) leave 7 and 13 on the
 * seam, so there is a band only by the table that a place has configured.
 */
export function enterFiCga(input: TotalInput, table?: BandTable): FiCgaResult {
  const entry = enterTotal(
    { instrument: 'fi-cga', range: RANGE, direction: 'higher-worse', bands: null },
    input,
  );
  return { ...entry, ...withChosenBand(entry, table) };
}

export const fiCga = /* @__PURE__ */ defineInstrument({
  id: 'fi-cga',
  title: 'FI-CGA total',
  version: 'Jones-2004',
  tier: 'B',
  direction: 'higher-worse',
  range: RANGE,
  source: {
    citation: 'Jones 2004, J Am Geriatr Soc 52:1929-33.',
    licence: 'Only a finished total is entered here.',
    notice: 'A sum of points over domains: no frailty index between 0 and 1, and no eFI.',
  },
  items: [
    { id: 'total', type: 'integer', text: 'FI-CGA total', limits: { min: 0, max: 99 } },
    ...entryQuestions('Version of the form'),
  ],
  score: enterFiCga,
});
