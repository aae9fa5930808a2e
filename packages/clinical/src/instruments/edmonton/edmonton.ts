import { defineInstrument } from '../../instrument.ts';
import type { BandTable } from '../bands.ts';
import { withChosenBand, type ChosenBand } from '../chosen-bands.ts';
import { enterTotal, entryQuestions, type TotalInput, type TotalResult } from '../total-entry.ts';

const RANGE = [0, 17] as const;

export type EdmontonResult = TotalResult & ChosenBand;

/**
 * Takes a finished Edmonton total. Published tables of bands differ, so there is a band only by the licensed table that a
 * place has configured.
 */
export function enterEdmonton(input: TotalInput, table?: BandTable): EdmontonResult {
  const entry = enterTotal(
    { instrument: 'edmonton', range: RANGE, direction: 'higher-worse', bands: null },
    input,
  );
  return { ...entry, ...withChosenBand(entry, table) };
}

export const edmonton = /* @__PURE__ */ defineInstrument({
  id: 'edmonton',
  title: 'Edmonton Frail Scale, total',
  version: 'Rolfson-2006',
  tier: 'B',
  direction: 'higher-worse',
  range: RANGE,
  source: {
    citation: 'Rolfson 2006, Age Ageing 35(5):526-9.',
    doi: '10.1093/ageing/afl041',
    licence: 'Copyright University of Alberta; a licence is needed. Only a finished total is entered here.',
    notice:
      'The total is reached with the scale itself, which its owner, the University of Alberta, licenses.',
  },
  items: [
    { id: 'total', type: 'integer', text: 'Edmonton total', limits: { min: 0, max: 17 } },
    ...entryQuestions('Version of the scale'),
  ],
  score: enterEdmonton,
});
