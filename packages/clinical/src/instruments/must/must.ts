import { defineInstrument } from '../../instrument.ts';
import type { BandRows } from '../bands.ts';
import { enterTotal, entryQuestions, type TotalInput, type TotalResult } from '../total-entry.ts';

export type MustBand = 'low' | 'medium' | 'high';

/** BAPEN: 0; 1; 2 and more. */
export const MUST_BANDS: BandRows<MustBand> = [
  [0, 'low'],
  [1, 'medium'],
  [6, 'high'],
];

const RANGE = [0, 6] as const;

/** Takes a finished MUST total. BMI and weight change are instruments of their own. */
export function enterMust(input: TotalInput): TotalResult<MustBand> {
  return enterTotal(
    { instrument: 'must', range: RANGE, direction: 'higher-worse', bands: MUST_BANDS },
    input,
  );
}

export const must = /* @__PURE__ */ defineInstrument({
  id: 'must',
  title: 'MUST total',
  version: 'MUST-2003',
  tier: 'B',
  direction: 'higher-worse',
  range: RANGE,
  source: {
    citation: 'Elia (ed), BAPEN 2003; Stratton 2004, Br J Nutr 92:799-808.',
    url: 'https://www.bapen.org.uk',
    licence: 'Copyright BAPEN; reproduction needs its permission. Only a finished total is entered here.',
    notice:
      'The total is reached with the “Malnutrition Universal Screening Tool” itself, which BAPEN provides.',
  },
  items: [
    { id: 'total', type: 'integer', text: 'MUST total', limits: { min: 0, max: 6 } },
    ...entryQuestions('Version of the tool'),
  ],
  score: enterMust,
});
